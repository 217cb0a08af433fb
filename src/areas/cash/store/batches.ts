/** Batches: their controls as they were counted, and every act upon them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { BatchState, Control } from '../rules/receipts/control.ts';
import type { batchMethods } from '../rules/receipts/receipt.ts';

export type BatchMethod = (typeof batchMethods)[number];
export type BatchSource = 'keyboard' | 'paste' | 'file';

export type NewBatch = {
  readonly batchId: Id;
  readonly companyId: Id;
  readonly method: BatchMethod;
  readonly source: BatchSource;
  readonly receivedOn: Day;
  readonly bank: string | null;
  readonly control: Control;
  readonly note: string;
};

export async function insertBatch(context: Context, batch: NewBatch): Promise<void> {
  const { tx, at, actor } = context;
  const { control } = batch;
  await tx.run(sql`
    insert into cash.batch (batch_id, company_id, method, source, received_on, bank, currency,
                            control_count, control_minor, note, recorded_at, actor)
    values (${batch.batchId}, ${batch.companyId}, ${batch.method}, ${batch.source},
            ${batch.receivedOn}, ${batch.bank}, ${control.amount.currency}, ${control.count},
            ${control.amount.minor.toString()}, ${batch.note}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into cash.batch_now (batch_id, state, changed_at)
    values (${batch.batchId}, 'open', ${at})`);
}

export type LockedBatch = {
  readonly batchId: Id;
  readonly companyId: Id;
  readonly method: BatchMethod;
  readonly source: BatchSource;
  readonly receivedOn: Day;
  readonly bank: string | null;
  readonly control: Control;
  readonly state: BatchState;
};

/** Locks a batch until the transaction ends; undefined when there is none. */
export async function lockBatch(tx: Tx, batchId: Id): Promise<LockedBatch | undefined> {
  const row = await tx.maybe(sql<{
    company_id: string;
    method: BatchMethod;
    source: BatchSource;
    received_on: string;
    bank: string | null;
    currency: string;
    control_count: number;
    control_minor: bigint;
    state: BatchState;
  }>`
    select b.company_id, b.method, b.source, b.received_on, b.bank, b.currency, b.control_count,
           b.control_minor, n.state
      from cash.batch_now n
      join cash.batch b on b.batch_id = n.batch_id
     where n.batch_id = ${batchId}
       for update of n`);
  return (
    row && {
      batchId,
      companyId: id(row.company_id),
      method: row.method,
      source: row.source,
      receivedOn: day(row.received_on),
      bank: row.bank,
      control: { count: row.control_count, amount: money(row.control_minor, row.currency) },
      state: row.state,
    }
  );
}

/** Records what was done with a batch, which stands so from now on. */
export async function actOnBatch(
  { tx, at, actor, reason }: Context,
  batchId: Id,
  act: Exclude<BatchState, 'open'>,
): Promise<void> {
  await tx.run(sql`
    insert into cash.batch_act (batch_id, recorded_at, act, actor, reason)
    values (${batchId}, ${at}, ${act}, ${actor.ref}, ${reason})`);
  await tx.run(sql`
    update cash.batch_now
       set state = ${act}, changed_at = ${at}
     where batch_id = ${batchId}`);
}

export type BatchCard = {
  readonly batchId: Id;
  readonly company: string;
  readonly companyId: Id;
  readonly method: BatchMethod;
  readonly source: BatchSource;
  readonly receivedOn: Day;
  readonly bank: string | null;
  readonly control: Control;
  readonly entered: Control;
  readonly note: string;
  readonly state: BatchState;
  readonly by: string;
};

type CardRow = {
  batch_id: string;
  company_id: string;
  company: string;
  method: BatchMethod;
  source: BatchSource;
  received_on: string;
  bank: string | null;
  currency: string;
  control_count: number;
  control_minor: bigint;
  receipts: number;
  sum_minor: bigint;
  note: string;
  state: BatchState;
  by: string;
};

export type BatchFilter = {
  readonly companies: CompanyScope;
  readonly state?: BatchState | undefined;
  readonly batchId?: Id | undefined;
};

/** Batches, the open ones first, then the newest. */
export async function listBatches(
  db: Queries,
  filter: BatchFilter,
  limit: number,
): Promise<BatchCard[]> {
  const rows = await db.all(sql<CardRow>`
    select b.batch_id, b.company_id, c.code as company, b.method, b.source, b.received_on, b.bank,
           b.currency, b.control_count, b.control_minor, b.receipts, b.sum_minor, b.note, b.state,
           coalesce(p.name, b.actor) as by
      from cash.batch_card b
      join team.company c on c.company_id = b.company_id
      left join team.person p on b.actor = 'member:' || p.member_id
     where ${whichBatches(filter)}
     order by b.state <> 'open', b.received_on desc, b.batch_id desc
     limit ${limit}`);
  return rows.map((row) => ({
    batchId: id(row.batch_id),
    companyId: id(row.company_id),
    company: row.company,
    method: row.method,
    source: row.source,
    receivedOn: day(row.received_on),
    bank: row.bank,
    control: { count: row.control_count, amount: money(row.control_minor, row.currency) },
    entered: { count: row.receipts, amount: money(row.sum_minor, row.currency) },
    note: row.note,
    state: row.state,
    by: row.by,
  }));
}

function whichBatches({ companies, state, batchId }: BatchFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`b.company_id`, companies),
    state && sql`b.state = ${state}`,
    batchId && sql`b.batch_id = ${batchId}`,
  ]);
}
