/**
 * What the values of a column look like: the second opinion on what its name says.
 *
 * A column called `Date` that holds names is not a date. A sample is enough for that; what
 * is decided about values, the order of dates or the decimal mark, looks at every row.
 */
import { bareAmount, isNoAmount } from '#formats/values/amounts.ts';
import { knownCurrency } from '#formats/values/currencies.ts';
import { dateReadings, isNoDate } from '#formats/values/dates.ts';
import { readFlag } from './flags.ts';
import { type FieldType } from './kinds.ts';

const sampleSize = 200;

/** Values of a column that are not blank, taken evenly over the whole file. */
export function sampleOf(
  rows: readonly { readonly cells: readonly string[] }[],
  index: number,
): string[] {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const sample: string[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const value = rows[at]?.cells[index]?.trim() ?? '';
    if (value !== '') sample.push(value);
  }
  return sample;
}

/** The share of values that a field of the type could hold; undefined without any value. */
export function shareThatFits(sample: readonly string[], type: FieldType): number | undefined {
  if (sample.length === 0) return undefined;
  return sample.filter((value) => fits[type](value)).length / sample.length;
}

const fits: { readonly [T in FieldType]: (value: string) => boolean } = {
  code: (value) =>
    value.length <= 64 && !/\s\S*\s/u.test(value) && !isWords(value) && !isDateLike(value),
  name: (value) => /\p{L}{2}/u.test(value) && (!/\d/u.test(value) || value.includes(' ')),
  text: () => true,
  day: (value) => isNoDate(value) || dateReadings(value) !== undefined,
  amount: (value) => isNoAmount(value) || (bareAmount(value) !== undefined && !isDateLike(value)),
  count: (value) => /^\d{1,4}(?:[.,]0+)?(?: ?(?:days|días|d))?$/iu.test(value),
  decimal: (value) => /^\d+(?:[.,]\d+)?%?$/u.test(value),
  flag: (value) => readFlag(value) !== undefined,
  currency: (value) => knownCurrency(value) !== undefined || /^[A-Za-z]{3}$/u.test(value),
};

/** Two words of letters, as in a name; a code has at most one blank in it. */
function isWords(value: string): boolean {
  return /^\p{L}+[.,]? \p{L}/u.test(value);
}

function isDateLike(value: string): boolean {
  return /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/u.test(value) && dateReadings(value) !== undefined;
}
