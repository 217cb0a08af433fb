/**
 * Computes the allowance of a company as of a day and keeps it with all that it came from.
 *
 * It is a proposal until a second person has signed it; a later one never changes it.
 */
import { type Day, endOfMonth, plusMonths } from '#kernel/day.ts';
import { type Decimal, decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney, minus, money, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import {
  type AllowanceMethod,
  type Rolled,
  lossRatesOf,
  makeAllowance,
  poolBuckets,
  rollOf,
  statedRate,
} from '../rules/allowance.ts';
import type { PartName } from '../rules/metric.ts';
import type { Question } from '../store/asked.ts';
import { insertAllowance } from '../store/allowances.ts';
import { partSums } from '../store/sums.ts';

export type PrepareAllowance = {
  readonly companyId: Id;
  readonly currency: Currency;
  readonly asOf: Day;
  readonly method: AllowanceMethod;
  /** Of an aging schedule: in percent, one for each bucket. */
  readonly lossRates: readonly Decimal[];
  /** Of roll rates: the share of the last bucket that is written off, such as 0.40. */
  readonly writeOffRoll: Decimal | null;
  /** Month ends that the rolls are taken over. */
  readonly months: number;
  readonly forwardAdjustment: Decimal;
  /** What stands in the books. */
  readonly before: Money;
  /** Accounts that do not share the pool's risk, each with its own reserve. */
  readonly singly: readonly { readonly accountId: Id; readonly reserve: Money }[];
};

export type PrepareRefusal = 'metrics.rates_missing' | 'metrics.write_off_roll_missing';

/** The table as it is kept and shown: decimal strings only. */
export type AllowanceFacts = {
  readonly buckets: readonly {
    readonly bucket: string;
    readonly balance: string;
    readonly roll: string | null;
    readonly lossRatePct: string;
    readonly loss: string;
  }[];
  readonly months: number;
  readonly forwardAdjustment: string;
  readonly pooled: string;
  readonly apart: string;
  readonly singly: readonly {
    readonly accountId: string;
    readonly balance: string;
    readonly reserve: string;
  }[];
  readonly allowance: string;
  readonly before: string;
  readonly provision: string;
};

export async function prepareAllowance(
  context: Context,
  wish: PrepareAllowance,
): Promise<Outcome<{ allowanceId: Id; facts: AllowanceFacts }, PrepareRefusal>> {
  if (wish.method === 'aging_schedule' && wish.lossRates.length !== poolBuckets.length) {
    return refuse('metrics.rates_missing', { count: poolBuckets.length });
  }
  if (wish.method === 'roll_rate' && wish.writeOffRoll === null) {
    return refuse('metrics.write_off_roll_missing');
  }
  const facts = await factsOf(context.tx, wish);
  const allowance = facts.minor;
  const allowanceId = await insertAllowance(context, {
    ...wish,
    facts: facts.shown,
    allowance,
    before: wish.before.minor,
  });
  context.did({
    what: 'allowance prepared',
    id: allowanceId,
    facts: { allowance: facts.shown.allowance, provision: facts.shown.provision },
  });
  return accept({ allowanceId, facts: facts.shown });
}

async function factsOf(
  db: Queries,
  wish: PrepareAllowance,
): Promise<{ shown: AllowanceFacts; minor: bigint }> {
  const { rolls, rates } = await ratesOf(db, wish);
  const apart = wish.singly.map(({ accountId }) => accountId);
  const whole = await bucketsOf(db, questionOn(wish, wish.asOf, null));
  const out = await bucketsOf(db, questionOn(wish, wish.asOf, apart));
  const balances = whole.map((balance, index) =>
    minus(balance, out[index] ?? money(0n, wish.currency)),
  );
  const made = makeAllowance({ ...wish, balances, lossRates: rates.map(decimal) });
  const singly = await Promise.all(
    wish.singly.map(async ({ accountId, reserve }) => ({
      accountId,
      balance: formatMoney(
        sum(await bucketsOf(db, questionOn(wish, wish.asOf, [accountId])), wish.currency),
      ),
      reserve: formatMoney(reserve),
    })),
  );
  const shown = {
    buckets: poolBuckets.map((bucket, index) => ({
      bucket,
      balance: text(balances[index], wish.currency),
      roll: rolls[index] ?? null,
      lossRatePct: rates[index] ?? '0.0000',
      loss: text(made.byBucket[index], wish.currency),
    })),
    months: wish.method === 'roll_rate' ? wish.months : 0,
    forwardAdjustment: statedRate(wish.forwardAdjustment),
    pooled: formatMoney(made.pooled),
    apart: formatMoney(made.singly),
    singly,
    allowance: formatMoney(made.allowance),
    before: formatMoney(wish.before),
    provision: formatMoney(made.provision),
  };
  return { shown, minor: made.allowance.minor };
}

function text(amount: Money | undefined, currency: Currency): string {
  return formatMoney(amount ?? money(0n, currency));
}

async function ratesOf(
  db: Queries,
  wish: PrepareAllowance,
): Promise<{ rolls: readonly string[]; rates: readonly string[] }> {
  if (wish.method === 'aging_schedule' || wish.writeOffRoll === null) {
    return { rolls: [], rates: wish.lossRates.map(statedRate) };
  }
  const seen = await rolled(db, wish);
  const rolls = [...seen.map(rollOf), statedRate(wish.writeOffRoll)];
  return { rolls, rates: lossRatesOf(rolls) };
}

const befores: readonly PartName[] = [
  'prior_bucket_0',
  'prior_bucket_1',
  'prior_bucket_2',
  'prior_bucket_3',
];
const afters: readonly PartName[] = ['bucket_1', 'bucket_2', 'bucket_3', 'bucket_4'];

/** What stood in each bucket at the month ends looked at, and what of it a month later. */
async function rolled(db: Queries, wish: PrepareAllowance): Promise<Rolled[]> {
  const names = new Set([...befores, ...afters]);
  let before = befores.map(() => 0n);
  let after = afters.map(() => 0n);
  for (let back = 0; back < wish.months; back += 1) {
    const asOf = back === 0 ? wish.asOf : endOfMonth(plusMonths(wish.asOf, -back));
    const sums = await partSums(db, questionOn(wish, asOf, null), names);
    before = before.map((total, index) => total + (sums.get(befores[index] ?? 'ar') ?? 0n));
    after = after.map((total, index) => total + (sums.get(afters[index] ?? 'ar') ?? 0n));
  }
  return before.map((total, index) => ({
    before: money(total, wish.currency),
    after: money(after[index] ?? 0n, wish.currency),
  }));
}

async function bucketsOf(db: Queries, question: Question): Promise<Money[]> {
  const names = ['bucket_0', 'bucket_1', 'bucket_2', 'bucket_3', 'over_90'] as const;
  const sums = await partSums(db, question, new Set(names));
  return names.map((name) => money(sums.get(name) ?? 0n, question.scope.currency));
}

function questionOn(
  { companyId, currency }: PrepareAllowance,
  asOf: Day,
  accountIds: readonly Id[] | null,
): Question {
  return {
    scope: { companyId, currency, collectorId: null, customerId: null, accountIds },
    asOf,
    knownAt: null,
    period: { from: asOf, to: asOf },
  };
}
