/** Requests, what was said to them, and how they ended. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, currency } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Role } from '#platform/auth/roles.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { ApprovalKind } from '../rules/authority.ts';
import type { Approver, Decision, Standing } from '../rules/request.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

export type NewRequest = {
  readonly requestId: Id;
  readonly companyId: Id;
  readonly accountId: Id | null;
  readonly kind: ApprovalKind;
  /** One open request a subject. */
  readonly subjectKey: string;
  readonly subject: unknown;
  /** What the title of its kind says in the reader's language. */
  readonly facts: Facts;
  readonly amount: Money;
  /** In the company's base currency: the amount, and `before` with it. */
  readonly weight: Money;
  /** What this customer was given, or is about to be, in the days before. */
  readonly before: Money;
  readonly least: Role | null;
  readonly needs: 1 | 2;
  readonly requestedBy: Id;
  readonly evidence: string;
  readonly expiresOn: Day;
};

export type Request = Standing & {
  readonly requestId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly accountId: Id | null;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly kind: ApprovalKind;
  readonly subject: unknown;
  readonly facts: Facts;
  readonly amount: Money;
  /** What counts with it of the days before, in the company's base currency. */
  readonly before: Money;
  readonly requester: string;
  readonly requesterLeft: boolean;
  readonly reason: string;
  readonly evidence: string;
  readonly askedAt: Instant;
  readonly outcome: { readonly how: 'done' | 'failed'; readonly detail: unknown } | null;
  readonly words: readonly Said[];
  /** The papers that speak for it. */
  readonly files: readonly Evidence[];
};

export type Said = Decision & {
  readonly by: string;
  readonly forName: string | null;
  readonly reason: string;
  readonly at: Instant;
};

/** Two who decide, or ask for the same, wait for each other. */
export async function lockSubject(tx: Tx, kind: string, subjectKey: string): Promise<void> {
  const name = `approvals ${kind} ${subjectKey}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Two requests for one customer count each other, whoever is first. */
export async function lockAccountRequests(tx: Tx, accountId: Id, kind: string): Promise<void> {
  const name = `approvals.account ${accountId} ${kind}`;
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export async function lockRequest(tx: Tx, requestId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`approvals.request ${requestId}`}, 0))`);
}

/** The request that is open on a subject; one that has expired is none. */
export async function openOn(
  db: Queries,
  kind: ApprovalKind,
  subjectKey: string,
  today: Day,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ request_id: string }>`
    select r.request_id
      from approvals.request r
     where r.kind        = ${kind}
       and r.subject_key = ${subjectKey}
       and r.expires_on >= ${today}
       and not exists (select from approvals.request_end e where e.request_id = r.request_id)
     limit 1`);
  return row && id(row.request_id);
}

export async function insertRequest({ tx, reason, at }: Context, made: NewRequest): Promise<void> {
  const { requestId, companyId, accountId, kind, subjectKey, subject, facts } = made;
  await tx.run(sql`
    insert into approvals.request (request_id, company_id, account_id, kind, subject_key, subject,
                                   facts, amount_minor, currency, weight_minor,
                                   before_minor, least, needs, requested_by, reason, evidence,
                                   expires_on, recorded_at)
    values (${requestId}, ${companyId}, ${accountId}, ${kind}, ${subjectKey},
            ${JSON.stringify(subject)}, ${JSON.stringify(facts)}, ${made.amount.minor},
            ${made.amount.currency}, ${made.weight.minor}, ${made.before.minor}, ${made.least},
            ${made.needs}, ${made.requestedBy}, ${reason}, ${made.evidence}, ${made.expiresOn},
            ${at})`);
}

export async function insertDecision(
  { tx, reason, at }: Context,
  requestId: Id,
  { memberId, forMember, said }: Decision,
): Promise<void> {
  await tx.run(sql`
    insert into approvals.decision (request_id, member_id, for_member, said, reason, recorded_at)
    values (${requestId}, ${memberId}, ${forMember}, ${said}, ${reason}, ${at})`);
}

export async function endRequest(
  { tx, actor, at }: Context,
  requestId: Id,
  how: 'granted' | 'refused' | 'withdrawn',
): Promise<void> {
  await tx.run(sql`
    insert into approvals.request_end (request_id, how, actor, recorded_at)
    values (${requestId}, ${how}, ${actor.ref}, ${at})`);
}

/** True the first time; what came of a request is said once. */
export async function insertOutcome(
  { tx, at }: Context,
  requestId: Id,
  { how, detail }: { readonly how: 'done' | 'failed'; readonly detail: unknown },
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into approvals.request_outcome (request_id, how, detail, recorded_at)
    values (${requestId}, ${how}, ${JSON.stringify(detail)}, ${at})
    on conflict do nothing`);
  return inserted === 1;
}

export type RequestFilter = {
  readonly companies: CompanyScope;
  readonly requestId?: Id;
  readonly accountId?: Id;
  readonly open?: Day;
  readonly endedBy?: Day;
  readonly requestedBy?: Id;
};

/** More than anybody decides in a day; the answer says when it was reached. */
export const mostRequests = 500;

export type Lately = { readonly since: Day; readonly today: Day; readonly done: boolean };

/**
 * What was asked for an account since a day, in the company's base currency, refused and taken
 * back ones left out; only what is still under way where `done` is not to be counted.
 */
export async function askedSince(
  db: Queries,
  accountId: Id,
  kind: ApprovalKind,
  { since, today, done }: Lately,
): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum(r.weight_minor - r.before_minor), 0)::bigint as total
      from approvals.request r
      left join approvals.request_end e on e.request_id = r.request_id
      left join approvals.request_outcome o on o.request_id = r.request_id
     where r.account_id   = ${accountId}
       and r.kind         = ${kind}
       and r.recorded_at >= ${since}
       and (e.how = 'granted' or (e.how is null and r.expires_on >= ${today}))
       and (o.how is null or (${done} and o.how = 'done'))`);
  return total;
}

/** Requests that fit, the oldest open ones first. */
export async function requestsOf(db: Queries, filter: RequestFilter): Promise<Request[]> {
  const rows = await db.all(sql<Row>`
    select r.request_id, r.company_id, co.code as company, co.base_currency, r.account_id,
           a.account, a.name as account_name, r.kind, r.subject, r.facts, r.amount_minor,
           r.currency, r.weight_minor, r.before_minor, r.least, r.needs, r.requested_by,
           p.name as requester, not p.active as requester_left, r.reason, r.evidence,
           r.expires_on, r.recorded_at, e.how as ended, o.how as outcome, o.detail,
           ${words} as words
      from approvals.request r
      join team.company co on co.company_id = r.company_id
      join team.member p on p.member_id = r.requested_by
      left join customers.account_card a on a.account_id = r.account_id
      left join approvals.request_end e on e.request_id = r.request_id
      left join approvals.request_outcome o on o.request_id = r.request_id
     where ${where(filter)}
     order by ${filter.endedBy === undefined ? sql`r.request_id` : sql`r.request_id desc`}
     limit ${mostRequests}`);
  const papers = await evidenceOf(
    db,
    rows.map((row) => id(row.request_id)),
  );
  return rows.map((row) => ({
    ...request(row),
    files: papers.filter(({ requestId }) => requestId === row.request_id),
  }));
}

const words = sql`
  coalesce((select jsonb_agg(jsonb_build_object(
                     'memberId', d.member_id, 'forMember', d.for_member, 'said', d.said,
                     'by', m.name, 'forName', f.name, 'reason', d.reason,
                     'at', d.recorded_at) order by d.recorded_at)
              from approvals.decision d
              join team.member m on m.member_id = d.member_id
              left join team.member f on f.member_id = d.for_member
             where d.request_id = r.request_id), '[]')`;

function where(filter: RequestFilter): Sql<boolean> {
  const { companies, requestId, accountId, open, endedBy, requestedBy } = filter;
  return allOf([
    inCompanies(sql`r.company_id`, companies),
    requestId && sql`r.request_id = ${requestId}`,
    accountId && sql`r.account_id = ${accountId}`,
    requestedBy && sql`r.requested_by = ${requestedBy}`,
    open && sql`e.request_id is null and r.expires_on >= ${open}`,
    endedBy && sql`(e.request_id is not null or r.expires_on < ${endedBy})`,
  ]);
}

type Row = {
  request_id: string;
  company_id: string;
  company: string;
  base_currency: string;
  account_id: string | null;
  account: string | null;
  account_name: string | null;
  kind: ApprovalKind;
  subject: unknown;
  facts: Facts;
  amount_minor: bigint;
  currency: string;
  weight_minor: bigint;
  before_minor: bigint;
  least: string | null;
  needs: 1 | 2;
  requested_by: string;
  requester: string;
  requester_left: boolean;
  reason: string;
  evidence: string;
  expires_on: string;
  recorded_at: Instant;
  ended: Standing['ended'];
  outcome: 'done' | 'failed' | null;
  detail: unknown;
  words: (Omit<Said, 'at'> & { readonly at: string })[];
};

function request(row: Row): Omit<Request, 'files'> {
  const said = row.words.map((each) => ({ ...each, at: instant(new Date(each.at).toISOString()) }));
  return {
    requestId: id(row.request_id),
    companyId: id(row.company_id),
    company: row.company,
    accountId: row.account_id === null ? null : id(row.account_id),
    account: row.account,
    accountName: row.account_name,
    kind: row.kind,
    subject: row.subject,
    facts: row.facts,
    amount: { minor: row.amount_minor, currency: currency(row.currency) },
    weight: { minor: row.weight_minor, currency: currency(row.base_currency) },
    before: { minor: row.before_minor, currency: currency(row.base_currency) },
    least: row.least,
    needs: row.needs,
    requestedBy: id(row.requested_by),
    requester: row.requester,
    requesterLeft: row.requester_left,
    reason: row.reason,
    evidence: row.evidence,
    expiresOn: day(row.expires_on),
    askedAt: row.recorded_at,
    ended: row.ended,
    outcome: row.outcome === null ? null : { how: row.outcome, detail: row.detail },
    decisions: said,
    words: said,
  };
}

/** Whom somebody covers in approving on a day, each with the roles they hold. */
export async function coveredApprovers(
  db: Queries,
  coverId: Id,
  on: Day,
): Promise<(Approver & { readonly name: string })[]> {
  const rows = await db.all(sql<{ member_id: string; name: string; roles: string[] }>`
    select distinct v.member_id, m.name, m.roles
      from team.covering_on(${on}::date) v
      join team.member m on m.member_id = v.member_id
     where v.work     = 'approvals'
       and v.cover_id = ${coverId}
       and m.active
     order by v.member_id`);
  return rows.map(({ member_id, name, roles }) => ({ memberId: id(member_id), name, roles }));
}
