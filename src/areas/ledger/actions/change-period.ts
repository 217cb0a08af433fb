/**
 * Closes a period softly, closes it for good, or opens it again.
 *
 * It takes the company's periods alone: what is being posted ends first, what comes after
 * reads the new state. When postings run for long it gives up and says so, because everybody
 * who posts would queue behind it. The signature under a month stands in the reports, which
 * publish it; asking it here, the page, the command line and a program meet the same no.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type ClosingRefusal,
  closeForGood,
  closeSoftly,
  periodNamed,
  reopen,
} from '../rules/period.ts';
import { closedNow, takePeriods } from '../store/closed.ts';
import {
  type PeriodAct,
  closingMoment,
  insertClosing,
  isSigned,
  ownPeriods,
} from '../store/periods.ts';

export type ChangePeriod = {
  readonly companyId: Id;
  readonly period: string;
  readonly act: PeriodAct;
};

export type ChangePeriodRefusal =
  | ClosingRefusal
  | 'ledger.no_such_period'
  | 'ledger.postings_running'
  | 'ledger.reason_missing';

/** The answer says up to which days is closed now. */
export type PeriodsChanged = {
  readonly softThrough: Day | null;
  readonly hardThrough: Day | null;
};

const decisions = { soft_close: closeSoftly, hard_close: closeForGood, reopen } as const;

export async function changePeriod(
  context: Context,
  { companyId, period: name, act }: ChangePeriod,
): Promise<Outcome<PeriodsChanged, ChangePeriodRefusal>> {
  const { tx } = context;
  if (context.reason.trim() === '') return refuse('ledger.reason_missing');
  if (!(await takePeriods(tx, companyId))) return refuse('ledger.postings_running');
  const own = await ownPeriods(tx, companyId);
  const period = periodNamed(name, own);
  if (!period) return refuse('ledger.no_such_period', { period: name });
  const signed = await isSigned(tx, companyId, period);
  const known = { closed: await closedNow(tx, companyId), own, signed };
  const decision = decisions[act](period, known, context.today);
  if (!decision.ok) return decision;
  const closed = decision.value;
  const at = await closingMoment(tx, period, context.at);
  await insertClosing(context, { companyId, period, act, closed, at });
  const payload = { companyId, period: name, act, lastOn: period.lastOn };
  await context.tell({ name: 'ledger.period_changed', accountId: null, payload });
  context.did({ what: act, facts: { period: name, lastOn: period.lastOn } });
  return accept(closed);
}
