/**
 * How far a prediction was from what came: days missed, pinball, whether the interval held the
 * day, and what the chances of being late cost (Brier).
 *
 * An interval is judged when it has ended, a chance when its day has passed: judging only what
 * was paid so far would flatter whoever predicts early days.
 */
import type { Interval } from './distribution.ts';

export const levels = [0.1, 0.5, 0.9] as const;

/** The pinball loss of the three days against the day of payment, in days, as their mean. */
export function pinballOf({ p10, p50, p90 }: Interval, paidOn: number): number {
  const [low, middle, high] = levels;
  return (
    (pinball(low, p10, paidOn) + pinball(middle, p50, paidOn) + pinball(high, p90, paidOn)) / 3
  );
}

/** Koenker and Bassett, Regression Quantiles, 1978. */
function pinball(level: number, predicted: number, came: number): number {
  return came >= predicted ? level * (came - predicted) : (1 - level) * (predicted - came);
}

export function brierOf(chance: number, happened: boolean): number {
  return (chance - (happened ? 1 : 0)) ** 2;
}

/** Sums over what was judged, so that days add up to weeks. */
export type Score = {
  readonly intervals: number;
  readonly covered: number;
  readonly missedDays: number;
  readonly pinball: number;
  readonly lates: number;
  readonly lateBrier: number;
  readonly lates30: number;
  readonly late30Brier: number;
};

export const noScore: Score = {
  intervals: 0,
  covered: 0,
  missedDays: 0,
  pinball: 0,
  lates: 0,
  lateBrier: 0,
  lates30: 0,
  late30Brier: 0,
};

export function addScores(one: Score, other: Score): Score {
  return {
    intervals: one.intervals + other.intervals,
    covered: one.covered + other.covered,
    missedDays: one.missedDays + other.missedDays,
    pinball: one.pinball + other.pinball,
    lates: one.lates + other.lates,
    lateBrier: one.lateBrier + other.lateBrier,
    lates30: one.lates30 + other.lates30,
    late30Brier: one.late30Brier + other.late30Brier,
  };
}

/** A prediction beside what is known of its invoice by the close of a day. */
export type Judged = Interval & {
  readonly dueOn: number;
  readonly late: number;
  readonly late30: number;
  /** Null while it is open. */
  readonly paidOn: number | null;
};

export type Ended = {
  readonly interval: boolean;
  readonly late: boolean;
  readonly late30: boolean;
};

/** The score of one prediction for what of it has ended; `closeOf` is the last day known. */
export function scoreOf(judged: Judged, closeOf: number, ended: Ended): Score {
  const { paidOn, p10, p50, p90 } = judged;
  // What is still open was paid on no day up to now: the least that can be said of it.
  const came = paidOn ?? closeOf + 1;
  const isLate = (by: number): boolean => came > judged.dueOn + by;
  return {
    intervals: ended.interval ? 1 : 0,
    covered: ended.interval && came >= p10 && came <= p90 ? 1 : 0,
    missedDays: ended.interval ? Math.abs(came - p50) : 0,
    pinball: ended.interval ? pinballOf(judged, came) : 0,
    lates: ended.late ? 1 : 0,
    lateBrier: ended.late ? brierOf(judged.late, isLate(0)) : 0,
    lates30: ended.late30 ? 1 : 0,
    late30Brier: ended.late30 ? brierOf(judged.late30, isLate(30)) : 0,
  };
}

/** The figures that a person reads; null where nothing was judged yet. */
export type Accuracy = {
  readonly judged: number;
  readonly maeDays: number | null;
  readonly pinballDays: number | null;
  readonly coverage: number | null;
  readonly lateBrier: number | null;
  readonly late30Brier: number | null;
};

export function accuracyOf(score: Score): Accuracy {
  const mean = (sum: number, many: number) => (many === 0 ? null : sum / many);
  return {
    judged: score.intervals,
    maeDays: mean(score.missedDays, score.intervals),
    pinballDays: mean(score.pinball, score.intervals),
    coverage: mean(score.covered, score.intervals),
    lateBrier: mean(score.lateBrier, score.lates),
    late30Brier: mean(score.late30Brier, score.lates30),
  };
}

/** Intervals are meant to hold eight in ten; outside of these the desk is told. */
export const coverageBand = { least: 0.7, most: 0.9 } as const;
/** Fewer judged intervals say nothing about coverage. */
const leastJudged = 30;

export type Calibration = 'too_few' | 'held' | 'too_narrow' | 'too_wide';

export function calibrationOf({ judged, coverage }: Accuracy): Calibration {
  if (coverage === null || judged < leastJudged) return 'too_few';
  if (coverage < coverageBand.least) return 'too_narrow';
  return coverage > coverageBand.most ? 'too_wide' : 'held';
}
