/** Allowances as they were computed, with the second person's word when there is one. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AllowanceMethod } from '../rules/allowance.ts';

export type AllowanceWritten = {
  readonly companyId: Id;
  readonly asOf: Day;
  readonly currency: string;
  readonly method: AllowanceMethod;
  /** All it was computed from, as it is shown. */
  readonly facts: object;
  readonly allowance: bigint;
  readonly before: bigint;
};

export async function insertAllowance(context: Context, made: AllowanceWritten): Promise<Id> {
  const allowanceId = context.newId();
  await context.tx.run(sql`
    insert into metrics.allowance (company_id, allowance_id, as_of, known_at, currency, method,
                                   facts, allowance_minor, before_minor, recorded_at, actor,
                                   reason)
    values (${made.companyId}, ${allowanceId}, ${made.asOf}, ${context.at}, ${made.currency},
            ${made.method}, ${JSON.stringify(made.facts)}, ${made.allowance}, ${made.before},
            ${context.at}, ${context.actor.ref}, ${context.reason})`);
  return allowanceId;
}

export type AllowanceRow = {
  company_id: string;
  company: string;
  allowance_id: string;
  as_of: string;
  known_at: string;
  currency: string;
  method: AllowanceMethod;
  facts: unknown;
  allowance: bigint;
  before: bigint;
  recorded_at: string;
  actor: string;
  prepared_by: string | null;
  reason: string;
  verdict: 'signed' | 'sent_back' | null;
  note: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
};

/** The latest first. */
export async function allowancesOf(
  db: Queries,
  companies: CompanyScope,
  one: Id | null = null,
): Promise<AllowanceRow[]> {
  return db.all(sql<AllowanceRow>`
    select a.company_id, c.code as company, a.allowance_id, a.as_of, a.known_at, a.currency,
           a.method, a.facts, a.allowance_minor as allowance, a.before_minor as before,
           a.recorded_at, a.actor, p.name as prepared_by, a.reason, r.verdict, r.note,
           r.recorded_at as reviewed_at, w.name as reviewed_by
      from metrics.allowance a
      join team.company c on c.company_id = a.company_id
      left join metrics.allowance_review r
        on r.company_id = a.company_id and r.allowance_id = a.allowance_id
      left join team.person p on 'member:' || p.member_id = a.actor
      left join team.person w on 'member:' || w.member_id = r.actor
     where ${inCompanies(sql`a.company_id`, companies)}
       and ${one === null ? sql`true` : sql`a.allowance_id = ${one}`}
     order by a.allowance_id desc
     limit 200`);
}

export async function insertReview(
  context: Context,
  { companyId, allowanceId, verdict, note }: ReviewWritten,
): Promise<void> {
  await context.tx.run(sql`
    insert into metrics.allowance_review (company_id, allowance_id, verdict, note, recorded_at,
                                          actor)
    values (${companyId}, ${allowanceId}, ${verdict}, ${note}, ${context.at},
            ${context.actor.ref})`);
}

export type ReviewWritten = {
  readonly companyId: Id;
  readonly allowanceId: Id;
  readonly verdict: 'signed' | 'sent_back';
  readonly note: string;
};

/** Locks an allowance until the transaction ends, so that it is reviewed once. */
export async function lockAllowance(context: Context, allowanceId: Id): Promise<void> {
  await context.tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended('metrics.allowance ' || ${allowanceId}, 0))`);
}
