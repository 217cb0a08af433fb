/** The metrics as vectors call them. A figure without a value answers null, not zero. */
import { z } from 'zod';
import { forecastAttainment } from '#areas/metrics/rules/attainment.ts';
import { ceiVariants, collectionEffectiveness } from '#areas/metrics/rules/cei.ts';
import {
  collectorProductivity,
  costToCollect,
  rightPartyRate,
} from '#areas/metrics/rules/collector.ts';
import { netWriteOffRate } from '#areas/metrics/rules/credit-losses.ts';
import { weightedDaysToPay } from '#areas/metrics/rules/days-to-pay.ts';
import { daysDeductionsOutstanding, disputeCycle } from '#areas/metrics/rules/disputes.ts';
import {
  averageDaysDelinquent,
  bestPossibleDso,
  dsoCountback,
  dsoSimple,
} from '#areas/metrics/rules/dso.ts';
import { promisesKept } from '#areas/metrics/rules/promises-kept.ts';
import { rollRates } from '#areas/metrics/rules/roll-rate.ts';
import { turnover } from '#areas/metrics/rules/turnover.ts';
import { unappliedAge } from '#areas/metrics/rules/unapplied-age.ts';
import { formatMoney } from '#kernel/money.ts';
import {
  amount,
  amountOrNothing,
  count,
  dayAmong,
  dayField,
  decimalField,
  dollars,
} from './fields.ts';
import { type Op, op } from './op.ts';

const countOrNothing = count.nullish().transform((value) => value ?? 0);
const period = { creditSales: amount, days: count };

const salesOutstanding: readonly Op[] = [
  op(
    'metrics.dsoSimple',
    z.object({ endingAR: amount, ...period }),
    ({ endingAR, creditSales: sales, days }) => ({ dso: dsoSimple(endingAR, { sales, days }) }),
  ),
  op(
    'metrics.dsoCountback',
    z.object({
      endingAR: amount,
      salesNewestFirst: z.array(z.object({ sales: amount, days: count })),
    }),
    ({ endingAR, salesNewestFirst }) => ({ dso: dsoCountback(endingAR, salesNewestFirst) }),
  ),
  op(
    'metrics.bestPossibleDso',
    z.object({ currentAR: amount, ...period }),
    ({ currentAR, creditSales: sales, days }) => ({
      bpdso: bestPossibleDso(currentAR, { sales, days }),
    }),
  ),
  op(
    'metrics.averageDaysDelinquent',
    z.object({ endingAR: amount, currentAR: amount, ...period }),
    ({ endingAR, currentAR, creditSales: sales, days }) => ({
      add: averageDaysDelinquent(endingAR, currentAR, { sales, days }),
    }),
  ),
  op(
    'metrics.turnover',
    z.object({ annualCreditSales: amount, openingAR: amount, closingAR: amount }),
    ({ annualCreditSales, openingAR, closingAR }) =>
      turnover(annualCreditSales, openingAR, closingAR),
  ),
];

const collection: readonly Op[] = [
  op(
    'metrics.cei',
    z.object({
      variant: z.enum(ceiVariants),
      beginningAR: amount,
      creditSales: amount,
      months: countOrNothing,
      endingAR: amount,
      endingCurrentAR: amount,
    }),
    ({ variant, beginningAR, endingAR, endingCurrentAR, ...given }) => {
      const ar = { beginningAr: beginningAR, endingAr: endingAR, endingCurrentAr: endingCurrentAR };
      return { ceiPct: collectionEffectiveness({ ...ar, ...given }, variant) };
    },
  ),
  op(
    'metrics.rollRate',
    z.object({ priorMonth: bucketBalances(), thisMonth: bucketBalances() }),
    ({ priorMonth, thisMonth }) => {
      const [current = null, b1 = null, b31 = null] = rollRates(priorMonth, thisMonth);
      return { currentTo1_30Pct: current, b1_30To31_60Pct: b1, b31_60To61_90Pct: b31 };
    },
  ),
  op(
    'metrics.weightedDaysToPay',
    z.object({ payments: z.array(z.object({ amount, days: count })) }),
    ({ payments }) => ({ wadtp: weightedDaysToPay(payments) }),
  ),
  op(
    'metrics.forecastAttainment',
    z.object({ collected: amount, forecast: amount }),
    ({ collected, forecast }) => {
      const { attainmentPct, variance } = forecastAttainment(collected, forecast);
      return { attainmentPct, variance: formatMoney(variance) };
    },
  ),
  op(
    'metrics.netWriteOffPct',
    z.object({ writeOffs: amount, recoveries: amountOrNothing, creditSales: amount }),
    ({ writeOffs, recoveries, creditSales }) => ({
      pct: netWriteOffRate(writeOffs, recoveries, creditSales),
    }),
  ),
  op(
    'metrics.unappliedAge',
    z.object({ asOf: dayField, items: z.array(unappliedItem()) }),
    ({ asOf, items }) => {
      const { weightedDays, over30 } = unappliedAge(items, dollars, asOf);
      return { weightedDays, over30: formatMoney(over30) };
    },
  ),
];

const payments = z
  .array(z.tuple([dayField, amount]).transform(([on, sum]) => ({ on, amount: sum })))
  .nullish()
  .transform((list) => list ?? []);

const desk: readonly Op[] = [
  op(
    'metrics.promiseKept',
    z.object({
      promises: z.array(z.object({ amount, due: dayField, paid: payments })),
      asOf: dayField,
      graceDays: countOrNothing,
      toleranceAbs: amountOrNothing,
    }),
    ({ promises, toleranceAbs, ...policy }) => {
      const dated = promises.map(({ due, ...promise }) => ({ ...promise, dueOn: due }));
      return promisesKept(dated, { ...policy, tolerance: toleranceAbs });
    },
  ),
  op(
    'metrics.rpcRate',
    z.object({ attempts: count, rightPartyContacts: count }),
    ({ attempts, rightPartyContacts }) => ({
      rpcPct: rightPartyRate(rightPartyContacts, attempts),
    }),
  ),
  op(
    'metrics.collectorProductivity',
    z.object({
      collector: z.unknown(),
      collected: amount,
      hours: decimalField,
      contacts: count,
      promises: count,
      kept: count,
    }),
    ({ collector, collected, hours: paidHours, contacts, promises, kept: promisesKeptCount }) => ({
      collector,
      ...collectorProductivity({
        collected,
        paidHours,
        contacts,
        promises,
        promisesKept: promisesKeptCount,
      }),
    }),
  ),
  op(
    'metrics.costToCollect',
    z.object({ departmentCost: amount, collected: amount }),
    ({ departmentCost, collected }) => ({ pct: costToCollect(departmentCost, collected) }),
  ),
  op(
    'metrics.ddo',
    z.object({ openDisputes: amount, ...period }),
    ({ openDisputes, creditSales, days }) => ({
      ddo: daysDeductionsOutstanding(openDisputes, creditSales, days),
    }),
  ),
  op(
    'metrics.disputeCycle',
    z.object({
      disputes: z.array(
        z.object({ opened: dayField, resolved: dayField.nullish(), amount: amountOrNothing }),
      ),
    }),
    ({ disputes }) =>
      disputeCycle(
        disputes.map(({ opened, resolved, amount: disputed }) => ({
          openedOn: opened,
          amount: disputed,
          ...(resolved ? { resolvedOn: resolved } : {}),
        })),
      ),
  ),
];

export const metricsOps: readonly Op[] = [...salesOutstanding, ...collection, ...desk];

/** Balances keyed `current`, `b1_30`, `b31_60`, `b61_90`, in the order of the buckets. */
function bucketBalances() {
  const balance = amount.nullish().transform((value) => value ?? undefined);
  return z
    .object({ current: balance, b1_30: balance, b31_60: balance, b61_90: balance })
    .transform((each) => [each.current, each.b1_30, each.b31_60, each.b61_90]);
}

/** An unapplied sum and the day it arrived, whatever that day is called. */
function unappliedItem() {
  return z.looseObject({ amount }).transform((item, context) => {
    const since = dayAmong(item);
    if (since !== undefined) return { amount: item.amount, since };
    context.addIssue('the day it arrived is missing; call it receivedOn');
    return z.NEVER;
  });
}
