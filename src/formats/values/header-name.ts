/**
 * The name of a column with everything taken off that differs between systems and people:
 * case, accents, underscores, dots, `camelCase` and little words.
 *
 * `Fecha de Vencimiento`, `fecha_vencimiento` and `FechaVencimiento` are one name.
 */
import { knownCurrency } from './currencies.ts';

const littleWords = new Set([
  'the',
  'of',
  'de',
  'del',
  'la',
  'el',
  'los',
  'las',
  'por',
  'y',
  'and',
]);

/** `Invoice No.` becomes `invoice no`, `customerID` becomes `customer id`. */
export function plainName(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9#%]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !littleWords.has(word))
    .join(' ');
}

export type NameHints = {
  /** The name without its unit. */
  readonly name: string;
  /** `Amount (EUR)` says in what the column counts. */
  readonly currency?: string;
  /** `total_cents` counts hundredths. */
  readonly cents?: true;
};

/** Words for one currency alone; `dollars` and `pesos` are several countries'. */
const spelledOut: Readonly<Record<string, string>> = { euro: 'EUR', euros: 'EUR', reais: 'BRL' };

/** Takes a unit off the end of a plain name: a currency, or cents. */
export function takeUnit(name: string): NameHints {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2) return { name };
  const rest = words.slice(0, -1).join(' ');
  if (['cents', 'centavos', 'centimos', 'minor'].includes(last)) return { name: rest, cents: true };
  const currency = knownCurrency(spelledOut[last] ?? last);
  return currency === undefined ? { name } : { name: rest, currency };
}
