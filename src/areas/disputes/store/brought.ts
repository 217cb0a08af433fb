/** Disputes that outside systems told us of and that no case follows yet. */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type BroughtDispute = {
  readonly accountId: Id;
  readonly disputeId: Id;
  /** As the other system words it. */
  readonly reason: string;
  /** What of the item is contested by it now. */
  readonly amount: Money;
  /** Who told us of it. */
  readonly source: string;
};

/** Undefined once it has ended, or somebody follows it. */
export async function broughtDispute(
  db: Queries,
  accountId: Id,
  disputeId: Id,
): Promise<BroughtDispute | undefined> {
  const row = await db.maybe(sql<{
    reason: string;
    currency: string;
    amount_minor: bigint;
    customer: string;
  }>`
    select d.reason, i.currency, disputes.contested(d.item_id, d.amount_minor, i.open_minor)
           as amount_minor, a.name as customer
      from disputes.dispute_card d
      join ledger.item_card i on i.account_id = d.account_id and i.item_id = d.item_id
      join customers.account_card a on a.account_id = d.account_id
     where d.account_id = ${accountId}
       and d.dispute_id = ${disputeId}
       and d.case_id is null`);
  if (!row) return undefined;
  const amount = money(row.amount_minor, row.currency);
  return { accountId, disputeId, reason: row.reason, amount, source: row.customer };
}

/** The oldest of a zone or of all, without those whose item was paid since. */
export async function broughtDisputes(
  db: Queries,
  zone: string | 'all',
  most: number,
): Promise<{ accountId: Id; disputeId: Id }[]> {
  const rows = await db.all(sql<{ account_id: string; dispute_id: string }>`
    select d.account_id, d.dispute_id
      from disputes.dispute_card d
      join customers.account_card a on a.account_id = d.account_id
      join team.company c on c.company_id = a.company_id
      join ledger.item_card i on i.account_id = d.account_id and i.item_id = d.item_id
     where d.case_id is null
       and (${zone === 'all'} or c.zone = ${zone})
       and i.open_minor > 0
     order by d.effective_on, d.dispute_id
     limit ${most}`);
  return rows.map((row) => ({ accountId: id(row.account_id), disputeId: id(row.dispute_id) }));
}

/**
 * Ends those whose item was paid since, from the day on which it was: what is paid is contested
 * no more. Answers how many.
 */
export async function endPaid({ tx, at, actor }: Context): Promise<number> {
  const ended = await tx.all(sql`
    insert into disputes.resolution (account_id, dispute_id, effective_on, recorded_at, actor, how)
    select d.account_id, d.dispute_id, greatest(d.effective_on, i.closed_on), ${at}, ${actor.ref},
           'cleared'
      from disputes.dispute_card d
      join ledger.item_line i on i.account_id = d.account_id and i.item_id = d.item_id
     where d.case_id is null
       and i.open_minor <= 0
       and i.closed_on is not null
        on conflict do nothing
    returning dispute_id`);
  return ended.length;
}

export async function linkDispute(
  { tx }: Context,
  made: { readonly accountId: Id; readonly caseId: Id; readonly disputeId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into disputes.case_dispute (account_id, case_id, dispute_id, line_no)
    values (${made.accountId}, ${made.caseId}, ${made.disputeId}, null)`);
}
