/**
 * Promises and their verdicts: what was said is inserted once, what became of it is a row more.
 *
 * `promise_now` repeats the latest verdict, in the same transaction, for whoever asks which
 * promises are open.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { AccountMoney } from '../rules/allot.ts';
import type { PromiseState, PromiseToPay } from '../rules/promise.ts';

export type NewPromise = PromiseToPay & {
  readonly lastDay: Day;
  /** What may be missing when it is judged. */
  readonly tolerance: Money;
  readonly saidBy: string;
  readonly method: string | null;
  readonly level: number;
};

/** Writes down what was said; it is open from now on. */
export async function insertPromise(context: Context, promise: NewPromise): Promise<void> {
  const { tx, at, actor } = context;
  const { accountId, amount } = promise;
  await tx.run(sql`
    insert into promises.promise (account_id, promise_id, currency, amount_minor, made_on, due_on,
                                  last_day, tolerance_minor, said_by, method, level, recorded_at,
                                  actor)
    values (${accountId}, ${promise.id}, ${amount.currency}, ${amount.minor.toString()},
            ${promise.madeOn}, ${promise.dueOn}, ${promise.lastDay},
            ${promise.tolerance.minor.toString()}, ${promise.saidBy}, ${promise.method},
            ${promise.level}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into promises.promised_item (account_id, promise_id, item_id)
    select ${accountId}, ${promise.id}, i.item_id
      from unnest(${promise.itemIds}::uuid[]) as i (item_id)`);
  await tx.run(sql`
    insert into promises.promise_now (account_id, promise_id, state, state_on, changed_at,
                                      received_minor, due_on, last_day)
    values (${accountId}, ${promise.id}, 'open', ${promise.madeOn}, ${at}, 0, ${promise.dueOn},
            ${promise.lastDay})`);
}

/** Marks a promise whose end another system stated. */
export async function insertStatedOutcome(
  { tx, at }: Context,
  accountId: Id,
  promiseId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into promises.stated_outcome (account_id, promise_id, recorded_at)
    values (${accountId}, ${promiseId}, ${at})`);
}

export type Verdict = {
  readonly accountId: Id;
  readonly promiseId: Id;
  readonly state: PromiseState;
  /** The business day the state holds from. */
  readonly on: Day;
  readonly received: bigint;
  readonly replacedBy: Id | null;
  readonly reason: string;
};

/** Records verdicts; each promise stands as its verdict says from now on. */
export async function insertVerdicts(
  context: Context,
  verdicts: readonly Verdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const { tx, at, actor } = context;
  await tx.copyIn(
    `promises.verdict (account_id, promise_id, effective_on, recorded_at, state, received_minor,
      replaced_by, actor, reason)`,
    verdicts.map(({ accountId, promiseId, state, on, received, replacedBy, reason }) => [
      accountId,
      promiseId,
      on,
      at,
      state,
      received,
      replacedBy,
      actor.ref,
      reason,
    ]),
  );
  await tx.run(sql`
    update promises.promise_now n
       set state = v.state, state_on = v.state_on, changed_at = ${at},
           received_minor = v.received_minor
      from unnest(${verdicts.map((each) => each.accountId)}::uuid[],
                  ${verdicts.map((each) => each.promiseId)}::uuid[],
                  ${verdicts.map((each) => each.state)}::text[],
                  ${verdicts.map((each) => each.on)}::date[],
                  ${verdicts.map((each) => each.received.toString())}::bigint[])
           as v (account_id, promise_id, state, state_on, received_minor)
     where n.account_id = v.account_id
       and n.promise_id = v.promise_id`);
}

/** A promise with where it stands; `ended` is set when a person ended it. */
export type StandingPromise = PromiseToPay & {
  readonly state: PromiseState;
  readonly received: Money;
  /** Another system stated its end, which our money does not change. */
  readonly stated: boolean;
};

type StandingRow = {
  account_id: string;
  promise_id: string;
  currency: string;
  amount_minor: bigint;
  made_on: string;
  due_on: string;
  recorded_at: string;
  state: PromiseState;
  received_minor: bigint;
  items: string[];
  ended_as: 'superseded' | 'withdrawn' | null;
  ended_on: string | null;
  stated: boolean;
};

/** Every promise of these accounts, also those that came to their end. */
export async function promisesOf(
  db: Queries,
  accountIds: readonly Id[],
): Promise<StandingPromise[]> {
  const rows = await db.all(sql<StandingRow>`
    select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on,
           p.recorded_at, n.state, n.received_minor, e.state as ended_as,
           e.effective_on as ended_on,
           exists (select from promises.stated_outcome s
                    where s.account_id = p.account_id
                      and s.promise_id = p.promise_id) as stated,
           array(select i.item_id
                   from promises.promised_item i
                  where i.account_id = p.account_id
                    and i.promise_id = p.promise_id
                  order by i.item_id) as items
      from promises.promise p
      join promises.promise_now n on n.account_id = p.account_id and n.promise_id = p.promise_id
      left join lateral (select v.state, v.effective_on
                           from promises.verdict v
                          where v.account_id = p.account_id
                            and v.promise_id = p.promise_id
                            and v.state in ('superseded', 'withdrawn')
                          order by v.recorded_at desc
                          limit 1) e on true
     where p.account_id = any(${accountIds})
     order by p.account_id, p.promise_id`);
  return rows.map(standing);
}

function standing(row: StandingRow): StandingPromise {
  return {
    id: id(row.promise_id),
    accountId: id(row.account_id),
    amount: money(row.amount_minor, row.currency),
    madeOn: day(row.made_on),
    madeAt: instant(row.recorded_at),
    dueOn: day(row.due_on),
    itemIds: row.items.map(id),
    state: row.state,
    received: money(row.received_minor, row.currency),
    stated: row.stated,
    ...(row.ended_as === null || row.ended_on === null
      ? {}
      : { ended: { as: row.ended_as, on: day(row.ended_on) } }),
  };
}

/** Money of these accounts that may keep a promise, by account, from a day on. */
export async function moneyOf(
  db: Queries,
  accountIds: readonly Id[],
  from: Day,
): Promise<Map<Id, AccountMoney[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string | null;
    currency: string;
    amount_minor: bigint;
    received_on: string;
    recorded_at: Instant;
  }>`
    select m.account_id, m.item_id, m.currency, m.amount_minor, m.received_on, m.recorded_at
      from ledger.received_money m
     where m.account_id = any(${accountIds})
       and m.received_on >= ${from}`);
  const byAccount = Map.groupBy(rows, (row) => id(row.account_id));
  return new Map(
    [...byAccount].map(([accountId, own]) => [
      accountId,
      own.map((row) => ({
        itemId: row.item_id === null ? null : id(row.item_id),
        amount: money(row.amount_minor, row.currency),
        effectiveOn: day(row.received_on),
        // Judged as of now, everything that stands in the book is known.
        recordedOn: day(row.received_on),
        recordedAt: row.recorded_at,
      })),
    ]),
  );
}

export type OpenDebt = { readonly itemId: Id; readonly number: string; readonly open: Money };

/** What is owed on these items; one that is closed, a credit or another account's is left out. */
export async function openDebts(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<OpenDebt[]> {
  return (await db.all(selectDebts(accountId, sql`i.item_id = any(${itemIds})`))).map(debt);
}

type DebtRow = { item_id: string; number: string; currency: string; open_minor: bigint };

function selectDebts(accountId: Id, condition: Sql): Sql<DebtRow> {
  return sql<DebtRow>`
    select i.item_id, i.number, i.currency, i.open_minor
      from ledger.item_card i
     where i.account_id = ${accountId}
       and i.side = 1
       and i.open_minor > 0
       and ${condition}`;
}

function debt(row: DebtRow): OpenDebt {
  return {
    itemId: id(row.item_id),
    number: row.number,
    open: money(row.open_minor, row.currency),
  };
}

/** What the account owes net in a currency: open debits less unapplied money. */
export async function netBalance(
  db: Queries,
  accountId: Id,
  currency: Money['currency'],
): Promise<Money> {
  const { net } = await db.one(sql<{ net: bigint }>`
    select coalesce(sum(i.open_minor), 0)::bigint as net
      from ledger.item_card i
     where i.account_id = ${accountId}
       and i.currency   = ${currency}
       and i.open_minor <> 0`);
  return money(net, currency);
}

/** Accounts of the companies of a zone that have an open promise, in the order of their ids. */
export async function accountsWithOpenPromise(db: Queries, zone: string): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct n.account_id
      from promises.promise_now n
      join customers.account_card a on a.account_id = n.account_id
      join team.company c on c.company_id = a.company_id
     where n.state = 'open'
       and c.zone  = ${zone}
     order by n.account_id`);
  return rows.map((row) => id(row.account_id));
}

/** Which of these accounts, or of all, ever gave a promise. */
export async function accountsWithPromise(
  db: Queries,
  accountIds: readonly Id[] | 'all',
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct account_id
      from promises.promise_now
     where ${accountIds === 'all' ? sql`true` : sql`account_id = any(${accountIds})`}`);
  return rows.map((row) => id(row.account_id));
}
