/** Matching policies of companies: versions, and who approved them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type PolicyDocument, standardDocument } from '../rules/receipts/policy-document.ts';

export type InForce = { readonly version: number; readonly document: PolicyDocument };

/** The latest approved version; the standard, version 0, where nobody approved one. */
export async function policyInForce(db: Queries, companyId: Id): Promise<InForce> {
  const row = await db.maybe(sql<{ version: number; document: Partial<PolicyDocument> }>`
    select p.version, p.document
      from cash.policy p
      join cash.policy_act a on a.company_id = p.company_id and a.version = p.version
     where p.company_id = ${companyId}
       and a.act        = 'approved'
     order by p.version desc
     limit 1`);
  return {
    version: row?.version ?? 0,
    document: { ...standardDocument, ...row?.document },
  };
}

/** Since when the policy in force says that one person posts; null when it does not. */
export async function onePosterSince(db: Queries, companyId: Id): Promise<Day | null> {
  const row = await db.maybe(sql<{ one_poster: boolean; since: string }>`
    select coalesce((p.document ->> 'onePoster')::boolean, false) as one_poster,
           (a.recorded_at at time zone c.zone)::date as since
      from cash.policy p
      join cash.policy_act a on a.company_id = p.company_id and a.version = p.version
      join team.company c on c.company_id = p.company_id
     where p.company_id = ${companyId}
       and a.act        = 'approved'
     order by p.version desc
     limit 1`);
  return row?.one_poster ? day(row.since) : null;
}

/** Writes a new version down; it is in force once another person approves it. */
export async function insertPolicy(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  document: PolicyDocument,
): Promise<number> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.policy ${companyId}`}, 0))`);
  const { version } = await tx.one(sql<{ version: number }>`
    select coalesce(max(version), 0) + 1 as version
      from cash.policy
     where company_id = ${companyId}`);
  await tx.run(sql`
    insert into cash.policy (company_id, version, document, recorded_at, actor, reason)
    values (${companyId}, ${version}, ${JSON.stringify(document)}, ${at}, ${actor.ref},
            ${reason})`);
  return version;
}

export type PolicyVersion = {
  readonly companyId: Id;
  readonly company: string;
  readonly version: number;
  readonly document: PolicyDocument;
  readonly author: string;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly act: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
};

/** The versions of companies, the newest first. */
export async function listPolicies(db: Queries, companies: CompanyScope): Promise<PolicyVersion[]> {
  const rows = await db.all(sql<{
    company_id: string;
    company: string;
    version: number;
    document: Partial<PolicyDocument>;
    actor: string;
    by: string;
    recorded_at: string;
    reason: string;
    act: 'approved' | 'rejected' | null;
    decided_by: string | null;
  }>`
    select p.company_id, c.code as company, p.version, p.document, p.actor,
           coalesce(m.name, p.actor) as by, p.recorded_at, p.reason, a.act,
           coalesce(d.name, a.actor) as decided_by
      from cash.policy p
      join team.company c on c.company_id = p.company_id
      left join cash.policy_act a on a.company_id = p.company_id and a.version = p.version
      left join team.person m on p.actor = 'member:' || m.member_id
      left join team.person d on a.actor = 'member:' || d.member_id
     where ${inCompanies(sql`p.company_id`, companies)}
     order by c.code, p.version desc`);
  return rows.map((row) => ({
    companyId: id(row.company_id),
    company: row.company,
    version: row.version,
    document: { ...standardDocument, ...row.document },
    author: row.actor,
    by: row.by,
    at: instant(row.recorded_at),
    reason: row.reason,
    act: row.act,
    decidedBy: row.decided_by,
  }));
}

/** Who wrote a version, locked, and whether it is decided; undefined when there is none. */
export async function lockPolicy(
  tx: Tx,
  companyId: Id,
  version: number,
): Promise<{ author: string; decided: boolean } | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.policy ${companyId}`}, 0))`);
  return tx.maybe(sql<{ author: string; decided: boolean }>`
    select p.actor as author,
           exists (select
                     from cash.policy_act a
                    where a.company_id = p.company_id
                      and a.version    = p.version) as decided
      from cash.policy p
     where p.company_id = ${companyId}
       and p.version    = ${version}`);
}

export async function insertPolicyAct(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  version: number,
  act: 'approved' | 'rejected',
): Promise<void> {
  await tx.run(sql`
    insert into cash.policy_act (company_id, version, act, recorded_at, actor, reason)
    values (${companyId}, ${version}, ${act}, ${at}, ${actor.ref}, ${reason})`);
}
