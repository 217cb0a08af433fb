/**
 * The money that counts for plans and settlements: what was applied to the debts they cover
 * since they were agreed, and what stands unapplied on the account.
 *
 * Its day is that of the receipt, however late somebody applied it.
 */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PlanMoney } from '../../rules/plans/progress.ts';

export type AppliedMoney = PlanMoney & { readonly itemId: Id; readonly recordedAt: Instant };
export type LooseMoney = PlanMoney & { readonly recordedAt: Instant };

/** What was applied to these items and stands, by its own day; a debt that moved is not paid. */
export async function appliedTo(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<AppliedMoney[]> {
  const rows = await db.all(sql<{
    item_id: string;
    currency: string;
    amount_minor: bigint;
    counts_on: string;
    recorded_at: string;
  }>`
    select a.debit_item_id as item_id, c.currency, a.amount_minor, a.recorded_at,
           case when a.kind = 'payment' then c.issued_on else a.effective_on end as counts_on
      from ledger.standing_application a
      join ledger.dated_item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
     where a.account_id = ${accountId}
       and a.debit_item_id = any(${itemIds}::uuid[])
       and a.kind         <> 'transfer'
     order by counts_on, a.recorded_at`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    amount: money(row.amount_minor, row.currency),
    on: day(row.counts_on),
    recordedAt: instant(row.recorded_at),
  }));
}

/** What counted before the account of a plan or a settlement was merged into this one. */
export async function carriedMoney(
  db: Queries,
  accountId: Id,
): Promise<ReadonlyMap<Id, readonly PlanMoney[]>> {
  const rows = await db.all(sql<{
    arrangement_id: string;
    currency: string;
    amount_minor: bigint;
    counts_on: string;
  }>`
    select arrangement_id, currency, amount_minor, counts_on
      from promises.carried_money
     where account_id = ${accountId}
     order by counts_on, carried_id`);
  const grouped = Map.groupBy(rows, (row) => id(row.arrangement_id));
  return new Map(
    [...grouped].map(([arrangementId, own]) => [
      arrangementId,
      own.map((row) => ({
        amount: money(row.amount_minor, row.currency),
        on: day(row.counts_on),
      })),
    ]),
  );
}

/** Receipts that nobody has applied yet. */
export async function unappliedOn(db: Queries, accountId: Id): Promise<LooseMoney[]> {
  const rows = await db.all(sql<{
    currency: string;
    amount_minor: bigint;
    received_on: string;
    recorded_at: string;
  }>`
    select currency, amount_minor, received_on, recorded_at
      from ledger.received_money
     where account_id = ${accountId}
       and item_id is null
     order by received_on, recorded_at`);
  return rows.map((row) => ({
    amount: money(row.amount_minor, row.currency),
    on: day(row.received_on),
    recordedAt: instant(row.recorded_at),
  }));
}
