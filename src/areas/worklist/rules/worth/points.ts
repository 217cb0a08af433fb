/**
 * What the worth of a contact counts for in the order of the day.
 *
 * Points grow with the logarithm, so that the largest account stands first among its like and yet
 * no sum of money goes before a deadline of the law or a person who waits at the telephone.
 */
import type { Worth } from './worth.ts';

/** As many as size and age can have together where nothing is known of the worth. */
export const mostPoints = 360;
/** Of the currency: what counts one point, and from where on nothing more counts. */
const scale = { from: 5, to: 1_000_000 };
/** Every contact takes about so long; what takes longer pays for it at the price of a minute. */
const usualMinutes = 4.5;

/** Points of a worth at the price of a minute; `unit` is one of the currency in minor units. */
export function pointsOf(
  { gain, minutes }: Pick<Worth, 'gain' | 'minutes'>,
  price: number,
  unit: number,
): number {
  const kept = (Number(gain) - price * (minutes - usualMinutes)) / unit;
  if (kept <= 0) return 0;
  const part = Math.log1p(kept / scale.from) / Math.log1p(scale.to / scale.from);
  return Math.min(mostPoints, Math.round(mostPoints * part));
}
