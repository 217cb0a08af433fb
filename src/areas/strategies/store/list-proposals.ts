/** Proposed steps as people read them: whose, which, for how much, and the decision behind. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { ProposalState } from '../rules/proposal.ts';

export type ListedProposal = {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly companyId: Id;
  readonly account: string;
  readonly customer: string;
  readonly name: string;
  readonly company: string;
  readonly language: string;
  readonly strategy: string;
  readonly step: string;
  readonly act: string;
  readonly episode: string;
  readonly state: ProposalState;
  readonly since: Day;
  readonly needsApproval: boolean;
  readonly currency: string;
  readonly amount: bigint;
  readonly daysLate: number;
  readonly detail: string;
  readonly waitUntil: Instant | null;
  readonly messageId: Id | null;
  readonly permitId: Id | null;
  readonly events: number;
  /** The text of the latest decision on the account. */
  readonly decision: string;
};

export type ProposalFilter = {
  readonly states?: readonly ProposalState[] | undefined;
  readonly acts?: readonly string[] | undefined;
  readonly strategy?: string | undefined;
  readonly accountId?: Id | undefined;
  readonly proposalIds?: readonly Id[] | undefined;
  /** Those still open, and those that ended on the day. */
  readonly openOrOn?: Day | undefined;
  readonly waitsForApproval?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly companies: CompanyScope;
};

export type ProposalAfter = { readonly amount: bigint; readonly proposalId: Id };

type Row = {
  account_id: string;
  proposal_id: string;
  company_id: string;
  account: string;
  customer: string;
  name: string;
  company: string;
  language: string;
  strategy: string;
  step: string;
  act: string;
  episode: string;
  state: ProposalState;
  since: string;
  needs_approval: boolean;
  currency: string;
  amount_minor: bigint;
  days_late: number;
  detail: string;
  wait_until: string | null;
  message_id: string | null;
  permit_id: string | null;
  events: number;
  decision: string;
};

/** The largest first. */
export async function listProposals(
  db: Queries,
  filter: ProposalFilter,
  page: { readonly after: ProposalAfter | undefined; readonly limit: number | null },
): Promise<ListedProposal[]> {
  const { after, limit } = page;
  const later =
    after && sql`(-n.amount_minor, n.proposal_id) > (${-after.amount}, ${after.proposalId}::uuid)`;
  const rows = await db.all(sql<Row>`
    select n.account_id, n.proposal_id, n.company_id, a.account, a.customer, a.name, a.company,
           a.language, p.strategy, p.step, n.act, p.episode, n.state, n.since, n.needs_approval,
           n.currency, n.amount_minor, n.days_late, n.detail, n.wait_until, n.message_id,
           n.permit_id, n.events, d.decision
      from strategies.proposal_now n
      join strategies.proposal p on p.account_id = n.account_id and p.proposal_id = n.proposal_id
      join customers.account_card a on a.account_id = n.account_id
      cross join lateral (select x.decision
                            from strategies.decision x
                           where x.account_id = n.account_id
                             and x.run_id <= n.run_id
                           order by x.run_id desc
                           limit 1) d
     where ${where(filter)}
       and ${later ?? sql`true`}
     order by -n.amount_minor, n.proposal_id
     limit ${limit}`);
  return rows.map(listed);
}

export type StateCount = {
  readonly state: ProposalState;
  readonly act: string;
  readonly waits: boolean;
  readonly count: number;
};

/** How many there are in each state and channel by the other filters. */
export async function countProposals(db: Queries, filter: ProposalFilter): Promise<StateCount[]> {
  const all = { ...filter, states: undefined, acts: undefined, waitsForApproval: undefined };
  const rows = await db.all(sql<{
    state: ProposalState;
    act: string;
    waits: boolean;
    count: bigint;
  }>`
    select n.state, n.act, n.needs_approval as waits, count(*)
      from strategies.proposal_now n
      join strategies.proposal p on p.account_id = n.account_id and p.proposal_id = n.proposal_id
     where ${where(all)}
     group by n.state, n.act, n.needs_approval`);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function where(filter: ProposalFilter): Sql<boolean> {
  const { states, acts, strategy, accountId, proposalIds, openOrOn, zone } = filter;
  return allOf([
    inCompanies(sql`n.company_id`, filter.companies),
    states && sql`n.state = any(${states}::text[])`,
    acts && sql`n.act = any(${acts}::text[])`,
    strategy === undefined ? undefined : sql`p.strategy = ${strategy}`,
    accountId && sql`n.account_id = ${accountId}`,
    proposalIds && sql`n.proposal_id = any(${proposalIds}::uuid[])`,
    openOrOn && sql`(n.state not in ('done', 'rejected', 'withdrawn') or n.since = ${openOrOn})`,
    filter.waitsForApproval === true ? sql`n.needs_approval` : undefined,
    zone === undefined
      ? undefined
      : sql`n.company_id in (select company_id from team.company where zone = ${zone})`,
  ]);
}

function listed(row: Row): ListedProposal {
  return {
    accountId: id(row.account_id),
    proposalId: id(row.proposal_id),
    companyId: id(row.company_id),
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    language: row.language,
    strategy: row.strategy,
    step: row.step,
    act: row.act,
    episode: row.episode,
    state: row.state,
    since: day(row.since),
    needsApproval: row.needs_approval,
    currency: row.currency,
    amount: row.amount_minor,
    daysLate: row.days_late,
    detail: row.detail,
    waitUntil: row.wait_until === null ? null : instant(row.wait_until),
    messageId: row.message_id === null ? null : id(row.message_id),
    permitId: row.permit_id === null ? null : id(row.permit_id),
    events: row.events,
    decision: row.decision,
  };
}
