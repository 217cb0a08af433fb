/** The ledger's rules as vectors call them: aging, what is over 60 days, journal entries. */
import { z } from 'zod';
import { age, bucketLabel, bucketOf, bucketSets } from '#areas/ledger/rules/aging.ts';
import { over60 } from '#areas/ledger/rules/over60.ts';
import { reportingEntry } from '#areas/ledger/rules/reporting-entry.ts';
import { plusDays } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { amount, count, dayAmong, dayField, dollars } from './fields.ts';
import { glEvent } from './gl-events.ts';
import { type Op, judgingOp, op } from './op.ts';

const agingBucket = op(
  'aging.bucket',
  z.object({ invoiceDate: dayField, termsDays: count, asOf: dayField }),
  ({ invoiceDate, termsDays, asOf }) => {
    const dueDate = plusDays(invoiceDate, termsDays);
    return {
      dueDate,
      byDueDate: standing(age(asOf, dueDate)),
      byInvoiceDate: standing(age(asOf, invoiceDate)),
    };
  },
);

const openItem = z.looseObject({
  id: z.string(),
  open: amount,
  disputed: z.boolean().nullish(),
  plan: z.boolean().nullish(),
});
type OpenItem = z.output<typeof openItem>;

/** The day that the report's basis counts from; the invoice day goes by several names. */
const bases = {
  due_date: (item: OpenItem) => dayAmong({ due: item['due'], dueDate: item['dueDate'] }),
  invoice_date: (item: OpenItem) => dayAmong(item, ['due', 'dueDate', 'id']),
} as const;

const reportOver60 = judgingOp(
  'report.over60',
  z.object({
    basis: z.enum(['due_date', 'invoice_date']),
    asOf: dayField,
    items: z.array(openItem),
  }),
  ({ basis, asOf, items }) => {
    const counted = items.flatMap((item) => {
      const countedFrom = bases[basis](item);
      if (!countedFrom) return [];
      const flags = { disputed: item.disputed === true, onPlan: item.plan === true };
      return [{ id: item.id, open: item.open, countedFrom, ...flags }];
    });
    if (counted.length < items.length) return refuse('report.item_without_day', { basis });

    const report = over60(counted, dollars, asOf);
    return accept({
      included: report.included,
      total: formatMoney(report.total),
      ofWhichDisputed: formatMoney(report.ofWhichDisputed),
      ofWhichOnPlan: formatMoney(report.ofWhichOnPlan),
    });
  },
);

const glPost = judgingOp(
  'gl.post',
  glEvent,
  (event) => {
    const entry = reportingEntry(event);
    if (!entry.ok) return entry;
    const lines = entry.value.map((line) => ({ ...line, amount: formatMoney(line.amount) }));
    return accept({ lines });
  },
  ['lines'],
);

export const ledgerOps: readonly Op[] = [agingBucket, reportOver60, glPost];

/** The vectors call the ends of the standard set `current` and `>120`. */
function standing(days: number): { days: number; bucket: string } {
  const { standard } = bucketSets;
  const index = bucketOf(days, standard);
  const ends: Readonly<Record<number, string>> = { 0: 'current', [standard.length]: '>120' };
  return { days, bucket: ends[index] ?? bucketLabel(standard, index) };
}
