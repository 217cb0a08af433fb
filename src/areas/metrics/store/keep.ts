/**
 * What is to be kept, read from the facts as known at one moment, and how it is added to the
 * days that are kept already.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Change, DaySums } from '../rules/kept-day.ts';
import type { Period } from '../rules/period.ts';
import type { Question } from './asked.ts';
import { postedFacts } from './money-facts.ts';
import { postedParts } from './parts.ts';

export type KeptBook = Period & {
  readonly knownAt: Instant;
  /** False while it is built. */
  readonly isWhole: boolean;
};

type BookRow = { known_at: string; from_on: string; through_on: string; is_whole: boolean };

export async function keptBook(db: Queries): Promise<KeptBook | undefined> {
  return told(
    await db.maybe(sql<BookRow>`
    select known_at, from_on, through_on, is_whole from metrics.kept_book`),
  );
}

/** The same for whoever is about to change it: one at a time. */
export async function lockedBook(tx: Queries): Promise<KeptBook | undefined> {
  return told(
    await tx.maybe(sql<BookRow>`
    select known_at, from_on, through_on, is_whole from metrics.kept_book for update`),
  );
}

function told(row: BookRow | undefined): KeptBook | undefined {
  return (
    row && {
      knownAt: instant(row.known_at),
      from: day(row.from_on),
      to: day(row.through_on),
      isWhole: row.is_whole,
    }
  );
}

/** Throws all days away and begins again, as known at a moment. */
export async function beginBook(tx: Queries, { from, to, knownAt }: KeptBook): Promise<void> {
  await tx.run(sql`delete from metrics.kept_day`);
  await tx.run(sql`delete from metrics.kept_account`);
  await tx.run(sql`
    insert into metrics.kept_book (known_at, from_on, through_on, is_whole, revision)
    values (${knownAt}, ${from}, ${to}, false, 1)
        on conflict (is_only) do update
       set known_at = excluded.known_at, from_on = excluded.from_on,
           through_on = excluded.through_on, is_whole = false,
           revision = metrics.kept_book.revision + 1`);
}

/** Says of which days and as known when they are now. */
export async function moveBook(tx: Queries, book: KeptBook): Promise<void> {
  await tx.run(sql`
    update metrics.kept_book
       set known_at = ${book.knownAt}, from_on = ${book.from}, through_on = ${book.to},
           is_whole = ${book.isWhole}, revision = revision + 1`);
}

export async function forgetBefore(tx: Queries, first: Day): Promise<void> {
  await tx.run(sql`delete from metrics.kept_day where on_day < ${first}::date`);
}

export async function muchKnownSince(db: Queries, after: Instant, most: number): Promise<boolean> {
  const { much } = await db.one(sql<{ much: boolean }>`
    select ledger.much_known_since(${after}::timestamptz, ${most}) as much`);
  return much;
}

/** The moment by which so many more facts became known, at most `until`. */
export async function momentAfter(
  db: Queries,
  { after, until, facts }: { readonly after: Instant; readonly until: Instant; facts: number },
): Promise<Instant> {
  const { moment } = await db.one(sql<{ moment: string }>`
    select ledger.moment_after(${after}::timestamptz, ${until}::timestamptz, ${facts}) as moment`);
  return instant(moment);
}

/** In which cell and currency something counts. */
export type OfCell = { readonly cellId: Id; readonly currency: string };
/** What changed the days: what stands open, what was posted. */
export type Additions = {
  readonly changes: readonly (OfCell & Change)[];
  readonly flows: readonly (OfCell & Flow)[];
};
export type Flow = { readonly onDay: Day; readonly sales: bigint; readonly cash: bigint };

/** Everything that is known of some accounts by a moment, as it counts in the book's days. */
export async function historyOf(
  db: Queries,
  accountIds: readonly Id[],
  { from, to, knownAt }: KeptBook,
): Promise<Additions> {
  const changes = sql`
    select x.*
      from ledger.changes_of(${accountIds}::uuid[], '-infinity', ${knownAt}::timestamptz) x
     where x.on_day <= ${to}::date`;
  const posted = sql`
    select x.*
      from (${postedFacts(questionOf({ from, to }, knownAt), { from, to })}) x
     where x.account_id = any(${accountIds}::uuid[])`;
  return { changes: await changesIn(db, changes, from), flows: await flowsIn(db, posted) };
}

/** What became known of all accounts between two moments. */
export async function knownBetween(
  db: Queries,
  { from, to }: Period,
  { after, until }: { readonly after: Instant; readonly until: Instant },
): Promise<Additions> {
  // Few became known: `offset 0` keeps the many of the period from being looked up as well.
  const changes = sql`
    select x.*
      from (select y.*
              from ledger.changes('-infinity', 'infinity', ${after}::timestamptz,
                                  ${until}::timestamptz) y
            offset 0) x
     where x.on_day <= ${to}::date`;
  const posted = postedFacts(questionOf({ from, to }, until), { from, to }, after);
  return { changes: await changesIn(db, changes, from), flows: await flowsIn(db, posted) };
}

/** What stands open at the end of the first of some days, and what changes it on the others. */
export async function standingFrom(
  db: Queries,
  { from, to }: Period,
  knownAt: Instant,
): Promise<Additions> {
  const open = sql`
    select i.account_id, i.currency, i.aged, i.issued_on, i.due_on, ${from}::date as on_day,
           i.open_minor as minor
      from ledger.open_items_known(${from}::date, ${knownAt}::timestamptz) i
     union all
    select c.account_id, c.currency, c.aged, c.issued_on, c.due_on, c.on_day, c.minor
      from ledger.changes(${plusDays(from, 1)}::date, ${to}::date, '-infinity',
                          ${knownAt}::timestamptz) c`;
  const posted = postedFacts(questionOf({ from, to }, knownAt), { from, to });
  return { changes: await changesIn(db, open, from), flows: await flowsIn(db, posted) };
}

function questionOf(period: Period, knownAt: Instant): Question {
  const scope = { companyId: null, collectorId: null, customerId: null, currency: currency('USD') };
  return { scope, asOf: period.to, period, knownAt };
}

type ChangeRow = {
  cell_id: string;
  currency: string;
  aged: boolean;
  issued_on: string;
  due_on: string;
  on_day: string;
  minor: bigint;
};

async function changesIn(db: Queries, changes: Sql, from: Day): Promise<(OfCell & Change)[]> {
  const rows = await db.all(sql<ChangeRow>`
    select k.cell_id, c.currency, c.aged, c.issued_on, c.due_on,
           greatest(c.on_day, ${from}::date) as on_day, sum(c.minor)::bigint as minor
      from (${changes}) c
      join metrics.kept_account k on k.account_id = c.account_id
     group by 1, 2, 3, 4, 5, 6
    having sum(c.minor) <> 0`);
  return rows.map((row) => ({
    cellId: id(row.cell_id),
    currency: row.currency,
    aged: row.aged,
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    onDay: day(row.on_day),
    minor: row.minor,
  }));
}

type FlowRow = { cell_id: string; currency: string; on_day: string; sales: bigint; cash: bigint };

async function flowsIn(db: Queries, posted: Sql): Promise<(OfCell & Flow)[]> {
  const { sales, cash } = postedParts;
  const rows = await db.all(sql<FlowRow>`
    select k.cell_id, f.currency, f.on_day,
           coalesce(sum(${sales.amount}) filter (where ${sales.where}), 0)::bigint as sales,
           coalesce(sum(${cash.amount}) filter (where ${cash.where}), 0)::bigint as cash
      from (${posted}) f
      join metrics.kept_account k on k.account_id = f.account_id
     group by 1, 2, 3`);
  return rows.map(({ cell_id: cellId, on_day: onDay, ...row }) => ({
    ...row,
    cellId: id(cellId),
    onDay: day(onDay),
  }));
}

export type KeptDay = OfCell & Flow & { readonly standing: DaySums };

/** So many days go out in one statement. */
const daysAtOnce = 2000;

/** Adds to the days that are kept; those of which nothing is left go. */
export async function addDays(tx: Queries, days: readonly KeptDay[]): Promise<void> {
  for (let at = 0; at < days.length; at += daysAtOnce) {
    const some = days.slice(at, at + daysAtOnce);
    await tx.run(sql`
      insert into metrics.kept_day as k (cell_id, currency, on_day, standing, sales, cash)
      select d.cell_id, d.currency, d.on_day, d.standing::jsonb, d.sales, d.cash
        from unnest(${some.map(({ cellId }) => cellId)}::uuid[],
                    ${some.map((each) => each.currency)}::text[],
                    ${some.map(({ onDay }) => onDay)}::date[],
                    ${some.map(({ standing }) => written(standing))}::text[],
                    ${some.map(({ sales }) => sales)}::bigint[],
                    ${some.map(({ cash }) => cash)}::bigint[])
               as d (cell_id, currency, on_day, standing, sales, cash)
          on conflict (cell_id, currency, on_day) do update
         set standing = metrics.added(k.standing, excluded.standing),
             sales = k.sales + excluded.sales,
             cash = k.cash + excluded.cash`);
  }
  await tx.run(sql`
    delete from metrics.kept_day
     where cell_id = any(${[...new Set(days.map(({ cellId }) => cellId))]}::uuid[])
       and standing = '{}'
       and sales = 0
       and cash = 0`);
}

/** Sums as a kept day has them: {"ar": "125000"}. */
function written(sums: DaySums): string {
  return JSON.stringify(Object.fromEntries([...sums].map(([name, sum]) => [name, String(sum)])));
}
