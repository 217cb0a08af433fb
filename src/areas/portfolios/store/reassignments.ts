/** Acts that moved accounts: what each moved, from whom to whom, and whether it was undone. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ReassignmentKind = 'rules' | 'bulk' | 'rebalance' | 'new';

export type NewReassignment = {
  readonly reassignmentId: Id;
  readonly kind: ReassignmentKind;
  readonly madeOn: Day;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
};

export type MovedAccount = {
  readonly accountId: Id;
  readonly fromId: Id | null;
  readonly toId: Id | null;
  readonly wasPinned: boolean;
  readonly rule: number | null;
};

export async function insertReassignment(
  tx: Tx,
  act: NewReassignment,
  moved: readonly MovedAccount[],
): Promise<void> {
  await tx.run(sql`
    insert into portfolios.reassignment (reassignment_id, kind, made_on, recorded_at, actor, reason)
    values (${act.reassignmentId}, ${act.kind}, ${act.madeOn}, ${act.at}, ${act.actor},
            ${act.reason})`);
  await tx.copyIn(
    'portfolios.moved_account (account_id, reassignment_id, from_id, to_id, was_pinned, rule)',
    moved.map(({ accountId, fromId, toId, wasPinned, rule }) => [
      accountId,
      act.reassignmentId,
      fromId,
      toId,
      wasPinned,
      rule,
    ]),
  );
}

/** The companies of the act's accounts. */
export async function findReassignment(
  tx: Tx,
  reassignmentId: Id,
): Promise<{ readonly companyIds: readonly Id[] } | undefined> {
  const rows = await tx.all(sql<{ company_id: string }>`
    select distinct p.company_id
      from portfolios.moved_account m
      join customers.portfolio_card p on p.account_id = m.account_id
     where m.reassignment_id = ${reassignmentId}`);
  return rows.length === 0 ? undefined : { companyIds: rows.map((each) => id(each.company_id)) };
}

/** What the act moved and nobody has moved since: only that goes back. */
export async function stillAsMoved(
  tx: Tx,
  reassignmentId: Id,
): Promise<{ readonly moved: number; readonly standing: MovedAccount[] }> {
  const rows = await tx.all(sql<{
    account_id: string;
    from_id: string | null;
    to_id: string | null;
    was_pinned: boolean;
    rule: number | null;
    stands: boolean;
  }>`
    select m.account_id, m.from_id, m.to_id, m.was_pinned, m.rule,
           p.owner_id is not distinct from m.to_id
           and (p.pinned_at is null or p.pinned_at <= r.recorded_at) as stands
      from portfolios.moved_account m
      join portfolios.reassignment r on r.reassignment_id = m.reassignment_id
      join customers.portfolio_card p on p.account_id = m.account_id
     where m.reassignment_id = ${reassignmentId}
     order by m.account_id`);
  const standing = rows.filter(({ stands }) => stands);
  return {
    moved: rows.length,
    standing: standing.map((row) => ({
      accountId: id(row.account_id),
      fromId: row.from_id === null ? null : id(row.from_id),
      toId: row.to_id === null ? null : id(row.to_id),
      wasPinned: row.was_pinned,
      rule: row.rule,
    })),
  };
}

/** False when somebody just undid it. */
export async function insertUndone(
  tx: Tx,
  reassignmentId: Id,
  { at, actor, reason }: { readonly at: Instant; readonly actor: string; readonly reason: string },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into portfolios.reassignment_undone (reassignment_id, recorded_at, actor, reason)
    values (${reassignmentId}, ${at}, ${actor}, ${reason})
        on conflict do nothing`);
  return rows === 1;
}

export type PastReassignment = {
  readonly reassignmentId: Id;
  readonly kind: ReassignmentKind;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  readonly accounts: number;
  readonly undone: boolean;
};

/** The latest acts that moved accounts of these companies, newest first. */
export async function latestReassignments(
  db: Queries,
  companies: CompanyScope,
  limit: number,
): Promise<PastReassignment[]> {
  const rows = await db.all(sql<{
    reassignment_id: string;
    kind: ReassignmentKind;
    recorded_at: Instant;
    actor: string;
    reason: string;
    accounts: bigint;
    undone: boolean;
  }>`
    select r.reassignment_id, r.kind, r.recorded_at, r.actor, r.reason,
           (select count(*)
              from portfolios.moved_account m
             where m.reassignment_id = r.reassignment_id) as accounts,
           exists (select
                     from portfolios.reassignment_undone u
                    where u.reassignment_id = r.reassignment_id) as undone
      from portfolios.reassignment r
     where exists (select
                     from portfolios.moved_account m
                     join customers.portfolio_card p on p.account_id = m.account_id
                    where m.reassignment_id = r.reassignment_id
                      and ${inCompanies(sql`p.company_id`, companies)})
     order by r.recorded_at desc, r.reassignment_id desc
     limit ${limit}`);
  return rows.map((row) => ({
    reassignmentId: id(row.reassignment_id),
    kind: row.kind,
    at: row.recorded_at,
    actor: row.actor,
    reason: row.reason,
    accounts: Number(row.accounts),
    undone: row.undone,
  }));
}
