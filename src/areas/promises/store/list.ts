/** Promises as people read them: with account, name, words, verdicts and documents. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PromiseState } from '../rules/promise.ts';

export type ListedPromise = {
  readonly promiseId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly amount: Money;
  readonly received: Money;
  /** What may be missing from a kept one. */
  readonly tolerance: Money;
  readonly madeOn: Day;
  readonly dueOn: Day;
  readonly lastDay: Day;
  readonly method: string | null;
  readonly saidBy: string;
  readonly state: PromiseState;
  readonly level: number;
  readonly takenBy: string;
  readonly items: readonly { itemId: Id; document: string }[];
  readonly history: readonly { state: PromiseState; on: Day; recordedAt: Instant }[];
};

export type PromiseFilter = {
  readonly accountId?: Id | undefined;
  readonly state?: PromiseState | undefined;
  readonly dueFrom?: Day | undefined;
  readonly dueTo?: Day | undefined;
  readonly ownerId?: Id | undefined;
  readonly companies: CompanyScope;
};

/** How a list is read on: after this promise. */
export type PromiseAfter = {
  readonly open: boolean;
  readonly dueOn: Day;
  readonly promiseId: Id;
};

type Row = {
  promise_id: string;
  account_id: string;
  account: string;
  name: string;
  currency: string;
  amount_minor: bigint;
  received_minor: bigint;
  tolerance_minor: bigint;
  made_on: string;
  due_on: string;
  last_day: string;
  method: string | null;
  said_by: string;
  state: PromiseState;
  level: number;
  taken_by: string;
  recorded_at: string;
};

/** Promises of one account, newest first. */
export async function promisesOfAccount(db: Queries, accountId: Id): Promise<ListedPromise[]> {
  const condition = where({ accountId, companies: 'all' });
  const rows = await db.all(sql<Row>`
    ${selectPromises(condition)}
     order by p.made_on desc, p.recorded_at desc, p.promise_id desc`);
  return withDetails(db, rows);
}

/**
 * One page of promises: first the open ones, of which the one that falls due first stands on
 * top; then what became of the others, newest due day first. Without a limit: all of them.
 */
export async function listPromises(
  db: Queries,
  filter: PromiseFilter,
  { after, limit }: { after: PromiseAfter | undefined; limit: number | null },
): Promise<ListedPromise[]> {
  const later =
    after &&
    sql`(n.state <> 'open', ${turn(sql`n.state = 'open'`, sql`p.due_on`)}, p.promise_id)
          > (${!after.open}, ${turn(sql`${after.open}`, sql`${after.dueOn}::date`)},
             ${after.promiseId}::uuid)`;
  const rows = await db.all(sql<Row>`
    ${selectPromises(allOf([where(filter), later]))}
     order by n.state <> 'open', ${turn(sql`n.state = 'open'`, sql`p.due_on`)}, p.promise_id
     limit ${limit}`);
  return withDetails(db, rows);
}

/** Days that count up for an open promise and down for another. */
function turn(open: Sql, dueOn: Sql): Sql {
  return sql`(${dueOn} - date '2000-01-01') * case when ${open} then 1 else -1 end`;
}

export type StateCount = { readonly state: PromiseState; readonly count: number };

/** How many promises there are in each state that any is in, whatever state the filter asks. */
export async function countPromises(db: Queries, filter: PromiseFilter): Promise<StateCount[]> {
  const rows = await db.all(sql<{ state: PromiseState; count: bigint }>`
    select n.state, count(*)
      from promises.promise p
      join promises.promise_now n on n.account_id = p.account_id and n.promise_id = p.promise_id
      join customers.account_card a on a.account_id = p.account_id
     where ${where({ ...filter, state: undefined })}
     group by n.state`);
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

function selectPromises(condition: Sql): Sql {
  return sql`
    select p.promise_id, p.account_id, a.account, a.name, p.currency, p.amount_minor,
           n.received_minor, p.tolerance_minor, p.made_on, p.due_on, p.last_day, p.method,
           p.said_by, n.state, p.level, coalesce(m.name, p.actor) as taken_by, p.recorded_at
      from promises.promise p
      join promises.promise_now n on n.account_id = p.account_id and n.promise_id = p.promise_id
      join customers.account_card a on a.account_id = p.account_id
      left join team.person m on p.actor = 'member:' || m.member_id
     where ${condition}`;
}

function where(filter: PromiseFilter): Sql<boolean> {
  const { accountId, state, dueFrom, dueTo, ownerId, companies } = filter;
  return allOf([
    inCompanies(sql`a.company_id`, companies),
    accountId && sql`p.account_id = ${accountId}`,
    state && sql`n.state = ${state}`,
    dueFrom && sql`p.due_on >= ${dueFrom}`,
    dueTo && sql`p.due_on <= ${dueTo}`,
    ownerId && sql`a.owner_id = ${ownerId}`,
  ]);
}

type Detail<T> = ReadonlyMap<string, readonly T[]>;

async function withDetails(db: Queries, rows: readonly Row[]): Promise<ListedPromise[]> {
  const promiseIds = rows.map((row) => row.promise_id);
  const accountIds = [...new Set(rows.map((row) => row.account_id))];
  const items = Map.groupBy(
    await db.all(sql<{ promise_id: string; item_id: string; number: string }>`
      select i.promise_id, i.item_id, d.number
        from promises.promised_item i
        join ledger.item_name d on d.account_id = i.account_id and d.item_id = i.item_id
       where i.account_id = any(${accountIds})
         and i.promise_id = any(${promiseIds})
       order by d.number, i.item_id`),
    (row) => row.promise_id,
  );
  const verdicts = Map.groupBy(
    await db.all(sql<VerdictRow>`
      select promise_id, state, effective_on, recorded_at
        from promises.verdict
       where account_id = any(${accountIds})
         and promise_id = any(${promiseIds})
       order by recorded_at`),
    (row) => row.promise_id,
  );
  return rows.map((row) => listed(row, items, verdicts));
}

type VerdictRow = {
  promise_id: string;
  state: PromiseState;
  effective_on: string;
  recorded_at: string;
};

function listed(
  row: Row,
  items: Detail<{ item_id: string; number: string }>,
  verdicts: Detail<VerdictRow>,
): ListedPromise {
  return {
    promiseId: id(row.promise_id),
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    amount: money(row.amount_minor, row.currency),
    received: money(row.received_minor, row.currency),
    tolerance: money(row.tolerance_minor, row.currency),
    madeOn: day(row.made_on),
    dueOn: day(row.due_on),
    lastDay: day(row.last_day),
    method: row.method,
    saidBy: row.said_by,
    state: row.state,
    level: row.level,
    takenBy: row.taken_by,
    items: (items.get(row.promise_id) ?? []).map((item) => ({
      itemId: id(item.item_id),
      document: item.number,
    })),
    history: historyOf(row, verdicts.get(row.promise_id) ?? []),
  };
}

/** Every state in its order; verdicts that only say that some money came are left out. */
function historyOf(row: Row, verdicts: readonly VerdictRow[]): ListedPromise['history'] {
  const made = {
    state: 'open' as const,
    on: day(row.made_on),
    recordedAt: instant(row.recorded_at),
  };
  const lines: ListedPromise['history'][number][] = [made];
  for (const { state, effective_on, recorded_at } of verdicts) {
    if (lines.at(-1)?.state === state) continue;
    lines.push({ state, on: day(effective_on), recordedAt: instant(recorded_at) });
  }
  return lines;
}

export type Said = {
  readonly saidBy: string;
  readonly method: string | null;
  readonly level: number;
  readonly lastDay: Day;
  readonly tolerance: Money;
};

/** The words of one promise, as they were taken down. */
export async function said(db: Queries, accountId: Id, promiseId: Id): Promise<Said> {
  const row = await db.one(sql<{
    said_by: string;
    method: string | null;
    level: number;
    last_day: string;
    tolerance_minor: bigint;
    currency: string;
  }>`
    select said_by, method, level, last_day, tolerance_minor, currency
      from promises.promise
     where account_id = ${accountId}
       and promise_id = ${promiseId}`);
  return {
    saidBy: row.said_by,
    method: row.method,
    level: row.level,
    lastDay: day(row.last_day),
    tolerance: money(row.tolerance_minor, row.currency),
  };
}
