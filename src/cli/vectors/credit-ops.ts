/** Expected credit losses as vectors call them, bucket by bucket in the order given. */
import { z } from 'zod';
import {
  allowanceFor,
  historicalLossRate,
  rollRateLossRates,
} from '#areas/metrics/rules/credit-losses.ts';
import { formatMoney, sum } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { amount, amountOrNothing, decimalField, dollars } from './fields.ts';
import { type Op, judgingOp, op } from './op.ts';

/** One amount, or one a year. */
const amounts = z.union([amount, z.array(amount).transform((list) => sum(list, dollars))]);

const one = { units: 1n, scale: 0 };

export const creditOps: readonly Op[] = [
  op(
    'cecl.rollRateLossRates',
    z.object({ rollRates: z.record(z.string(), decimalField) }),
    ({ rollRates }) => {
      const buckets = Object.keys(rollRates).map((roll) => roll.replace(/To.*$/u, ''));
      const rates = rollRateLossRates(Object.values(rollRates));
      return { lossRatePct: Object.fromEntries(buckets.map((name, at) => [name, rates[at]])) };
    },
  ),
  judgingOp(
    'cecl.allowance',
    z.object({
      balances: z.record(z.string(), amount),
      lossRatePct: z.record(z.string(), decimalField),
      forwardAdjustment: decimalField.nullish().transform((value) => value ?? one),
      allowanceBeforeProvision: amountOrNothing,
    }),
    ({ balances, lossRatePct, forwardAdjustment, allowanceBeforeProvision }) => {
      const rates = new Map(Object.entries(lossRatePct));
      const buckets = Object.entries(balances).flatMap(([bucket, balance]) => {
        const rate = rates.get(bucket);
        return rate === undefined ? [] : [{ balance, lossRatePct: rate }];
      });
      if (buckets.length < Object.keys(balances).length) return refuse('cecl.bucket_without_rate');

      const result = allowanceFor(buckets, forwardAdjustment, allowanceBeforeProvision);
      return accept({
        byBucket: result.byBucket.map(formatMoney),
        allowance: formatMoney(result.allowance),
        provision: formatMoney(result.provision),
      });
    },
  ),
  op(
    'cecl.historicalRate',
    z.object({ creditSales: amounts, writeOffs: amounts }),
    ({ creditSales, writeOffs }) => ({ ratePct: historicalLossRate(creditSales, writeOffs) }),
  ),
];
