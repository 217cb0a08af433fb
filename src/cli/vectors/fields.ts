/**
 * How the values of a vector are written: amounts and rates as decimal strings, days as
 * `YYYY-MM-DD`. A whole number may stand in for a string; a float with a fraction may not,
 * because it has already lost the cents it was written with.
 */
import { z } from 'zod';
import { type Day, parseDay } from '#kernel/day.ts';
import { type Decimal, parseDecimal } from '#kernel/decimal.ts';
import { type Currency, type Money, currency, parseMoney, zero } from '#kernel/money.ts';

/** Vectors name no currency but for foreign amounts; every other amount has cents. */
export const dollars: Currency = currency('USD');

const written = z.union([z.string(), z.int().transform(String)]);

export const decimalField = written.transform((text, context): Decimal => {
  const value = parseDecimal(text);
  if (value !== undefined) return value;
  context.addIssue(`"${text}" is not a decimal`);
  return z.NEVER;
});

export const amount = written.transform((text, context): Money => {
  const value = parseMoney(text, dollars);
  if (value !== undefined) return value;
  context.addIssue(`"${text}" is not an amount with at most two decimals`);
  return z.NEVER;
});

/** An amount that is nothing when it is not given. */
export const amountOrNothing = amount.nullish().transform((value) => value ?? zero(dollars));

export const dayField = z.string().transform((text, context): Day => {
  const value = parseDay(text);
  if (value !== undefined) return value;
  context.addIssue(`"${text}" is not a day; write YYYY-MM-DD`);
  return z.NEVER;
});

export const count = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/u)
    .transform(Number),
]);

/** The first value of an item that is a day, whatever it is called, save the names to skip. */
export function dayAmong(item: Readonly<Record<string, unknown>>, skip: readonly string[] = []) {
  const days = Object.entries(item).flatMap(([name, value]) => {
    const found = typeof value === 'string' && !skip.includes(name) ? parseDay(value) : undefined;
    return found === undefined ? [] : [found];
  });
  return days[0];
}
