/** What stood about a stretch of accounts on past days: statuses, holds, money seen. */
import { type Day, day, parseDay } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { HoldKind } from '#areas/compliance/rules/standing.ts';
import type { History, PastHold, PastMoney, PastStatus } from '../rules/history.ts';
import type { Stretch } from './gather.ts';

type Standing = Pick<History, 'statuses' | 'holds' | 'money'>;

/** Asked by account; of money only what was not posted before the day. */
export async function standingWithin(
  db: Queries,
  stretch: Stretch,
  since: Day,
): Promise<(accountId: string) => Standing> {
  const [statuses, holds, money] = await Promise.all([
    statusRows(db, stretch),
    holdRows(db, stretch),
    moneyRows(db, stretch, since),
  ]);
  return (accountId) => ({
    statuses: statuses.get(accountId) ?? [],
    holds: holds.get(accountId) ?? [],
    money: money.get(accountId) ?? [],
  });
}

async function statusRows(db: Queries, stretch: Stretch) {
  const rows = await db.all(sql<{
    account_id: string;
    effective_on: string;
    recorded_at: string;
    status: string;
  }>`
    select s.account_id, s.effective_on, s.recorded_at, s.status
      from customers.status_history s
     where ${within(stretch, sql`s.account_id`)}
     order by s.effective_on, s.recorded_at`);
  return byAccount(rows, (row): PastStatus => ({
    on: day(row.effective_on),
    at: instant(row.recorded_at),
    status: row.status,
  }));
}

async function holdRows(db: Queries, stretch: Stretch) {
  const rows = await db.all(sql<{
    account_id: string;
    kind: HoldKind;
    starts_on: string;
    ends_on: string | null;
    recorded_at: string;
    ended_on: string | null;
    ended_at: string | null;
  }>`
    select h.account_id, h.kind, h.starts_on, h.ends_on, h.recorded_at, h.ended_on, h.ended_at
      from compliance.hold_history h
     where ${within(stretch, sql`h.account_id`)}
     order by h.starts_on, h.kind`);
  return byAccount(rows, (row): PastHold => ({
    on: day(row.starts_on),
    at: instant(row.recorded_at),
    kind: row.kind,
    endsOn: row.ends_on === null ? null : day(row.ends_on),
    ended:
      row.ended_on === null || row.ended_at === null
        ? null
        : { on: day(row.ended_on), at: instant(row.ended_at) },
  }));
}

async function moneyRows(db: Queries, stretch: Stretch, since: Day) {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    amount_minor: bigint;
    received_on: string;
    recorded_at: string;
    posted_at: string | null;
  }>`
    select m.account_id, m.currency, m.amount_minor, m.received_on, m.recorded_at, m.posted_at
      from cash.money_history m
     where ${within(stretch, sql`m.account_id`)}
       and (m.posted_at is null or m.posted_at >= ${since})
     order by m.received_on, m.recorded_at`);
  return byAccount(rows, (row): PastMoney => ({
    on: day(row.received_on),
    at: instant(row.recorded_at),
    currency: currency(row.currency),
    amount: row.amount_minor,
    ended: postedAt(row.posted_at),
  }));
}

function postedAt(text: string | null): PastMoney['ended'] {
  const on = text === null ? undefined : parseDay(text.slice(0, 10));
  return text === null || on === undefined ? null : { on, at: instant(text) };
}

function within({ first, until }: Stretch, column: Sql): Sql<boolean> {
  return sql<boolean>`(${column} >= ${first}::uuid and ${column} < ${until}::uuid)`;
}

function byAccount<Row extends { account_id: string }, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): ReadonlyMap<string, readonly T[]> {
  const all = Map.groupBy(rows, ({ account_id }) => account_id);
  return new Map([...all].map(([accountId, own]) => [accountId, own.map(read)]));
}
