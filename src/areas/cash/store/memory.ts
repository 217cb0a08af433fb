/** What people taught of payers; the latest word about a key and an account holds. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type MemoryKind = 'payer_account' | 'alias';

export type Memory = {
  readonly companyId: Id;
  readonly kind: MemoryKind;
  readonly key: string;
  readonly accountId: Id;
  readonly receiptId: Id | null;
};

export async function insertMemory(context: Context, memory: Memory): Promise<void> {
  await write(context, [memory], false);
}

/** Every other account that the key led to is forgotten. */
export async function forgetOthers(context: Context, memory: Memory): Promise<void> {
  const known = await memoriesOf(context.tx, memory.companyId);
  const others = known.filter(
    ({ kind, key, accountId }) =>
      kind === memory.kind && key === memory.key && accountId !== memory.accountId,
  );
  await write(
    context,
    others.map((other) => ({ ...memory, accountId: other.accountId })),
    true,
  );
}

async function write(
  context: Context,
  memories: readonly Memory[],
  forgets: boolean,
): Promise<void> {
  const { tx, at, actor } = context;
  await tx.copyIn(
    `cash.memory (account_id, memory_id, company_id, kind, key, forgets, receipt_id, recorded_at,
      actor)`,
    memories.map((each) => [
      each.accountId,
      context.newId(),
      each.companyId,
      each.kind,
      each.key,
      forgets,
      each.receiptId,
      at,
      actor.ref,
    ]),
  );
}

export type Known = {
  readonly kind: MemoryKind;
  readonly key: string;
  readonly accountId: Id;
  /** How often somebody said so. */
  readonly times: number;
};

/** All that is remembered of a company's payers. */
export async function memoriesOf(db: Queries, companyId: Id): Promise<Known[]> {
  const rows = await db.all(sql<{
    kind: MemoryKind;
    key: string;
    account_id: string;
    times: bigint;
  }>`
    select m.kind, m.key, m.account_id, count(*) filter (where not m.forgets) as times
      from cash.memory m
     where m.company_id = ${companyId}
     group by m.kind, m.key, m.account_id
    having not (array_agg(m.forgets order by m.memory_id desc))[1]
     order by m.kind, m.key, m.account_id`);
  return rows.map(({ kind, key, account_id, times }) => ({
    kind,
    key,
    accountId: id(account_id),
    times: Number(times),
  }));
}
