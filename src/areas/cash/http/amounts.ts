/** Amounts of the cash desk as they come over the wire: text beside a currency. */
import { type Currency, type Money, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { WireRemittanceRow } from '../contract/receipts.ts';
import type { RemittanceRow } from '../rules/matching/model.ts';

export type AmountRefusal = 'cash.amount_unreadable';

export function readAmount(text: string, code: Currency): Outcome<Money, AmountRefusal> {
  const amount = parseMoney(text, code);
  return amount
    ? accept(amount)
    : refuse('cash.amount_unreadable', { amount: text, currency: code });
}

/** The same for an amount that may be left out. */
export function readOptional(
  text: string | undefined,
  code: Currency,
): Outcome<Money | undefined, AmountRefusal> {
  return text === undefined ? accept(undefined) : readAmount(text, code);
}

/** Rows of what a payment is for. */
export function readRemittance(
  rows: readonly WireRemittanceRow[],
  code: Currency,
): Outcome<RemittanceRow[], AmountRefusal> {
  const read: RemittanceRow[] = [];
  for (const row of rows) {
    const { paid, gross, discount, deduction, reference, note } = row;
    const amounts = { paid, gross, discount, deduction };
    const minor: Record<string, bigint> = {};
    for (const [name, text] of Object.entries(amounts)) {
      const amount = readOptional(text, code);
      if (!amount.ok) return amount;
      if (amount.value) minor[`${name}Minor`] = amount.value.minor;
    }
    read.push({ reference, ...minor, ...(note === undefined ? {} : { reason: note }) });
  }
  return accept(read);
}
