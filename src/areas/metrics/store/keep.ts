/**
 * Writes the days that are kept: read from the facts as known at one moment, all or none.
 *
 * The facts are read by month, so that memory follows a month of changes and not the history.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Change, DaySums, Standing } from '../rules/kept-day.ts';
import type { Period } from '../rules/period.ts';
import type { Question } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import { partsOf } from './parts.ts';

export type KeptBook = Period & { readonly knownAt: Instant };

export async function keptBook(db: Queries): Promise<KeptBook | undefined> {
  const row = await db.maybe(sql<{ known_at: string; from_on: string; through_on: string }>`
    select known_at, from_on, through_on from metrics.kept_book`);
  return row && { knownAt: instant(row.known_at), from: day(row.from_on), to: day(row.through_on) };
}

export async function muchKnownSince(db: Queries, after: Instant, most: number): Promise<boolean> {
  const { much } = await db.one(sql<{ much: boolean }>`
    select ledger.much_known_since(${after}::timestamptz, ${most}) as much`);
  return much;
}

/** Whose and in which currency a sum is. */
export type OfBook = { readonly companyId: Id; readonly currency: string };

type StandingRow = {
  company_id: string;
  currency: string;
  aged: boolean;
  issued_on: string;
  due_on: string;
  minor: bigint;
};

/** What stands open on a day as known at a moment, alike amounts together. */
export async function standings(
  db: Queries,
  asOf: Day,
  knownAt: Instant,
): Promise<(OfBook & Standing)[]> {
  const rows = await db.all(sql<StandingRow>`
    select s.company_id, i.currency, i.aged, i.issued_on, i.due_on,
           sum(i.open_minor)::bigint as minor
      from ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz) i
      join customers.account_scope s on s.account_id = i.account_id
     group by 1, 2, 3, 4, 5`);
  return rows.map(told);
}

/** What changed it over days. */
export async function changesIn(
  db: Queries,
  { from, to }: Period,
  knownAt: Instant,
): Promise<(OfBook & Change)[]> {
  const rows = await db.all(sql<StandingRow & { on_day: string }>`
    select s.company_id, c.currency, c.on_day, c.aged, c.issued_on, c.due_on,
           sum(c.minor)::bigint as minor
      from ledger.changes(${from}::date, ${to}::date, '-infinity', ${knownAt}::timestamptz) c
      join customers.account_scope s on s.account_id = c.account_id
     group by 1, 2, 3, 4, 5, 6
    having sum(c.minor) <> 0`);
  return rows.map((row) => ({ ...told(row), onDay: day(row.on_day) }));
}

/** What was posted day by day: the flows of figures, by name. */
export async function flowsIn(
  db: Queries,
  days: Period,
  knownAt: Instant,
): Promise<(OfBook & { readonly onDay: Day; readonly sums: DaySums })[]> {
  const scope = { companyId: null, collectorId: null, customerId: null, currency: currency('USD') };
  const question: Question = { scope, asOf: days.to, period: days, knownAt };
  const { sales, cash } = partsOf(question);
  type FlowRow = {
    company_id: string;
    currency: string;
    on_day: string;
    sales: bigint;
    cash: bigint;
  };
  const rows = await db.all(sql<FlowRow>`
    select s.company_id, f.currency, f.on_day,
           coalesce(sum(${sales.amount}) filter (where ${sales.where}), 0)::bigint as sales,
           coalesce(sum(${cash.amount}) filter (where ${cash.where}), 0)::bigint as cash
      from (${postedFacts(question, days)}) f
      join customers.account_scope s on s.account_id = f.account_id
     group by 1, 2, 3`);
  return rows.map((row) => ({
    companyId: id(row.company_id),
    currency: row.currency,
    onDay: day(row.on_day),
    sums: new Map([
      ['sales', row.sales],
      ['cash', row.cash],
    ]),
  }));
}

function told(row: StandingRow): OfBook & Standing {
  return {
    companyId: id(row.company_id),
    currency: row.currency,
    aged: row.aged,
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    minor: row.minor,
  };
}

export type KeptDay = OfBook & {
  readonly onDay: Day;
  /** Both as they are written: {"ar": "125000"}. */
  readonly standing: string;
  readonly flow: string;
};

/** Sums as a kept day has them. */
export function written(sums: DaySums): string {
  return JSON.stringify(Object.fromEntries([...sums].map(([name, sum]) => [name, String(sum)])));
}

/** Takes the place of all that was kept; within a transaction, so that nobody sees a half. */
export async function replaceKept(
  tx: Queries,
  { knownAt, from, to }: KeptBook,
  days: readonly KeptDay[],
): Promise<void> {
  await tx.run(sql`delete from metrics.kept_book`);
  await tx.run(sql`delete from metrics.kept_day`);
  await tx.copyIn(
    'metrics.kept_day (company_id, currency, on_day, standing, flow)',
    days.map((kept) => [kept.companyId, kept.currency, kept.onDay, kept.standing, kept.flow]),
  );
  await tx.run(sql`
    insert into metrics.kept_book (known_at, from_on, through_on)
    values (${knownAt}, ${from}, ${to})`);
}
