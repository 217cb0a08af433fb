/**
 * The aging as a story reads it: one row of the report, its amounts as written.
 */
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import type { Db } from '#platform/postgres/db.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';

export type AgingTold = {
  readonly asOf: string;
  /** A moment, or a day: the end of that day. */
  readonly knownAt?: string;
  readonly by?: 'account' | 'customer' | 'family' | 'currency';
  /** The number of the account or customer; absent when there is only one row. */
  readonly of?: string;
  readonly currency?: string;
};

export type AgingSeen = {
  readonly buckets: readonly string[];
  readonly unapplied: string;
  readonly balance: string;
};

export const nothing: AgingSeen = {
  buckets: ['0.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
  unapplied: '0.00',
  balance: '0.00',
};

/** The row of the standard aging; nothing open is a row of zeros. */
export async function agingOf({ db }: { db: Db }, told: AgingTold): Promise<AgingSeen> {
  const { knownAt } = told;
  const moment = knownAt && (knownAt.includes('T') ? knownAt : `${knownAt}T23:59:59Z`);
  const question = {
    ...wholeAging(day(told.asOf), bucketSets.standard),
    by: told.by ?? 'account',
    knownAt: moment ? instant(moment) : null,
  } as const;
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const { rows } = await readAging(db, question, page, instant('2030-01-01T00:00:00Z'));
  const fits = rows.filter(
    (row) =>
      (told.of === undefined || row.account === told.of || row.customer === told.of) &&
      (told.currency === undefined || row.currency === told.currency),
  );
  if (fits.length > 1) throw new Error(`several rows fit: ${JSON.stringify(told)}`);
  const [row] = fits;
  return row ? { buckets: row.buckets, unapplied: row.unapplied, balance: row.balance } : nothing;
}
