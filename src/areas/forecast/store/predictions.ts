/** Predictions as they are kept: the latest of each open item, and some to be judged later. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { toDay } from '../rules/days.ts';
import type { Source } from '../rules/outlook.ts';
import type { AccountSaid, PredictedItem } from '../rules/predict-part.ts';
import type { Reason } from '../rules/reasons.ts';
import type { Run } from './runs.ts';

/** Replaces what is said of the accounts. */
export async function replacePredictions(
  tx: Tx,
  run: Run,
  accountIds: readonly Id[],
  items: readonly PredictedItem[],
): Promise<void> {
  await tx.run(sql`
    delete from forecast.prediction where account_id = any(${accountIds}::uuid[])`);
  await tx.copyIn(
    `forecast.prediction (account_id, item_id, run_id, company_id, currency, open_minor,
      disputed_minor, due_on, made_on, p10_on, p50_on, p90_on, p_late, p_late30, p_paid_30, days,
      later, doubtful, source, model, low_history, reasons)`,
    items.map((item) => [
      item.fact.accountId,
      item.fact.itemId,
      run.runId,
      item.fact.companyId,
      item.fact.currency,
      item.fact.open,
      item.fact.disputed,
      toDay(item.fact.dueOn),
      run.madeOn,
      toDay(item.p10),
      toDay(item.p50),
      toDay(item.p90),
      chance(item.late),
      chance(item.late30),
      chance(item.paid30),
      `{${item.days.join(',')}}`,
      item.later,
      item.doubtful,
      item.source,
      item.model,
      item.lowHistory,
      JSON.stringify(item.reasons),
    ]),
  );
}

function chance(value: number): number {
  return Math.min(Math.max(Math.round(value * 1e6) / 1e6, 0), 1);
}

/** Every item is kept once a week; of large books one in so many, always the same ones. */
export type Keeping = { readonly all: boolean; readonly oneIn: number };

export async function keepSome(
  tx: Tx,
  run: Run,
  accountIds: readonly Id[],
  { all, oneIn }: Keeping,
): Promise<void> {
  await tx.run(sql`
    insert into forecast.kept_prediction (account_id, item_id, made_on, zone, due_on, p10_on,
                                          p50_on, p90_on, p_late, p_late30, source)
    select p.account_id, p.item_id, p.made_on, ${run.zone}, p.due_on, p.p10_on, p.p50_on,
           p.p90_on, p.p_late, p.p_late30, p.source
      from forecast.prediction p
     where p.account_id = any(${accountIds}::uuid[])
       and (hashtext(p.item_id::text) & 65535) / 7 % ${oneIn}::integer = 0
       and (${all} or (hashtext(p.item_id::text) & 65535) % 7
                      = (p.made_on - date '1970-01-01') % 7)
        on conflict do nothing`);
}

export async function replaceBehaviours(
  tx: Tx,
  run: Run,
  accounts: readonly AccountSaid[],
): Promise<void> {
  const ids = accounts.map(({ accountId }) => accountId);
  await tx.run(sql`delete from forecast.behaviour where account_id = any(${ids}::uuid[])`);
  await tx.copyIn(
    'forecast.behaviour (account_id, run_id, made_on, facts)',
    accounts.map(({ accountId, behaviour }) => [
      accountId,
      run.runId,
      run.madeOn,
      JSON.stringify(behaviour),
    ]),
  );
}

/** Predictions of the zone that an earlier run made of what is owed no more. */
export async function dropOlder(tx: Tx, run: Run): Promise<void> {
  await tx.run(sql`
    delete from forecast.prediction p
     using team.company c
     where c.company_id = p.company_id
       and c.zone = ${run.zone}
       and p.run_id <> ${run.runId}`);
}

export type StoredPrediction = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly madeOn: Day;
  readonly dueOn: Day;
  readonly p10: Day;
  readonly p50: Day;
  readonly p90: Day;
  readonly late: number;
  readonly late30: number;
  readonly paid30: number;
  readonly source: Source;
  readonly model: string;
  readonly lowHistory: boolean;
  readonly reasons: readonly Reason[];
};

/** What is said of the items of an account that are still open. */
export async function predictionsOf(db: Queries, accountId: Id): Promise<StoredPrediction[]> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    made_on: string;
    due_on: string;
    p10_on: string;
    p50_on: string;
    p90_on: string;
    p_late: number;
    p_late30: number;
    p_paid_30: number;
    source: Source;
    model: string;
    low_history: boolean;
    reasons: Reason[];
  }>`
    select p.account_id, p.item_id, p.made_on, p.due_on, p.p10_on, p.p50_on, p.p90_on, p.p_late,
           p.p_late30, p.p_paid_30, p.source, p.model, p.low_history, p.reasons
      from forecast.prediction p
      join ledger.open_item o on o.account_id = p.account_id and o.item_id = p.item_id
     where p.account_id = ${accountId}
     order by p.p50_on, p.item_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    madeOn: day(row.made_on),
    dueOn: day(row.due_on),
    p10: day(row.p10_on),
    p50: day(row.p50_on),
    p90: day(row.p90_on),
    late: row.p_late,
    late30: row.p_late30,
    paid30: row.p_paid_30,
    source: row.source,
    model: row.model,
    lowHistory: row.low_history,
    reasons: row.reasons,
  }));
}
