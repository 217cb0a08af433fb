/**
 * The neutral form as JSON: money as decimal strings, whole numbers of any size exactly.
 *
 * An amount is `"1234.50"`; its currency stands in the object that holds it, under
 * `currency`, so that no amount is ever read without one.
 */
import { type Money, formatMoney } from '#kernel/money.ts';

/** One line of JSON; no blanks, no line breaks. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, plain);
}

/** The same with line breaks, for people. */
export function readableJsonOf(value: unknown): string {
  return JSON.stringify(value, plain, 1);
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return wholeNumber(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return withDecimals(value);
}

/** A number where JSON readers keep it exact, else its digits as text. */
function wholeNumber(value: bigint): number | string {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : String(value);
}

function withDecimals(holder: object): object {
  const entries = Object.entries(holder);
  const first = entries.find(([, value]) => isMoney(value))?.[1];
  if (!isMoney(first)) return holder;
  const told = entries.map(([key, value]) => [key, isMoney(value) ? formatMoney(value) : value]);
  return { ...Object.fromEntries(told), currency: first.currency };
}

function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' &&
    value !== null &&
    'minor' in value &&
    typeof value.minor === 'bigint' &&
    'currency' in value
  );
}
