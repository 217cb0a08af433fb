/**
 * What the invented company is to reach this month, what its department costs, and the
 * allowance of the last month end, prepared by the controller and signed by the CFO.
 */
import { type Day, endOfMonth, plusMonths, startOfMonth } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { money, parseMoney } from '#kernel/money.ts';
import { prepareAllowance } from '#areas/metrics/actions/prepare-allowance.ts';
import { reviewAllowance } from '#areas/metrics/actions/review-allowance.ts';
import { setGoal } from '#areas/metrics/actions/set-goal.ts';
import { stateFigure } from '#areas/metrics/actions/state-figure.ts';
import { measure, wholeCompany } from '#areas/metrics/index.ts';
import { allMembers } from '#areas/team/index.ts';
import type { MetricKey } from '#areas/metrics/rules/metric.ts';
import type { Desk } from '#platform/action.ts';
import { usd } from './demo-book.ts';
import type { Cast } from './demo-cast.ts';
import { act } from './demo-desk.ts';

export async function setGoals(desk: Desk, cast: Cast): Promise<void> {
  const month = startOfMonth(desk.clock.today());
  const manager = cast.people.get('manager');
  const collector = cast.people.get('collector') ?? null;
  if (!manager) return;
  const set = async (goal: Told) =>
    act(desk, { action: 'metrics.set_goal', by: manager, reason: goal.reason }, (context) =>
      setGoal(context, {
        companyId: cast.companyId,
        teamId: null,
        month,
        currency: usd,
        ...goal,
      }),
    );
  const reason = 'the forecast of the month';
  const cash = { metric: 'cash', variant: 'received', reason } as const;
  for (const memberId of [null, ...(await collectorsOf(desk))]) {
    await set({ ...cash, memberId, target: await forecast(desk, cast.companyId, memberId) });
  }
  await set({ memberId: null, metric: 'dso', variant: 'period_end', target: 4500n, reason });
  await set({ memberId: null, metric: 'promise_kept', variant: 'count', target: 7500n, reason });
  const calls = { memberId: collector, metric: 'contacts', variant: 'attempts' } as const;
  await set({ ...calls, target: 6000n, reason: 'three contacts a day' });
  const cost = { kind: 'department_cost', month, memberId: null, currency: usd } as const;
  await act(desk, { action: 'metrics.state_figure', by: manager }, (context) =>
    stateFigure(context, { ...cost, companyId: cast.companyId, amount: 3_800_000n }),
  );
  await reserve(desk, cast, endOfMonth(plusMonths(month, -1)));
}

type Told = {
  readonly memberId: Id | null;
  readonly metric: MetricKey;
  readonly variant: string;
  readonly target: bigint;
  readonly reason: string;
};

/** Whoever has accounts to bring the money of. */
async function collectorsOf(desk: Desk): Promise<Id[]> {
  const members = await allMembers(desk.db);
  return members
    .filter(({ roles }) => roles.some((role) => role === 'collector' || role === 'senior'))
    .map(({ memberId }) => memberId);
}

/** A little more than the month before brought, of the accounts somebody has today; thousands. */
async function forecast(desk: Desk, companyId: Id, collectorId: Id | null): Promise<bigint> {
  const asOf = desk.clock.today();
  const from = plusMonths(startOfMonth(asOf), -1);
  const before = await measure(desk.db, {
    metric: 'cash',
    scope: { ...wholeCompany(companyId, usd), collectorId },
    asOf,
    knownAt: null,
    period: { from, to: endOfMonth(from) },
  });
  const minor = parseMoney(before.value ?? '0', usd)?.minor ?? 0n;
  return ((minor * 103n) / 100n / 100_000n) * 100_000n;
}

async function reserve(desk: Desk, cast: Cast, asOf: Day): Promise<void> {
  const controller = cast.people.get('controller');
  const cfo = cast.people.get('cfo');
  if (!controller || !cfo) return;
  const reason = 'month end';
  const { allowanceId } = await act(
    desk,
    { action: 'metrics.prepare_allowance', by: controller, reason },
    (context) =>
      prepareAllowance(context, {
        companyId: cast.companyId,
        currency: usd,
        asOf,
        method: 'roll_rate',
        lossRates: [],
        writeOffRoll: decimal('0.40'),
        months: 6,
        forwardAdjustment: decimal('1'),
        before: money(1_425_000n, usd),
        singly: [],
      }),
  );
  const verdict = { allowanceId, companies: 'all', verdict: 'signed', note: '' } as const;
  await act(desk, { action: 'metrics.review_allowance', by: cfo, reason }, (context) =>
    reviewAllowance(context, verdict),
  );
}
