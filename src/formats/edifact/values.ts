/**
 * Days and amounts of EDIFACT segments. A decimal comma and a point are both allowed,
 * whatever the file declares (ISO 9735, 10.3).
 */
import { type Day, dayOf } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { exactAmount } from '../exact.ts';
import { type Segment, find, part } from './segments.ts';

/** The day of the first `DTM` with one of these qualifiers, by its format code. */
export function dayIn(segments: readonly Segment[], ...codes: readonly string[]): Day | undefined {
  const segment = find(segments, 'DTM', ...codes);
  const value = part(segment, 0, 1);
  const shape = part(segment, 0, 2);
  const [year, month, dayOfMonth] =
    shape === '101'
      ? [`20${value.slice(0, 2)}`, value.slice(2, 4), value.slice(4, 6)]
      : [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)];
  return dayOf(Number(year), Number(month), Number(dayOfMonth));
}

/** The amount of the first `MOA` with one of these qualifiers. */
export function amountIn(
  segments: readonly Segment[],
  ...codes: readonly string[]
): Decimal | undefined {
  return exactAmount(part(find(segments, 'MOA', ...codes), 0, 1));
}

/** The currency that a message names: `CUX`, else the first amount with one. */
export function currencyIn(segments: readonly Segment[]): string {
  const named = part(
    segments.find(({ tag }) => tag === 'CUX'),
    0,
    1,
  );
  if (/^[A-Z]{3}$/u.test(named)) return named;
  const amounts = segments.filter(({ tag }) => tag === 'MOA').map((one) => part(one, 0, 2));
  return amounts.find((code) => /^[A-Z]{3}$/u.test(code)) ?? 'XXX';
}
