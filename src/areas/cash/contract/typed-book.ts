/** What a person types to name the book of record, before it is laid out for the wire. */
import { z } from 'zod';
import { readColumns } from '../rules/book-of-record/columns.ts';

const columns = z.string().transform((text, context) => {
  const read = readColumns(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: 'columns' });
  return z.NEVER;
});
const common = { since: z.string().optional(), reason: z.string().trim().min(1).max(500) };
const text = z.string().trim().min(1);
/** Left empty, there is none. */
const orNone = z
  .string()
  .trim()
  .max(40)
  .transform((typed) => (typed === '' ? undefined : typed))
  .optional();
/** What is typed for each system, laid out as the wire wants it. */
export const typedBook = {
  body: z.discriminatedUnion('system', [
    z.object({ ...common, system: z.literal('ours') }),
    z.object({
      ...common,
      system: z.literal('csv'),
      delimiter: z.enum([',', ';', '\t', '|']),
      decimal: z.enum(['.', ',']),
      days: z.enum(['iso', 'mdy', 'dmy']),
      columns,
    }),
    z.object({
      ...common,
      system: z.literal('oracle'),
      lockbox: text.max(7),
      origin: text.max(10),
      destination: text.max(20),
    }),
    z.object({
      ...common,
      system: z.literal('dynamics'),
      company: text.max(10),
      journal: text.max(20),
      bankAccount: text.max(40),
      discountAccount: orNone,
      writeOffAccount: orNone,
      clearingAccount: orNone,
    }),
  ]),
};
export type TypedBook = z.output<typeof typedBook.body>;

/** What the other system said of a line that it refused. */
export const typedRefusal = { body: z.object({ said: z.string().trim().min(1).max(500) }) };
