/**
 * Days as American bank files write them: six digits without a century, or eight with one.
 * Two digits of a year mean 1970 to 2069, for no bank sends files older than that.
 */
import { type Day, dayOf } from '#kernel/day.ts';

/** `YYMMDD` or `YYYYMMDD`; undefined when it is no such day. */
export function dayOfYmd(text: string): Day | undefined {
  if (/^\d{8}$/u.test(text)) return dayAt(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (!/^\d{6}$/u.test(text)) return undefined;
  return dayAt(fullYear(text.slice(0, 2)), text.slice(2, 4), text.slice(4));
}

/** `MMDDYY`; undefined when it is no such day. */
export function dayOfMdy(text: string): Day | undefined {
  if (!/^\d{6}$/u.test(text)) return undefined;
  return dayAt(fullYear(text.slice(4)), text.slice(0, 2), text.slice(2, 4));
}

function dayAt(year: string, month: string, dayOfMonth: string): Day | undefined {
  return dayOf(Number(year), Number(month), Number(dayOfMonth));
}

function fullYear(twoDigits: string): string {
  return `${Number(twoDigits) < 70 ? '20' : '19'}${twoDigits}`;
}
