/** The order of work as http and the command line give it: plan, control group, gain. */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Day } from '#kernel/day.ts';
import type { OrderOfWork, PricedRow } from '../contract/uplift.ts';
import type { Interval, Uplift } from '../rules/worth/uplift.ts';
import { type Gain, gainOf } from '../rules/worth/gain.ts';
import { orderedKinds } from '../rules/worth-parts.ts';
import { timesShare } from '../rules/worth/worth.ts';
import { episodeDays } from '../rules/worth/control.ts';
import { endedEpisodes, runningCounts } from '../store/episodes.ts';
import { keptGain } from '../store/gain.ts';
import { experimentOf, learnedResponse } from '../store/experiment.ts';
import { type PricedGroup, pricedAccounts } from '../store/priced.ts';
import { planOf } from '../store/worth.ts';

export type AskedCompany = {
  readonly companyId: Id;
  readonly code: string;
  readonly baseCurrency: Currency;
};

export async function orderOfWork(
  db: Queries,
  { companyId, code, baseCurrency }: AskedCompany,
  today: Day,
): Promise<OrderOfWork> {
  const [plan, experiment, learned, running, kept] = await Promise.all([
    planOf(db, companyId),
    experimentOf(db, companyId),
    learnedResponse(db, companyId),
    runningCounts(db, companyId, today),
    keptGain(db, companyId),
  ]);
  const { uplift, segments, qini } = kept ?? (await gainNow(db, companyId, today));
  const amount = (minor: number): string =>
    formatMoney(money(BigInt(Math.round(minor)), baseCurrency));
  return {
    asOf: today,
    company: code,
    companyId,
    currency: baseCurrency,
    plan: plan
      ? {
          on: plan.on,
          capacity: plan.capacity,
          minutes: plan.minutes,
          worthIt: plan.worthIt,
          planned: plan.planned,
          pricePerHour: amount(plan.price * 60),
        }
      : null,
    experiment: experiment
      ? {
          isOn: experiment.isOn,
          sharePct: experiment.sharePct,
          most: formatMoney(money(experiment.most, baseCurrency)),
          warmUpUntil: experiment.warmUpUntil,
          since: experiment.since,
        }
      : null,
    running: { open: running.open, leftAlone: running.left_alone },
    learned: learned
      ? { leftAlone: learned.leftAlone, worked: learned.worked, scale: learned.scale }
      : null,
    uplift: measuredOf(uplift, amount),
    segments: segments.map(({ segment, ...own }) => ({ segment, ...measuredOf(own, amount) })),
    qini: qini && {
      coefficient: { ...qini.coefficient },
      points: qini.points.map(({ part, cash, byChance }) => {
        return { part, cash: amount(cash), byChance: amount(byChance) };
      }),
    },
  };
}

/** Of a desk where no night has summed it yet. */
async function gainNow(db: Queries, companyId: Id, today: Day): Promise<Gain> {
  return gainOf(await endedEpisodes(db, companyId, plusDays(today, -episodeDays)));
}

type Amount = (minor: number) => string;

function measuredOf(
  { claim, open, leftAlone, share, cash, perHour }: Uplift,
  amount: Amount,
): OrderOfWork['uplift'] {
  const sums = (of: Interval | null) =>
    of && { at: amount(of.at), low: amount(of.low), high: amount(of.high) };
  return {
    claim,
    open,
    leftAlone,
    share: share && { ...share },
    cash: sums(cash),
    perHour: sums(perHour),
  };
}

export async function pricedRows(
  db: Queries,
  { companyId, baseCurrency }: AskedCompany,
  asked: { readonly group: PricedGroup; readonly limit: number; readonly on: Day },
): Promise<PricedRow[]> {
  const rows = await pricedAccounts(db, companyId, asked);
  return rows.map(({ overdue, overdueBase, adds, currency, kinds, ...row }) => ({
    ...row,
    overdue: formatMoney(money(overdue, currency)),
    currency,
    adds: formatMoney(money(timesShare(overdueBase, adds), baseCurrency)),
    calledFor: kinds.some((kind) => !orderedKinds.has(kind)),
    addsCurrency: baseCurrency,
  }));
}
