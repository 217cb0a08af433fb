/** What somebody typed as an amount, as the wire writes it; what is none is left for the server. */
import { decimalsOf, parseCurrency } from '#kernel/money.ts';
import { readAmount } from '#web/ui/plain-amount.ts';

export function readPlainAmount(text: string, currency: string): string {
  const code = parseCurrency(currency);
  return readAmount(text, code === undefined ? 2 : decimalsOf(code)) ?? text;
}
