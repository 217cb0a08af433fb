/**
 * The goals of a month beside what came of them: the month so far, and week by week.
 *
 * A week that has not begun has a target and no figure; the running one is measured up to today.
 */
import { type Day, earlier, endOfMonth } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, decimalsOf, formatMinor, parseMinor } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { variantOf } from '../rules/catalogue.ts';
import { attainmentOf, isFlow, isLessBetter, weeklyTargets, weeksOf } from '../rules/goal.ts';
import { type MetricKey, type Unit, metricKeys } from '../rules/metric.ts';
import { type Period, usualPeriod } from '../rules/period.ts';
import type { Scope } from '../store/asked.ts';
import { type GoalRow, goalsOf } from '../store/goals.ts';
import { measure } from './measure.ts';

export type GoalReached = {
  readonly target: string;
  readonly actual: string | null;
  readonly attainmentPct: string | null;
  readonly variance: string | null;
};

export type GoalAnswer = GoalReached & {
  readonly goalId: string;
  readonly company: string;
  readonly memberId: string | null;
  readonly teamId: string | null;
  readonly name: string | null;
  readonly metric: MetricKey;
  readonly variant: string;
  readonly unit: Unit;
  readonly currency: string;
  readonly flow: boolean;
  readonly lessIsBetter: boolean;
  readonly weeks: readonly (GoalReached & Period)[];
  readonly history: readonly {
    readonly target: string | null;
    readonly setAt: string;
    readonly setBy: string | null;
    readonly reason: string;
  }[];
};

/** Decimals of a goal's target: those of the currency, or two. */
export function goalDecimals(unit: Unit, code: string): number {
  return unit === 'money' ? decimalsOf(currency(code)) : 2;
}

export async function readGoals(
  db: Queries,
  companies: CompanyScope,
  month: Day,
  today: Day,
): Promise<GoalAnswer[]> {
  const said = await goalsOf(db, companies, month);
  const whose = Map.groupBy(said, (row) =>
    [row.company_id, row.member_id, row.team_id, row.metric, row.variant, row.currency].join(' '),
  );
  const answers: GoalAnswer[] = [];
  for (const history of whose.values()) {
    const [latest] = history;
    if (!latest || latest.target === null) continue;
    const answer = await goalAnswer(db, { latest, target: latest.target, history, month, today });
    if (answer) answers.push(answer);
  }
  return answers;
}

type Said = {
  readonly latest: GoalRow;
  readonly target: bigint;
  readonly history: readonly GoalRow[];
  readonly month: Day;
  readonly today: Day;
};

async function goalAnswer(db: Queries, said: Said): Promise<GoalAnswer | undefined> {
  const { latest, target, history, month, today } = said;
  const metric = metricKeys.find((key) => key === latest.metric);
  const variant = metric && variantOf(metric, latest.variant);
  if (!metric || !variant) return undefined;
  const { unit } = variant;
  const decimals = goalDecimals(unit, latest.currency);
  const written = (value: bigint): string => formatMinor(value, decimals);
  const reached = async (period: Period, goal: bigint): Promise<GoalReached> => {
    if (period.from > today) return { target: written(goal), ...notYet };
    const asOf = earlier(period.to, today);
    const figure = await measure(db, {
      metric,
      variant: variant.variant,
      scope: scopeOf(latest),
      asOf,
      knownAt: null,
      period: isFlow(metric) ? { from: period.from, to: asOf } : usualPeriod(asOf),
    });
    const actual = figure.value === null ? undefined : parseMinor(figure.value, decimals);
    if (actual === undefined) return { target: written(goal), ...notYet };
    return {
      target: written(goal),
      actual: written(actual),
      attainmentPct: attainmentOf(metric, actual, goal),
      variance: written(actual - goal),
    };
  };
  const weeks = weeksOf(month);
  const targets = weeklyTargets(metric, target, weeks);
  const byWeek: (GoalReached & Period)[] = [];
  for (const [index, week] of weeks.entries()) {
    byWeek.push({ ...week, ...(await reached(week, targets[index] ?? 0n)) });
  }
  return {
    goalId: latest.goal_id,
    company: latest.company,
    memberId: latest.member_id,
    teamId: latest.team_id,
    name: latest.name,
    metric,
    variant: variant.variant,
    unit,
    currency: latest.currency,
    flow: isFlow(metric),
    lessIsBetter: isLessBetter(metric),
    ...(await reached({ from: month, to: endOfMonth(month) }, target)),
    weeks: byWeek,
    history: history.map((row) => ({
      target: row.target === null ? null : written(row.target),
      setAt: row.recorded_at,
      setBy: row.set_by,
      reason: row.reason,
    })),
  };
}

const notYet = { actual: null, attainmentPct: null, variance: null } as const;

function scopeOf({ company_id, member_id, team_id, currency: code }: GoalRow): Scope {
  return {
    companyId: id(company_id),
    collectorId: member_id === null ? null : id(member_id),
    teamId: team_id === null ? null : id(team_id),
    customerId: null,
    currency: currency(code),
  };
}
