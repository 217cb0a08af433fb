/** What stands beside a plan on its page: documents covered, signatures, versions, history. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { PlanState } from '../../rules/plans/path.ts';

export type CoveredDocument = {
  readonly itemId: Id;
  readonly document: string;
  readonly kind: 'debt' | 'fee' | 'interest';
  readonly covered: Money;
  readonly open: Money;
  readonly dueOn: Day;
};

export async function documentsOf(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<CoveredDocument[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    kind: CoveredDocument['kind'];
    currency: string;
    covered_minor: bigint;
    open_minor: bigint;
    due_on: string;
  }>`
    select p.item_id, d.number, p.kind, d.currency, p.covered_minor, c.open_minor, d.due_on
      from promises.plan_item p
      join ledger.dated_item d on d.account_id = p.account_id and d.item_id = p.item_id
      join ledger.item_card c on c.account_id = p.account_id and c.item_id = p.item_id
     where p.account_id = ${accountId}
       and p.plan_id    = ${planId}
     order by p.kind, d.due_on, d.number`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    document: row.number,
    kind: row.kind,
    covered: money(row.covered_minor, row.currency),
    open: money(row.open_minor, row.currency),
    dueOn: day(row.due_on),
  }));
}

export type SignatureLine = {
  readonly version: number;
  readonly how: 'typed' | 'wet';
  readonly name: string;
  readonly language: string;
  readonly sha256: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly at: Instant;
  readonly hasPaper: boolean;
};

export async function signaturesOf(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<SignatureLine[]> {
  const rows = await db.all(sql<
    Omit<SignatureLine, 'at' | 'userAgent' | 'hasPaper'> & {
      user_agent: string;
      recorded_at: string;
      has_paper: boolean;
    }
  >`
    select version, how, name, language, sha256, ip, user_agent, recorded_at,
           copy is not null as has_paper
      from promises.plan_signature
     where account_id = ${accountId}
       and plan_id    = ${planId}
     order by version`);
  return rows.map(({ user_agent, recorded_at, has_paper, ...row }) => ({
    ...row,
    userAgent: user_agent,
    at: instant(recorded_at),
    hasPaper: has_paper,
  }));
}

export type VersionLine = {
  readonly version: number;
  readonly kind: 'offer' | 'amendment' | 'catch_up';
  readonly on: Day;
  readonly by: string;
  readonly reason: string;
};

export async function versionsOf(db: Queries, accountId: Id, planId: Id): Promise<VersionLine[]> {
  const rows = await db.all(sql<{
    version: number;
    kind: VersionLine['kind'];
    effective_on: string;
    by: string;
    reason: string;
  }>`
    select v.version, v.kind, v.effective_on, coalesce(m.name, v.actor) as by, v.reason
      from promises.plan_version v
      left join team.person m on v.actor = 'member:' || m.member_id
     where v.account_id = ${accountId}
       and v.plan_id    = ${planId}
     order by v.version`);
  return rows.map(({ effective_on, ...row }) => ({ ...row, on: day(effective_on) }));
}

export type VerdictLine = {
  readonly state: PlanState;
  readonly on: Day;
  readonly paid: Money;
  readonly recordedAt: Instant;
  readonly reason: string;
};

export async function verdictsOf(
  db: Queries,
  { accountId, planId, currency }: { accountId: Id; planId: Id; currency: string },
): Promise<VerdictLine[]> {
  const rows = await db.all(sql<{
    state: PlanState;
    effective_on: string;
    paid_minor: bigint;
    recorded_at: string;
    reason: string;
  }>`
    select state, effective_on, paid_minor, recorded_at, reason
      from promises.plan_verdict
     where account_id = ${accountId}
       and plan_id    = ${planId}
     order by verdict_id`);
  return rows.map((row) => ({
    state: row.state,
    on: day(row.effective_on),
    paid: money(row.paid_minor, currency),
    recordedAt: instant(row.recorded_at),
    reason: row.reason,
  }));
}

/** The days from which debts of the plan were aged anew. */
export async function reagingsOf(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<{ from: Day; at: Instant }[]> {
  const rows = await db.all(sql<{ aged_from: string; recorded_at: string }>`
    select aged_from, recorded_at
      from promises.reage
     where account_id = ${accountId}
       and plan_id    = ${planId}
     order by recorded_at`);
  return rows.map((row) => ({ from: day(row.aged_from), at: instant(row.recorded_at) }));
}

/** Who made it, by name; else the actor as it was recorded. */
export async function nameOf(db: Queries, actor: string): Promise<string> {
  const row = await db.maybe(sql<{ name: string }>`
    select name from team.person where 'member:' || member_id = ${actor}`);
  return row?.name ?? actor;
}
