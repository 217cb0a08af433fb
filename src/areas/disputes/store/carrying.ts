/** Cases and disputes go on under the account into which theirs was merged. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

const caseTables = [
  'disputes.dispute_case',
  'disputes.case_event',
  'disputes.deduction',
  'disputes.link',
  'disputes.evidence',
];

export type Contested = {
  readonly caseIds: readonly Id[];
  /** Of those cases, and what came from outside and nobody follows yet. */
  readonly disputeIds: readonly Id[];
  readonly linkIds: readonly Id[];
};

/** What is contested of an account and not at its end. */
export async function contestedOn(db: Queries, accountId: Id): Promise<Contested> {
  const { cases, disputes, links } = await db.one(sql<{
    cases: string[];
    disputes: string[];
    links: string[];
  }>`
    with live as (
      select case_id from disputes.case_now where account_id = ${accountId} and state <> 'closed')
    select array(select case_id from live) as cases,
           array(select x.dispute_id
                   from disputes.case_dispute x
                   join live using (case_id)
                  where x.account_id = ${accountId}
                  union
                 select o.dispute_id
                   from disputes.open_dispute o
                  where o.account_id = ${accountId}) as disputes,
           array(select l.link_id
                   from disputes.link l
                   join live using (case_id)
                  where l.account_id = ${accountId}) as links`);
  return {
    caseIds: cases.map((each) => id(each)),
    disputeIds: disputes.map((each) => id(each)),
    linkIds: links.map((each) => id(each)),
  };
}

/**
 * The facts are repeated; where each case stands moves along. Over here nothing of it is
 * contested any more, for nothing of it is owed.
 */
export async function carryContested(
  { tx, at, actor, today }: Context,
  carrying: Carrying,
  { caseIds, disputeIds, linkIds }: Contested,
): Promise<void> {
  const { from, into } = carrying;
  for (const table of caseTables) await carryRows(tx, carrying, table, 'case_id', caseIds);
  await carryRows(tx, carrying, 'disputes.dispute', 'dispute_id', disputeIds);
  const moved = await tx.all(sql<{ dispute_id: string }>`
    select dispute_id
      from disputes.dispute
     where account_id = ${into}
       and dispute_id = any(${disputeIds}::uuid[])`);
  const there = moved.map((row) => id(row.dispute_id));
  for (const table of ['disputes.case_dispute', 'disputes.resolution']) {
    await carryRows(tx, carrying, table, 'dispute_id', there);
  }
  for (const table of ['disputes.link_revoked', 'disputes.link_use']) {
    await carryRows(tx, carrying, table, 'link_id', linkIds);
  }
  await tx.run(sql`
    update disputes.case_now
       set account_id = ${into}
     where account_id = ${from}
       and case_id    = any(${caseIds}::uuid[])`);
  await tx.run(sql`
    insert into disputes.resolution (account_id, dispute_id, effective_on, recorded_at, actor)
    select ${from}, d, ${today}, ${at}, ${actor.ref}
      from unnest(${disputeIds}::uuid[]) as each (d)
        on conflict do nothing`);
}
