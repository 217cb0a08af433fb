/**
 * The deadlines of a plan: its next instalment, and after a default the days to mend it.
 *
 * One instalment runs at a time, the next one; it is met by money, and void when the plan is
 * changed or ends before its day.
 */
import { earlier, plusDays } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import type { StartClock } from '#areas/clocks/rules/clock.ts';
import { type PlanMoment, isOver } from '../../rules/plans/path.ts';
import type { NextDue } from '../../rules/plans/progress.ts';
import { debtorOf } from '../../store/plans/drawing.ts';
import { runningClocks } from '../../store/plans/clocks.ts';
import type { StoredPlan } from '../../store/plans/plans.ts';

type Now = Pick<PlanMoment, 'state' | 'cureUntil'>;

export async function keepClocks(
  context: Context,
  plan: StoredPlan,
  now: Now,
  next: NextDue | undefined,
): Promise<void> {
  const { tx } = context;
  const wanted = wantedClock(plan, now, next);
  const running = await runningClocks(tx, plan.accountId, plan.planId);
  for (const { key, no } of running) {
    if (isOf(wanted, key)) continue;
    const isPaid = no !== null && now.state !== 'cancelled' && (next === undefined || next.no > no);
    const isCured = no === null && now.state !== 'breached' && now.state !== 'cancelled';
    const how = isPaid || isCured ? 'met' : 'void';
    await stopClock(context, { key, how, reason: how === 'met' ? 'paid' : 'the plan changed' });
  }
  if (!wanted || running.some(({ key }) => isOf(wanted, key))) return;
  const debtor = await debtorOf(tx, plan.accountId);
  if (debtor) {
    const { subject, facts, ...clock } = wanted;
    await startClock(context, {
      ...clock,
      // What was met and is missing again, as by a check that came back, is a clock of its own.
      key: `${subject}/${context.at}`,
      companyId: debtor.companyId,
      accountId: plan.accountId,
      about: { kind: 'plan', id: plan.planId },
      ownerId: null,
      facts: { name: debtor.name, ...facts },
    });
  }
}

type Wanted = Pick<StartClock, 'kind' | 'startedOn' | 'dueOn' | 'source' | 'facts'> & {
  /** What its key begins with. */
  readonly subject: string;
};

function isOf(wanted: Wanted | undefined, key: string): boolean {
  return wanted !== undefined && key.startsWith(`${wanted.subject}/`);
}

function wantedClock(
  { planId, version, versionOn, terms }: StoredPlan,
  { state, cureUntil }: Now,
  next: NextDue | undefined,
): Wanted | undefined {
  if (isOver({ state, cureUntil }) || state === 'offered') return undefined;
  if (state === 'breached' && cureUntil !== null) {
    return {
      subject: `plan/${planId}/cure/${cureUntil}`,
      kind: 'plan_cure',
      startedOn: plusDays(cureUntil, -terms.cureDays),
      dueOn: cureUntil,
      source: 'policy: plans',
      facts: {},
    };
  }
  return (
    next && {
      subject: `plan/${planId}/${version}/${next.no}`,
      kind: 'plan_instalment',
      startedOn: earlier(versionOn, next.dueOn),
      dueOn: next.dueOn,
      source: 'agreement',
      facts: { amount: formatMoney(next.amount), currency: next.amount.currency },
    }
  );
}
