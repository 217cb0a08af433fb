/** Plans and settlements go on under the account into which theirs was merged. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PlanMoney } from '../../rules/plans/progress.ts';

const planTables = [
  'promises.plan',
  'promises.plan_item',
  'promises.plan_version',
  'promises.plan_instalment',
  'promises.plan_document',
  'promises.plan_signature',
  'promises.plan_copy',
  'promises.plan_verdict',
  'promises.plan_approval',
  'promises.mandate',
  'promises.reage',
];

const settlementTables = [
  'promises.settlement',
  'promises.settlement_item',
  'promises.settlement_verdict',
];

/** The facts are repeated; where each plan stands moves along. */
export async function carryPlanRows(
  { tx }: Context,
  carrying: Carrying,
  planIds: readonly Id[],
): Promise<void> {
  const { from, into } = carrying;
  for (const table of planTables) await carryRows(tx, carrying, table, 'plan_id', planIds);
  const mandates = await tx.all(sql<{ mandate_id: string }>`
    select mandate_id
      from promises.mandate
     where account_id = ${from}
       and plan_id    = any(${planIds}::uuid[])`);
  const mandateIds = mandates.map(({ mandate_id }) => id(mandate_id));
  await carryRows(tx, carrying, 'promises.mandate_end', 'mandate_id', mandateIds);
  await tx.run(sql`
    update promises.plan_now
       set account_id = ${into}
     where account_id = ${from}
       and plan_id    = any(${planIds}::uuid[])`);
}

export async function carrySettlementRows(
  { tx }: Context,
  carrying: Carrying,
  settlementIds: readonly Id[],
): Promise<void> {
  const { from, into } = carrying;
  for (const table of settlementTables) {
    await carryRows(tx, carrying, table, 'settlement_id', settlementIds);
  }
  await tx.run(sql`
    update promises.settlement_now
       set account_id    = ${into}
     where account_id    = ${from}
       and settlement_id = any(${settlementIds}::uuid[])`);
}

/** What counted for each until now, by its own day: the debts it was applied to stay behind. */
export async function insertCarriedMoney(
  { tx, at, newId }: Context,
  accountId: Id,
  arrangementId: Id,
  counted: readonly PlanMoney[],
): Promise<void> {
  await tx.copyIn(
    `promises.carried_money (account_id, arrangement_id, carried_id, currency, amount_minor,
      counts_on, recorded_at)`,
    counted.map(({ amount, on }) => [
      accountId,
      arrangementId,
      newId(),
      amount.currency,
      amount.minor,
      on,
      at,
    ]),
  );
}
