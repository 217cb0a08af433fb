/** Days in X12 elements: `20191029`, and `960223` in versions before the year 2000. */
import { type Day, dayOf } from '#kernel/day.ts';
import { type Segment, element } from './segments.ts';

/** The day in an element; undefined when it is empty or no day that ever was. */
export function dayAt(segment: Segment, number: number): Day | undefined {
  const match = /^(\d{4}|\d{2})(\d{2})(\d{2})$/u.exec(element(segment, number));
  if (!match) return undefined;
  const [, year = '', month, dayOfMonth] = match;
  return dayOf(fullYear(year), Number(month), Number(dayOfMonth));
}

/** Two digits from 70 on mean the last century, as in the versions that wrote them. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}
