/** A duty of no account over the wire: a day's postings to look over, details of a bulk credit. */
import { z } from 'zod';
import { wireDay, wireId } from '#platform/contract/wire.ts';

export const duty = z.object({
  clockId: wireId,
  kind: z.string().describe('The kind of its deadline.'),
  title: z.string(),
  company: z.string(),
  about: z.object({ kind: z.string(), id: wireId }),
  startedOn: wireDay,
  dueOn: wireDay,
  daysLate: z.number().int(),
  facts: z.record(z.string(), z.string()),
});
