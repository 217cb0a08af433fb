/**
 * The few shapes that cross the wire everywhere: days, amounts, ids, pages, problems.
 *
 * Amounts are decimal strings with their currency beside them; a client never does
 * arithmetic on them.
 */
import { z } from 'zod';

export const wireDay = z.iso.date().describe('A business day, YYYY-MM-DD.');
export const wireInstant = z.string().describe('A moment in UTC, ISO 8601 with Z.');
export const wireId = z.uuid();
export const wireCurrency = z
  .string()
  .regex(/^[A-Z]{3}$/u)
  .describe('ISO 4217 code.');
export const wireAmount = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/u)
  .describe('A decimal string in the currency that stands beside it.');
export const wireLanguage = z.enum(['en', 'es']);

/**
 * The parts every list takes; `cursor` is the `nextCursor` of the page before. A hundred rows are
 * four screens full, and cost half of what two hundred do.
 */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().optional(),
};

/** The parts every list answers: how many there are in all, and where the next page starts. */
export const pageAnswer = {
  count: z.number().int().describe('Rows in the whole list, not only on this page.'),
  nextCursor: z.string().nullable().describe('Null on the last page.'),
};

/** The part of a route that is done alone (`alone` in route.ts). */
export const aloneQuery = z.object({
  anyway: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: also while somebody else has the account open.'),
});

/** As of and known at, which every balance takes. */
export const timeQuery = {
  asOf: wireDay.optional().describe('Default: today.'),
  knownAt: z.iso.datetime().optional().describe('Default: now.'),
};

/** RFC 9457 problem details; `code` is stable and has a sentence in both languages. */
export const wireProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .describe('What is wrong, field by field.'),
});
export type WireProblem = z.infer<typeof wireProblem>;
