/** The histories of a stretch of accounts, for a simulation that walks day by day. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { History, PastChange, PastDispute, PastItem, PastPromise } from '../rules/history.ts';
import type { Stretch } from './gather.ts';
import { standingWithin } from './past-standing.ts';

export type AccountHistory = { readonly accountId: Id; readonly history: History };

/** Of accounts of the company, or of all, that owed anything since the day. */
export async function historiesOf(
  db: Queries,
  stretch: Stretch,
  { companyId, since }: { readonly companyId: Id | null; readonly since: Day },
): Promise<AccountHistory[]> {
  const [accounts, items, changes, disputes, promises, standing] = await Promise.all([
    accountRows(db, stretch, companyId),
    itemRows(db, stretch, since),
    changeRows(db, stretch, since),
    disputeRows(db, stretch),
    promiseRows(db, stretch),
    standingWithin(db, stretch, since),
  ]);
  return accounts.flatMap((account): AccountHistory[] => {
    const own = items.get(account.account_id) ?? [];
    if (!own.some(({ aged }) => aged)) return [];
    const history = {
      texts: textsOf(account),
      items: own,
      changes: changes.get(account.account_id) ?? new Map(),
      disputes: disputes.get(account.account_id) ?? [],
      promises: promises.get(account.account_id) ?? [],
      ...standing(account.account_id),
    };
    return [{ accountId: id(account.account_id), history }];
  });
}

function within(column: Sql, { first, until }: Stretch): Sql<boolean> {
  return sql<boolean>`(${column} >= ${first}::uuid and ${column} < ${until}::uuid)`;
}

type AccountRow = { account_id: string } & Readonly<
  Record<
    | 'account'
    | 'kind'
    | 'company'
    | 'country'
    | 'state'
    | 'segment'
    | 'status'
    | 'language'
    | 'terms'
    | 'owner',
    string | null
  >
> & { readonly tag: readonly string[] | null };

function accountRows(db: Queries, stretch: Stretch, companyId: Id | null): Promise<AccountRow[]> {
  return db.all(sql<AccountRow>`
    select a.account_id, a.account, a.kind, a.company, a.country, a.state, a.segment, a.status,
           a.language, a.terms, a.owner_id as owner, a.tags as tag
      from customers.account_trait a
     where ${within(sql`a.account_id`, stretch)}
       and a.company_id = coalesce(${companyId}::uuid, a.company_id)
       and a.kind <> 'house'
       and a.merged_into is null
     order by a.account_id`);
}

function textsOf(row: AccountRow): History['texts'] {
  const { account_id: _, ...texts } = row;
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      text === null ? [] : typeof text === 'string' ? [text] : text,
    ]),
  );
}

type Dated = { effective_on: string; recorded_at: string };
const dated = ({ effective_on, recorded_at }: Dated) => ({
  on: day(effective_on),
  at: instant(recorded_at),
});

async function itemRows(db: Queries, { first, until }: Stretch, since: Day) {
  const rows = await db.all(sql<
    Dated & {
      account_id: string;
      item_id: string;
      currency: string;
      due_on: string;
      amount_minor: bigint;
      aged: boolean;
    }
  >`
    select i.account_id, i.item_id, i.currency, i.due_on, i.effective_on, i.recorded_at,
           i.amount_minor, i.aged
      from ledger.item_history(${first}, ${until}, ${since}::date) i
     order by i.account_id, i.due_on, i.item_id`);
  return grouped(rows, (row): PastItem => ({
    ...dated(row),
    itemId: row.item_id,
    currency: currency(row.currency),
    dueOn: day(row.due_on),
    amount: row.amount_minor,
    aged: row.aged,
  }));
}

/** Only of debts that were open since the day: of the rest nothing is asked. */
async function changeRows(db: Queries, { first, until }: Stretch, since: Day) {
  const rows = await db.all(sql<
    Dated & {
      account_id: string;
      debit_item_id: string;
      credit_item_id: string;
      amount_minor: bigint;
    }
  >`
    with seen as materialized (
      select i.item_id from ledger.item_history(${first}, ${until}, ${since}::date) i
    )
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.effective_on,
           a.recorded_at
      from ledger.application_history a
     where ${within(sql`a.account_id`, { first, until })}
       and (a.debit_item_id in (select s.item_id from seen s)
            or a.credit_item_id in (select s.item_id from seen s))`);
  const byAccount = new Map<string, Map<string, PastChange[]>>();
  for (const row of rows) {
    const own = byAccount.get(row.account_id) ?? new Map<string, PastChange[]>();
    byAccount.set(row.account_id, own);
    const moment = dated(row);
    const sides = [
      { ...moment, itemId: row.debit_item_id, amount: -row.amount_minor },
      { ...moment, itemId: row.credit_item_id, amount: row.amount_minor },
    ];
    for (const side of sides) own.set(side.itemId, [...(own.get(side.itemId) ?? []), side]);
  }
  return byAccount;
}

async function disputeRows(db: Queries, stretch: Stretch) {
  const rows = await db.all(sql<
    Dated & {
      account_id: string;
      item_id: string;
      amount_minor: bigint | null;
      ended_on: string | null;
      ended_at: string | null;
    }
  >`
    select d.account_id, d.item_id, d.amount_minor, d.effective_on, d.recorded_at, d.ended_on,
           d.ended_at
      from disputes.dispute_history d
     where ${within(sql`d.account_id`, stretch)}`);
  return grouped(rows, (row): PastDispute => ({
    ...dated(row),
    itemId: row.item_id,
    amount: row.amount_minor,
    ended: endOf(row),
  }));
}

async function promiseRows(db: Queries, stretch: Stretch) {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    amount_minor: bigint;
    made_on: string;
    last_day: string;
    recorded_at: string;
    ended_on: string | null;
    ended_at: string | null;
    ended_as: string | null;
    item_ids: string[];
  }>`
    select p.account_id, p.currency, p.amount_minor, p.made_on, p.last_day, p.recorded_at,
           p.ended_on, p.ended_at, p.ended_as, p.item_ids
      from promises.promise_history p
     where ${within(sql`p.account_id`, stretch)}`);
  return grouped(rows, (row): PastPromise => {
    const ended = endOf(row);
    const broken = row.ended_as === 'broken' || row.ended_as === 'partly';
    return {
      on: day(row.made_on),
      at: instant(row.recorded_at),
      itemIds: row.item_ids,
      currency: currency(row.currency),
      amount: row.amount_minor,
      until: day(row.last_day),
      ended: ended && { ...ended, broken, kept: row.ended_as === 'kept' },
    };
  });
}

function endOf({ ended_on, ended_at }: { ended_on: string | null; ended_at: string | null }) {
  return ended_on === null || ended_at === null
    ? null
    : { on: day(ended_on), at: instant(ended_at) };
}

function grouped<Row extends { account_id: string }, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): ReadonlyMap<string, T[]> {
  const byAccount = new Map<string, T[]>();
  for (const row of rows) {
    const own = byAccount.get(row.account_id) ?? [];
    own.push(read(row));
    byAccount.set(row.account_id, own);
  }
  return byAccount;
}
