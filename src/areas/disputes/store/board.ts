/** The board: cases as people read them, with whose turn it is, how long, and what came back. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { CaseState, Decision } from '../rules/case-life.ts';
import type { DisputePart, DisputeReason } from '../rules/case.ts';
import type { RootCause } from '../rules/cause.ts';
import type { LinkState } from '../rules/link.ts';
import type { Department } from '../rules/routing.ts';
import type { CaseFile, Ending } from './case-file.ts';

export type ListedCase = {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly company: string;
  readonly account: string;
  readonly name: string;
  readonly documents: readonly string[];
  readonly reason: DisputeReason;
  readonly part: DisputePart;
  readonly origin: CaseFile['origin'];
  readonly saidBy: string;
  readonly state: CaseState;
  readonly decision: Decision | null;
  readonly closedHow: Ending | null;
  readonly cause: RootCause | null;
  readonly department: Department;
  readonly coordinator: string | null;
  /** Of the desk or outside AR; null while nobody is named. */
  readonly owner: string | null;
  readonly outside: boolean;
  readonly amount: Money;
  readonly openedOn: Day;
  readonly answerBy: Day | null;
  readonly answeredOn: Day | null;
  readonly escalatedOn: Day | null;
  readonly closedOn: Day | null;
  readonly link: LinkState;
};

export type CaseFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly caseId?: Id | undefined;
  readonly state?: CaseState | undefined;
  /** Coordinated by, or with, this member. */
  readonly memberId?: Id | undefined;
  readonly department?: Department | undefined;
  readonly reason?: DisputeReason | undefined;
  readonly cause?: RootCause | undefined;
  /** Late as of this day. */
  readonly lateOn?: Day | undefined;
  readonly answered?: true | undefined;
  readonly openedFrom?: Day | undefined;
  readonly openedTo?: Day | undefined;
};

type Row = {
  account_id: string;
  case_id: string;
  company: string;
  account: string;
  name: string;
  documents: string[];
  reason: DisputeReason;
  part: DisputePart;
  origin: CaseFile['origin'];
  said_by: string;
  state: CaseState;
  decision: Decision | null;
  closed_how: Ending | null;
  cause: RootCause | null;
  department: Department;
  coordinator: string | null;
  owner: string | null;
  outside_name: string | null;
  currency: string;
  amount_minor: bigint;
  opened_on: string;
  answer_by: string | null;
  answered_on: string | null;
  escalated_on: string | null;
  closed_on: string | null;
  link: LinkState;
};

export type CasePage = {
  readonly limit: number | null;
  readonly offset: number;
  readonly now: Instant;
};

/**
 * Cases that fit: first those of which an answer came back, then the one whose day to answer is
 * next; those that ended stand last, the latest on top.
 */
export async function listCases(
  db: Queries,
  filter: CaseFilter,
  { limit, offset, now }: CasePage,
): Promise<ListedCase[]> {
  const rows = await db.all(sql<Row>`
    with shown as (
      select n.*, c.reason, c.part, c.origin, c.said_by
        from disputes.case_now n
        join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
       where ${where(filter)}
       order by n.state = 'closed', n.answered_on is null, n.closed_on desc, n.answer_by nulls last,
                n.case_id
       limit ${limit}
      offset ${offset})
    select n.account_id, n.case_id, a.company, a.account, a.name, n.reason, n.part, n.origin,
           n.said_by, n.state, n.decision, n.closed_how, n.cause, n.department,
           k.name as coordinator, o.name as owner, n.outside_name, n.currency, n.amount_minor,
           n.opened_on, n.answer_by, n.answered_on, n.escalated_on, n.closed_on,
           ${documents} as documents, ${linkState(now)} as link
      from shown n
      join customers.account_card a on a.account_id = n.account_id
      left join team.person k on k.member_id = n.coordinator_id
      left join team.person o on o.member_id = n.owner_id
     order by n.state = 'closed', n.answered_on is null, n.closed_on desc, n.answer_by nulls last,
              n.case_id`);
  return rows.map(listed);
}

const documents = sql`
  array(select distinct i.number
          from disputes.case_dispute x
          join disputes.dispute d on d.account_id = x.account_id and d.dispute_id = x.dispute_id
          join ledger.item_name i on i.account_id = d.account_id and i.item_id = d.item_id
         where x.account_id = n.account_id
           and x.case_id    = n.case_id
         order by i.number)`;

/** Of the latest link of the case. */
function linkState(now: Instant): Sql {
  return sql`
    coalesce((select case when u.answered then 'answered'
                          when l.expires_at <= ${now}::timestamptz then 'expired'
                          when u.opened then 'opened' else 'sent' end
                from disputes.link l
                left join lateral (select bool_or(y.kind = 'answered') as answered,
                                          bool_or(y.kind = 'opened') as opened
                                     from disputes.link_use y
                                    where y.account_id = l.account_id
                                      and y.link_id    = l.link_id) u on true
               where l.account_id = n.account_id
                 and l.case_id    = n.case_id
                 and not exists (select
                                   from disputes.link_revoked r
                                  where r.account_id = l.account_id
                                    and r.link_id    = l.link_id)
               order by l.link_id desc
               limit 1), 'none')`;
}

function where(filter: CaseFilter): Sql<boolean> {
  const { accountId, caseId, state, memberId, department, reason, cause } = filter;
  const { lateOn, answered, openedFrom, openedTo } = filter;
  return allOf([
    inCompanies(sql`n.company_id`, filter.companies),
    accountId && sql`n.account_id = ${accountId}`,
    caseId && sql`n.case_id = ${caseId}`,
    state && sql`n.state = ${state}`,
    memberId &&
      sql`(n.coordinator_id = ${memberId} or n.owner_id = ${memberId}
                     or n.escalated_to = ${memberId})`,
    department && sql`n.department = ${department}`,
    reason && sql`c.reason = ${reason}`,
    cause && sql`n.cause = ${cause}`,
    lateOn && sql`n.answer_by < ${lateOn} and n.state not in ('decided', 'closed')`,
    answered && sql`n.answered_on is not null and n.state <> 'closed'`,
    openedFrom && sql`n.opened_on >= ${openedFrom}`,
    openedTo && sql`n.opened_on <= ${openedTo}`,
  ]);
}

function listed(row: Row): ListedCase {
  return {
    accountId: id(row.account_id),
    caseId: id(row.case_id),
    company: row.company,
    account: row.account,
    name: row.name,
    documents: row.documents,
    reason: row.reason,
    part: row.part,
    origin: row.origin,
    saidBy: row.said_by,
    state: row.state,
    decision: row.decision,
    closedHow: row.closed_how,
    cause: row.cause,
    department: row.department,
    coordinator: row.coordinator,
    owner: row.owner ?? row.outside_name,
    outside: row.owner === null && row.outside_name !== null,
    amount: money(row.amount_minor, row.currency),
    openedOn: day(row.opened_on),
    answerBy: dayOf(row.answer_by),
    answeredOn: dayOf(row.answered_on),
    escalatedOn: dayOf(row.escalated_on),
    closedOn: dayOf(row.closed_on),
    link: row.link,
  };
}

function dayOf(text: string | null): Day | null {
  return text === null ? null : day(text);
}

export type CaseCount = {
  readonly state: CaseState;
  readonly currency: string;
  readonly count: number;
  readonly minor: bigint;
};

/** How many cases, and how much is contested, in each state by the other filters. */
export async function countCases(db: Queries, filter: CaseFilter): Promise<CaseCount[]> {
  const rows = await db.all(sql<{
    state: CaseState;
    currency: string;
    count: bigint;
    minor: bigint;
  }>`
    select n.state, n.currency, count(*), sum(n.amount_minor)::bigint as minor
      from disputes.case_now n
      join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
     where ${where({ ...filter, state: undefined })}
     group by n.state, n.currency
     order by n.state, n.currency`);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Ages of cases that go on, in days since they were opened; the last is without end. */
export const ageEdges = [7, 30, 60, 90] as const;

export type BoardFigures = {
  readonly ages: readonly {
    readonly bucket: number;
    readonly currency: string;
    readonly count: number;
    readonly minor: bigint;
  }[];
  readonly paces: { readonly late: number; readonly due: number; readonly inTime: number };
};

/** How old what goes on is, and how its days to answer stand. */
export async function boardFigures(
  db: Queries,
  filter: CaseFilter,
  today: Day,
): Promise<BoardFigures> {
  const going = sql`${where({ ...filter, state: undefined, lateOn: undefined })}
                    and n.state <> 'closed'`;
  const [ages, paces] = await Promise.all([
    db.all(sql<{ bucket: number; currency: string; count: bigint; minor: bigint }>`
      select width_bucket(${today}::date - n.opened_on, array[8, 31, 61, 91]) as bucket, n.currency,
             count(*), sum(n.amount_minor)::bigint as minor
        from disputes.case_now n
        join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
       where ${going}
       group by 1, 2
       order by 1, 2`),
    db.one(sql<{ late: bigint; due: bigint; in_time: bigint }>`
      select count(*) filter (where n.answer_by < ${today}) as late,
             count(*) filter (where n.answer_by = ${today}) as due,
             count(*) filter (where n.answer_by > ${today}) as in_time
        from disputes.case_now n
        join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
       where ${going}
         and n.state <> 'decided'`),
  ]);
  return {
    ages: ages.map((row) => ({ ...row, count: Number(row.count) })),
    paces: { late: Number(paces.late), due: Number(paces.due), inTime: Number(paces.in_time) },
  };
}

export type ShownEvent = {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
  readonly note: string;
  readonly on: Day;
  readonly at: Instant;
  readonly by: string;
};

/** What happened to a case, in order. */
export async function eventsOf(db: Queries, accountId: Id, caseId: Id): Promise<ShownEvent[]> {
  const rows = await db.all(sql<{
    kind: string;
    facts: ShownEvent['facts'];
    note: string;
    effective_on: string;
    recorded_at: Instant;
    by: string;
  }>`
    select e.kind, e.facts, e.note, e.effective_on, e.recorded_at,
           coalesce(p.name, l.to_name, e.actor) as by
      from disputes.case_event e
      left join team.person p on 'member:' || p.member_id = e.actor
      left join disputes.link l on l.account_id = e.account_id and 'link:' || l.link_id = e.actor
     where e.account_id = ${accountId}
       and e.case_id    = ${caseId}
     order by e.event_id`);
  return rows.map((row) => ({
    kind: row.kind,
    facts: row.facts,
    note: row.note,
    on: day(row.effective_on),
    at: row.recorded_at,
    by: row.by,
  }));
}

/** Who opened the case, and the names of those it is with. */
export async function caseNames(
  db: Queries,
  { accountId, caseId }: { readonly accountId: Id; readonly caseId: Id },
): Promise<{
  openedBy: string;
  coordinator: string | null;
  owner: string | null;
  escalatedTo: string | null;
}> {
  const row = await db.one(sql<{
    opened_by: string;
    coordinator: string | null;
    owner: string | null;
    escalated_to: string | null;
  }>`
    select coalesce(p.name, c.actor) as opened_by, k.name as coordinator, o.name as owner,
           m.name as escalated_to
      from disputes.dispute_case c
      join disputes.case_now n on n.account_id = c.account_id and n.case_id = c.case_id
      left join team.person p on 'member:' || p.member_id = c.actor
      left join team.person k on k.member_id = n.coordinator_id
      left join team.person o on o.member_id = n.owner_id
      left join team.person m on m.member_id = n.escalated_to
     where c.account_id = ${accountId}
       and c.case_id    = ${caseId}`);
  const { opened_by: openedBy, coordinator, owner, escalated_to: escalatedTo } = row;
  return { openedBy, coordinator, owner, escalatedTo };
}
