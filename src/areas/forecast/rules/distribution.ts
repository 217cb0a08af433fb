/**
 * When an open invoice will be paid: the chance for each coming day, and what is read from it.
 */
export type Distribution = {
  readonly asOf: number;
  /** The chance to be paid on the first, second … day after; the rest is later still. */
  readonly chances: Float64Array;
  /** After the last of them the wait goes on at this chance a day. */
  readonly tail: number;
};

/** From the chance of each day, given that it is open that morning. */
export function distributionOf(asOf: number, hazards: Float64Array): Distribution {
  const chances = new Float64Array(hazards.length);
  let waiting = 1;
  for (let at = 0; at < hazards.length; at += 1) {
    chances[at] = waiting * (hazards[at] ?? 0);
    waiting -= chances[at] ?? 0;
  }
  const last = hazards.subarray(-28);
  const mean = last.reduce((sum, each) => sum + each, 0) / Math.max(last.length, 1);
  return { asOf, chances, tail: Math.max(mean, 0.002) };
}

/** The first day by which it is paid with at least this chance. */
export function quantile({ asOf, chances, tail }: Distribution, level: number): number {
  let sum = 0;
  for (let at = 0; at < chances.length; at += 1) {
    const chance = chances[at] ?? 0;
    if (sum + chance >= level) return asOf + at + 1;
    sum += chance;
  }
  const waiting = Math.max(1 - sum, 1e-12);
  const more = Math.ceil(Math.log((1 - level) / waiting) / Math.log(1 - tail));
  return asOf + chances.length + Math.max(more, 1);
}

/** The chance that it is paid by the close of a day. */
export function paidByChance({ asOf, chances, tail }: Distribution, on: number): number {
  const days = Math.min(on - asOf, chances.length);
  let sum = 0;
  for (let at = 0; at < days; at += 1) sum += chances[at] ?? 0;
  const beyond = on - asOf - chances.length;
  return beyond <= 0 ? sum : 1 - (1 - sum) * (1 - tail) ** beyond;
}

/** The days that stand for a distribution: its middle, and an interval that holds eight in ten. */
export type Interval = { readonly p10: number; readonly p50: number; readonly p90: number };

/**
 * Invoices are paid in lumps, so the days by which 10 and 90 in a hundred are paid often hold
 * more than eight in ten between them; the lighter end is given up while eight in ten remain.
 */
export function intervalOf(distribution: Distribution): Interval {
  const p50 = quantile(distribution, 0.5);
  let p10 = quantile(distribution, 0.1);
  let p90 = quantile(distribution, 0.9);
  const held = (from: number, to: number) =>
    paidByChance(distribution, to) - paidByChance(distribution, from - 1);
  while (p10 < p50 || p90 > p50) {
    const below = p10 < p50 ? held(p10, p10) : 1;
    const above = p90 > p50 ? held(p90, p90) : 1;
    if (held(p10, p90) - Math.min(below, above) < 0.8) break;
    if (below <= above) p10 += 1;
    else p90 -= 1;
  }
  return { p10, p50, p90 };
}
