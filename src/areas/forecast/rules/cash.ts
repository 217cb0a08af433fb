/**
 * The cash forecast as sums: what is open, spread over days by each item's chances.
 *
 * Amounts are kept in ten-thousandths of the minor unit, as whole numbers, so that days, weeks,
 * what comes later, what is doubtful and what is contested add up to what is open exactly.
 */
import { mondayOf } from './days.ts';
import { type Outlook, type Source, whole } from './outlook.ts';

export const cashSources = ['habit', 'promise', 'plan', 'later', 'doubtful', 'disputed'] as const;
export type CashSource = (typeof cashSources)[number];

export type Owed = {
  readonly accountId: string;
  readonly companyId: string;
  readonly currency: string;
  readonly open: bigint;
  readonly disputed: bigint;
};

/** `at` is the number of the coming day from 0; -1 for what has no day. */
export type CashPiece = {
  readonly companyId: string;
  readonly currency: string;
  readonly source: CashSource;
  readonly at: number;
  readonly units: bigint;
};

export type WeekSpread = {
  readonly companyId: string;
  readonly currency: string;
  readonly week: number;
  readonly variance: number;
};

export const weeksTold = 13;

/** The week (from 0) of a coming day (from 0): weeks begin on Mondays, the first may be short. */
export function weekOf(asOf: number, at: number): number {
  return Math.floor((asOf + 1 + at - mondayOf(asOf + 1)) / 7);
}

export type CashSums = {
  add(owed: Owed, outlook: Pick<Outlook, 'days' | 'later' | 'doubtful' | 'source'>): void;
  pieces(): CashPiece[];
  spreads(): WeekSpread[];
};

/** Adds items up; those of one account move together, accounts apart. */
export function cashSums(asOf: number): CashSums {
  const pieces = new Map<string, CashPiece>();
  const spreads = new Map<string, Float64Array>();
  const put = (owed: Owed, source: CashSource, at: number, units: bigint): void => {
    if (units === 0n) return;
    const { companyId, currency } = owed;
    const key = `${companyId} ${currency} ${source} ${at}`;
    const before = pieces.get(key)?.units ?? 0n;
    pieces.set(key, { companyId, currency, source, at, units: before + units });
  };
  return {
    add(owed, { days, later, doubtful, source }) {
      const clear = owed.open - owed.disputed;
      for (const [at, share] of days.entries()) put(owed, source, at, clear * BigInt(share));
      put(owed, 'later', -1, clear * BigInt(later));
      put(owed, 'doubtful', -1, clear * BigInt(doubtful));
      put(owed, 'disputed', -1, owed.disputed * BigInt(whole));
      const key = `${owed.companyId} ${owed.currency} ${owed.accountId}`;
      const spread = spreads.get(key) ?? new Float64Array(weeksTold);
      spreads.set(key, spread);
      addSpread(spread, Number(clear), weekShares(days, asOf));
    },
    pieces: () => [...pieces.values()],
    spreads: () => spreadsOf(spreads),
  };
}

/** Ten-thousandths by week. */
export function weekShares(days: readonly number[], asOf: number): number[] {
  const weeks = Array.from({ length: weeksTold }, () => 0);
  for (const [at, share] of days.entries()) {
    const week = weekOf(asOf, at);
    if (week < weeksTold) weeks[week] = (weeks[week] ?? 0) + share;
  }
  return weeks;
}

function addSpread(spread: Float64Array, amount: number, shares: readonly number[]): void {
  for (const [week, share] of shares.entries()) {
    const chance = share / whole;
    spread[week] = (spread[week] ?? 0) + amount * Math.sqrt(Math.max(chance * (1 - chance), 0));
  }
}

function spreadsOf(spreads: ReadonlyMap<string, Float64Array>): WeekSpread[] {
  const sums = new Map<string, Float64Array>();
  for (const [key, own] of spreads) {
    const [companyId = '', currency = ''] = key.split(' ');
    const name = `${companyId} ${currency}`;
    const sum = sums.get(name) ?? new Float64Array(weeksTold);
    sums.set(name, sum);
    for (const [week, each] of own.entries()) sum[week] = (sum[week] ?? 0) + each * each;
  }
  return [...sums].flatMap(([name, variances]) => {
    const [companyId = '', currency = ''] = name.split(' ');
    return [...variances].map((variance, week) => ({ companyId, currency, week, variance }));
  });
}

export type Band = { readonly p10: bigint; readonly p50: bigint; readonly p90: bigint };

/** 1.2816 spreads hold eight in ten of a normal distribution. */
const eighty = 1.2816;

/**
 * The band of a sum that is never below zero and leans to the right (log-normal by its mean and
 * variance); `common` is what all customers share, as a share of what is expected.
 */
export function bandOf(
  expected: bigint,
  { variance, common, most }: { variance: number; common: number; most: bigint },
): Band {
  const mean = Number(expected);
  if (mean <= 0) return { p10: 0n, p50: 0n, p90: 0n };
  const whole2 = variance + (common * mean) ** 2;
  const sigma = Math.sqrt(Math.log1p(whole2 / (mean * mean)));
  const middle = Math.log(mean) - (sigma * sigma) / 2;
  const at = (z: number): bigint => {
    const value = BigInt(Math.round(Math.exp(middle + z * sigma)));
    return value > most ? most : value;
  };
  return { p10: at(-eighty), p50: at(0), p90: at(eighty) };
}

/** Units of several parts as minor units that add up to the whole: rounded along the sum. */
export function inMinor(units: readonly bigint[]): bigint[] {
  let sum = 0n;
  let told = 0n;
  return units.map((each) => {
    sum += each;
    const by = (sum + BigInt(whole / 2)) / BigInt(whole);
    const own = by - told;
    told = by;
    return own;
  });
}

export function isDaySource(source: CashSource): source is Source {
  return source === 'habit' || source === 'promise' || source === 'plan';
}
