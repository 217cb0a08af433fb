/** Goals, teams and stated figures: facts that are added to and never changed. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { MetricKey } from '../rules/metric.ts';

export type GoalWish = {
  readonly companyId: Id;
  readonly memberId: Id | null;
  readonly teamId: Id | null;
  readonly month: Day;
  readonly metric: MetricKey;
  readonly variant: string;
  readonly currency: string;
  /** Null takes the goal back. */
  readonly target: bigint | null;
};

export async function insertGoal(context: Context, wish: GoalWish): Promise<Id> {
  const goalId = context.newId();
  await context.tx.run(sql`
    insert into metrics.goal_fact (company_id, goal_id, member_id, team_id, month, metric,
                                   variant, currency, target, recorded_at, actor, reason)
    values (${wish.companyId}, ${goalId}, ${wish.memberId}, ${wish.teamId}, ${wish.month},
            ${wish.metric}, ${wish.variant}, ${wish.currency}, ${wish.target}, ${context.at},
            ${context.actor.ref}, ${context.reason})`);
  return goalId;
}

export type GoalRow = {
  goal_id: string;
  company_id: string;
  company: string;
  member_id: string | null;
  team_id: string | null;
  /** Of the person or the team; null: the company. */
  name: string | null;
  metric: string;
  variant: string;
  currency: string;
  target: bigint | null;
  recorded_at: string;
  set_by: string | null;
  reason: string;
};

/** Every goal of a month with all that was said about it, the latest word first. */
export async function goalsOf(
  db: Queries,
  companies: CompanyScope,
  month: Day,
): Promise<GoalRow[]> {
  return db.all(sql<GoalRow>`
    select g.goal_id, g.company_id, c.code as company, g.member_id, g.team_id,
           coalesce(p.name, t.name) as name, g.metric, g.variant, g.currency, g.target,
           g.recorded_at, w.name as set_by, g.reason
      from metrics.goal_fact g
      join team.company c on c.company_id = g.company_id
      left join team.person p on p.member_id = g.member_id
      left join metrics.team_now t on t.team_id = g.team_id
      left join team.person w on 'member:' || w.member_id = g.actor
     where g.month = ${month}
       and ${inCompanies(sql`g.company_id`, companies)}
     order by c.code, g.member_id nulls first, g.team_id nulls first, g.metric, g.goal_id desc`);
}

export type GoalCell = { member_id: string | null; month: string; target: bigint };

/** What was last said of people's and the company's goals of one figure, over months. */
export async function goalCells(
  db: Queries,
  {
    companyId,
    metric,
    variant,
    currency,
  }: Omit<GoalWish, 'memberId' | 'teamId' | 'month' | 'target'>,
  months: readonly Day[],
): Promise<GoalCell[]> {
  return db.all(sql<GoalCell>`
    select g.member_id, g.month, g.target
      from (select distinct on (x.member_id, x.month) x.member_id, x.month, x.target
              from metrics.goal_fact x
             where x.company_id = ${companyId}
               and x.team_id is null
               and x.metric = ${metric}
               and x.variant = ${variant}
               and x.currency = ${currency}
               and x.month = any(${months}::date[])
             order by x.member_id, x.month, x.goal_id desc) g
     where g.target is not null`);
}

export type StatedWish = {
  readonly companyId: Id;
  readonly kind: 'department_cost' | 'paid_minutes';
  readonly month: Day;
  readonly memberId: Id | null;
  readonly currency: string | null;
  readonly amount: bigint;
};

export async function insertStated(context: Context, wish: StatedWish): Promise<void> {
  await context.tx.run(sql`
    insert into metrics.stated_fact (company_id, stated_id, kind, month, member_id, currency,
                                     amount, recorded_at, actor, reason)
    values (${wish.companyId}, ${context.newId()}, ${wish.kind}, ${wish.month},
            ${wish.memberId}, ${wish.currency}, ${wish.amount}, ${context.at},
            ${context.actor.ref}, ${context.reason})`);
}

export type TeamWish = {
  readonly teamId: Id | null;
  readonly companyId: Id;
  readonly name: string;
  readonly memberIds: readonly Id[];
};

export async function insertTeam(context: Context, wish: TeamWish): Promise<Id> {
  const teamId = wish.teamId ?? context.newId();
  await context.tx.run(sql`
    insert into metrics.team_fact (team_id, fact_id, company_id, name, member_ids, recorded_at,
                                   actor, reason)
    values (${teamId}, ${context.newId()}, ${wish.companyId}, ${wish.name},
            ${wish.memberIds}::uuid[], ${context.at}, ${context.actor.ref}, ${context.reason})`);
  return teamId;
}

/** The company whose team it is; undefined when there is no such team. */
export async function companyOfTeam(db: Queries, teamId: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ company_id: string }>`
    select t.company_id from metrics.team_now t where t.team_id = ${teamId}`);
  return row?.company_id;
}

export type TeamRow = { team_id: string; company: string; name: string; member_ids: string[] };

export async function teamsOf(db: Queries, companies: CompanyScope): Promise<TeamRow[]> {
  return db.all(sql<TeamRow>`
    select t.team_id, c.code as company, t.name, t.member_ids
      from metrics.team_now t
      join team.company c on c.company_id = t.company_id
     where ${inCompanies(sql`t.company_id`, companies)}
     order by t.name`);
}
