/**
 * How many of our debits came back, against what Nacha lets an originator have (Operating
 * Rules, section 2.17): unauthorized 0.5 %, administrative 3 %, overall 15 %, over the debits
 * originated in 60 days. A rate must be above its threshold to breach it.
 */
import { type Decimal, formatRatio, fromInteger, multiplyRatio, ratio } from '#kernel/decimal.ts';

export type ReturnCounts = {
  readonly debits: number;
  readonly unauthorized: number;
  readonly administrative: number;
  readonly overall: number;
};

export type ReturnRates = {
  /** Percent with two decimals; null when nothing was originated. */
  readonly unauthorizedPct: string | null;
  readonly administrativePct: string | null;
  readonly overallPct: string | null;
  readonly breaches: readonly Kind[];
};

type Kind = 'unauthorized' | 'administrative' | 'overall';

/** Percent, as whole tenths: 5 is 0.5 %. */
const thresholds: Readonly<Record<Kind, number>> = {
  unauthorized: 5,
  administrative: 30,
  overall: 150,
};

/** The three rates; a breach is judged on the exact rate, not on the rounded one. */
export function returnRates(counts: ReturnCounts): ReturnRates {
  const kinds: readonly Kind[] = ['unauthorized', 'administrative', 'overall'];
  return {
    unauthorizedPct: percent(counts.unauthorized, counts.debits),
    administrativePct: percent(counts.administrative, counts.debits),
    overallPct: percent(counts.overall, counts.debits),
    breaches: kinds.filter((kind) => counts[kind] * 1000 > thresholds[kind] * counts.debits),
  };
}

const hundred: Decimal = fromInteger(100);

function percent(part: number, whole: number): string | null {
  const share = ratio(fromInteger(part), fromInteger(whole));
  return share === undefined ? null : formatRatio(multiplyRatio(share, hundred), 2);
}
