/** How the book aged: its buckets at the end of each of the last months, and today. */
import { type Day, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import { measures } from '#areas/metrics/index.ts';
import type { Db } from '#platform/postgres/db.ts';
import { periodOf } from '../rules/figures.ts';
import type { Book } from '../store/asked.ts';

const buckets = ['not_due', '1-30', '31-60', '61-90', '91-120', '121+'] as const;
const months = 12;

export type AgedDay = { readonly asOf: Day; readonly buckets: string[] };

/** Oldest first; one day is read after the other, because each reads the whole open book. */
export async function readAgingTrend(db: Db, book: Book): Promise<AgedDay[]> {
  const trend: AgedDay[] = [];
  for (const asOf of monthEnds(book.today)) trend.push(await agedOn(db, book, asOf));
  return trend;
}

export async function agedOn(db: Db, book: Book, asOf: Day): Promise<AgedDay> {
  const { companies, currency } = book;
  const scope = { companies, companyId: null, collectorId: null, customerId: null, currency };
  const period = periodOf('day', asOf);
  const found = await measures(
    db,
    buckets.map((variant) => ({
      metric: 'aging' as const,
      variant,
      scope,
      asOf,
      knownAt: null,
      period,
    })),
  );
  return { asOf, buckets: found.map(({ value }) => value ?? '0') };
}

function monthEnds(today: Day): Day[] {
  const first = startOfMonth(today);
  return Array.from({ length: months }, (_, no) =>
    plusDays(plusMonths(first, no + 1 - months), -1),
  );
}
