/** Lists of refunds with their names, for reading. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Check, Finding } from '../rules/findings.ts';
import type { Origin } from '../rules/origin.ts';
import type { PayeeKind, PayMethod, RefundMethod, RefundState } from '../rules/refund.ts';

export type ListedRefund = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly refundId: Id;
  readonly company: string;
  readonly purpose: 'refund' | 'unclaimed';
  readonly origin: Origin;
  readonly method: RefundMethod;
  readonly payee: PayeeKind;
  readonly payeeName: string;
  readonly payeeId: Id | null;
  readonly amount: Money;
  readonly state: RefundState;
  readonly stateOn: Day;
  readonly held: Check | null;
  readonly requestedOn: Day;
  readonly requestedBy: string;
  readonly needs: number;
  readonly approvedBy: readonly string[];
  readonly creditId: Id | null;
  readonly number: string | null;
  readonly findings: readonly Finding[];
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  refund_id: string;
  company: string;
  purpose: 'refund' | 'unclaimed';
  origin: Origin;
  method: RefundMethod;
  payee: PayeeKind;
  payee_name: string;
  payee_id: string | null;
  currency: string;
  amount_minor: bigint;
  state: RefundState;
  state_on: string;
  held: Check | null;
  requested_on: string;
  requested_by: string;
  needs: number | null;
  approved_by: string[] | null;
  credit_id: string | null;
  number: string | null;
  findings: Finding[];
};

export type RefundFilter = {
  readonly companies: CompanyScope;
  readonly state?: RefundState | undefined;
  /** Without those that have come to an end. */
  readonly open?: boolean;
  readonly accountId?: Id | undefined;
  readonly refundId?: Id | undefined;
};

export const endedStates: readonly RefundState[] = [
  'cleared',
  'refused',
  'withdrawn',
  'failed',
  'ended',
];

/** The next clock first, then the oldest wish. */
export async function listRefunds(
  db: Queries,
  filter: RefundFilter,
  limit: number,
): Promise<ListedRefund[]> {
  const rows = await db.all(sql<Row>`
    select r.account_id, a.account, a.name, r.refund_id, a.company, r.purpose, r.origin, r.method,
           r.payee, r.payee_name, r.payee_id, r.currency, r.amount_minor, n.state, n.state_on,
           n.held, r.requested_on, coalesce(m.name, r.actor) as requested_by, q.needs,
           r.credit_id, p.number, r.findings,
           (select array_agg(coalesce(w.name, e.actor) order by e.recorded_at, e.event_id)
              from refunds.refund_event e
              left join team.person w on w.member_id::text = e.facts ->> 'memberId'
             where e.account_id = r.account_id
               and e.refund_id  = r.refund_id
               and e.kind       = 'approved') as approved_by
      from refunds.refund_now n
      join refunds.refund r on r.account_id = n.account_id and r.refund_id = n.refund_id
      join customers.account_card a on a.account_id = r.account_id
      left join team.person m on m.member_id = r.requested_by
      left join approvals.request_card q on q.request_id = n.request_id
      left join refunds.payment p on p.account_id = n.account_id and p.payment_id = n.payment_id
      left join refunds.credit c on c.account_id = r.account_id and c.credit_id = r.credit_id
     where ${where(filter)}
     order by c.due_on nulls last, r.requested_on, r.refund_id
     limit ${limit}`);
  return rows.map(listed);
}

function where({ companies, state, open, accountId, refundId }: RefundFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`n.company_id`, companies),
    state && sql`n.state = ${state}`,
    open === true ? sql`n.state <> all(${endedStates}::text[])` : undefined,
    accountId && sql`n.account_id = ${accountId}`,
    refundId && sql`n.refund_id = ${refundId}`,
  ]);
}

function listed(row: Row): ListedRefund {
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    refundId: id(row.refund_id),
    company: row.company,
    purpose: row.purpose,
    origin: row.origin,
    method: row.method,
    payee: row.payee,
    payeeName: row.payee_name,
    payeeId: row.payee_id === null ? null : id(row.payee_id),
    amount: money(row.amount_minor, row.currency),
    state: row.state,
    stateOn: day(row.state_on),
    held: row.held,
    requestedOn: day(row.requested_on),
    requestedBy: row.requested_by,
    needs: row.needs ?? 1,
    approvedBy: row.approved_by ?? [],
    creditId: row.credit_id === null ? null : id(row.credit_id),
    number: row.number,
    findings: row.findings,
  };
}

export async function countStates(
  db: Queries,
  companies: CompanyScope,
): Promise<{ state: RefundState; count: number }[]> {
  const rows = await db.all(sql<{ state: RefundState; count: bigint }>`
    select n.state, count(*) as count
      from refunds.refund_now n
     where ${inCompanies(sql`n.company_id`, companies)}
     group by n.state
     order by n.state`);
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

export type ListedEvent = {
  readonly kind: string;
  readonly on: Day;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** Everything that happened to a refund, in its order. */
export async function eventsOf(db: Queries, accountId: Id, refundId: Id): Promise<ListedEvent[]> {
  const rows = await db.all(sql<{
    kind: string;
    effective_on: string;
    recorded_at: string;
    by: string;
    reason: string;
    facts: Readonly<Record<string, string>>;
  }>`
    select e.kind, e.effective_on, e.recorded_at, e.reason, e.facts,
           coalesce(w.name, m.name, e.actor) as by
      from refunds.refund_event e
      left join team.person m on m.member_id = e.member_id
      left join team.person w on w.member_id::text = e.facts ->> 'memberId'
     where e.account_id = ${accountId}
       and e.refund_id  = ${refundId}
     order by e.recorded_at, e.event_id`);
  return rows.map((row) => ({
    kind: row.kind,
    on: day(row.effective_on),
    at: instant(row.recorded_at),
    by: row.by,
    reason: row.reason,
    facts: row.facts,
  }));
}

/** The credits of a refund, by the numbers that people call them. */
export async function documentsOf(
  db: Queries,
  accountId: Id,
  refundId: Id,
): Promise<{ itemId: Id; document: string; amount: Money }[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    amount_minor: bigint;
    currency: string;
  }>`
    select p.item_id, i.number, p.amount_minor, i.currency
      from refunds.refund_part p
      join ledger.item_card i on i.account_id = p.account_id and i.item_id = p.item_id
     where p.account_id = ${accountId}
       and p.refund_id  = ${refundId}
     order by i.number`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    document: row.number,
    amount: money(row.amount_minor, row.currency),
  }));
}

export type Ready = {
  readonly company: string;
  readonly method: PayMethod;
  readonly count: number;
  readonly total: Money;
  readonly hasSetting: boolean;
};

/** What is released and waits for the next file, by company, method and currency. */
export async function readyToPay(db: Queries, companies: CompanyScope): Promise<Ready[]> {
  const rows = await db.all(sql<{
    code: string;
    method: PayMethod;
    currency: string;
    count: bigint;
    total: bigint;
    has_setting: boolean;
  }>`
    select c.code, r.method, r.currency, count(*) as count,
           sum(r.amount_minor)::bigint as total,
           r.method = 'card' or exists (select
                                          from refunds.payout_setting s
                                         where s.company_id = c.company_id
                                           and s.method     = r.method) as has_setting
      from refunds.refund_now n
      join refunds.refund r on r.account_id = n.account_id and r.refund_id = n.refund_id
      join team.company c on c.company_id = n.company_id
     where n.state = 'released'
       and n.held is null
       and ${inCompanies(sql`n.company_id`, companies)}
     group by c.company_id, c.code, r.method, r.currency
     order by c.code, r.method, r.currency`);
  return rows.map((row) => ({
    company: row.code,
    method: row.method,
    count: Number(row.count),
    total: money(row.total, row.currency),
    hasSetting: row.has_setting,
  }));
}
