/** Plans as people read them in a list: those that need somebody first. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PlanState } from '../../rules/plans/path.ts';

export type ListedPlan = {
  readonly planId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly state: PlanState;
  readonly stateOn: Day;
  readonly covered: Money;
  readonly total: Money;
  readonly paid: Money;
  readonly pastDue: Money;
  readonly missed: number;
  readonly nextDueOn: Day | null;
  readonly nextAmount: Money | null;
  readonly cureUntil: Day | null;
  readonly approved: boolean;
  readonly needsRole: string | null;
  readonly madeOn: Day;
  readonly version: number;
};

export type PlanFilter = {
  readonly accountId?: Id | undefined;
  readonly state?: PlanState | undefined;
  readonly ownerId?: Id | undefined;
  readonly companies: CompanyScope;
};

/** How a list is read on: after this plan. */
export type PlanAfter = { readonly rank: number; readonly on: Day; readonly planId: Id };

type Row = {
  plan_id: string;
  account_id: string;
  account: string;
  name: string;
  state: PlanState;
  state_on: string;
  currency: string;
  covered_minor: bigint;
  total_minor: bigint;
  paid_minor: bigint;
  past_due_minor: bigint;
  missed: number;
  next_due_on: string | null;
  next_minor: bigint | null;
  cure_until: string | null;
  approved: boolean;
  needs_role: string | null;
  made_on: string;
  version: number;
};

/** Broken and late first, then running, offered, ended. */
export function planRank(state: PlanState): number {
  return ['breached', 'late', 'active', 'signed', 'offered', 'completed', 'cancelled'].indexOf(
    state,
  );
}

const rank = sql`array_position(array['breached', 'late', 'active', 'signed', 'offered',
                                      'completed', 'cancelled'], n.state) - 1`;
const place = sql`coalesce(n.next_due_on, n.state_on)`;

/** One page of plans; without a limit all of them. */
export async function listPlans(
  db: Queries,
  filter: PlanFilter,
  { after, limit }: { after: PlanAfter | undefined; limit: number | null },
): Promise<ListedPlan[]> {
  const later =
    after &&
    sql`(${rank}, ${place}, p.plan_id) > (${after.rank}, ${after.on}::date, ${after.planId}::uuid)`;
  const rows = await db.all(sql<Row>`
    select p.plan_id, p.account_id, a.account, a.name, n.state, n.state_on, p.currency,
           p.covered_minor, n.total_minor, n.paid_minor, n.past_due_minor, n.missed,
           n.next_due_on, n.next_minor, n.cure_until, n.approved, p.needs_role, p.made_on,
           n.version
      from promises.plan p
      join promises.plan_now n on n.account_id = p.account_id and n.plan_id = p.plan_id
      join customers.account_card a on a.account_id = p.account_id
     where ${allOf([where(filter), later])}
     order by ${rank}, ${place}, p.plan_id
     limit ${limit}`);
  return rows.map(listed);
}

/** The day by which a plan stands where it does in the list. */
export function planPlace({ nextDueOn, stateOn }: ListedPlan): Day {
  return nextDueOn ?? stateOn;
}

export async function countPlans(
  db: Queries,
  filter: PlanFilter,
): Promise<{ state: PlanState; count: number }[]> {
  const rows = await db.all(sql<{ state: PlanState; count: bigint }>`
    select n.state, count(*)
      from promises.plan p
      join promises.plan_now n on n.account_id = p.account_id and n.plan_id = p.plan_id
      join customers.account_card a on a.account_id = p.account_id
     where ${where({ ...filter, state: undefined })}
     group by n.state`);
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

function where({ accountId, state, ownerId, companies }: PlanFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`a.company_id`, companies),
    accountId && sql`p.account_id = ${accountId}`,
    state && sql`n.state = ${state}`,
    ownerId && sql`a.owner_id = ${ownerId}`,
  ]);
}

function listed(row: Row): ListedPlan {
  const amount = (minor: bigint): Money => money(minor, row.currency);
  return {
    planId: id(row.plan_id),
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    state: row.state,
    stateOn: day(row.state_on),
    covered: amount(row.covered_minor),
    total: amount(row.total_minor),
    paid: amount(row.paid_minor),
    pastDue: amount(row.past_due_minor),
    missed: row.missed,
    nextDueOn: row.next_due_on === null ? null : day(row.next_due_on),
    nextAmount: row.next_minor === null ? null : amount(row.next_minor),
    cureUntil: row.cure_until === null ? null : day(row.cure_until),
    approved: row.approved,
    needsRole: row.needs_role,
    madeOn: day(row.made_on),
    version: row.version,
  };
}
