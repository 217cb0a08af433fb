/**
 * The chance to be paid on a day, given that it is still open that morning, by the days since it
 * was due (or issued): counted from what was paid and from what waited, open ones included.
 *
 * Whoever leaves the open ones out believes that everybody pays early.
 */

/** Days before and after the due day that a table tells apart; beyond them it holds the edge. */
export const before = 70;
export const after = 160;
export const span = before + after + 1;

/** Sums at each offset: of what was paid there, and of what was still open there. */
export type Tally = { readonly paid: Float64Array; readonly open: Float64Array };

export function newTally(): Tally {
  return { paid: new Float64Array(span), open: new Float64Array(span) };
}

export function slotOf(offset: number): number {
  return offset < -before ? 0 : offset > after ? span - 1 : offset + before;
}

/** Counts a payment that came at an offset from the due day, having been open from another. */
export function countPaid(tally: Tally, from: number, paidAt: number, weight: number): void {
  countOpen(tally, from, paidAt, weight);
  const at = slotOf(paidAt);
  tally.paid[at] = (tally.paid[at] ?? 0) + weight;
}

/** Counts days on which it was open and might have been paid, both ends included. */
export function countOpen(tally: Tally, from: number, to: number, weight: number): void {
  // Kept as differences until `settle` adds them up: a waiting year costs two additions.
  const first = slotOf(from);
  const last = slotOf(to);
  if (last < first) return;
  tally.open[first] = (tally.open[first] ?? 0) + weight;
  if (last + 1 < span) tally.open[last + 1] = (tally.open[last + 1] ?? 0) - weight;
}

/** Turns the differences of what was open into sums; call it once, when all is counted. */
export function settle(tally: Tally): Tally {
  let running = 0;
  for (let at = 0; at < span; at += 1) {
    running += tally.open[at] ?? 0;
    tally.open[at] = running;
  }
  return tally;
}

/**
 * Lets old days count less. Each invoice was counted with the weight of its own day 0; a day at
 * an offset weighs that much more or less, the same for what was paid and what was open.
 */
export function fade(tally: Tally, halfLife: number): Tally {
  for (let at = 0; at < span; at += 1) {
    const factor = 2 ** ((at - before) / halfLife);
    tally.paid[at] = (tally.paid[at] ?? 0) * factor;
    tally.open[at] = (tally.open[at] ?? 0) * factor;
  }
  return tally;
}

/** The hazard at each offset, leaning on another table by so many invoices' worth. */
export function hazards(
  { paid, open }: Tally,
  prior: Float64Array,
  priorWeight: number,
): Float64Array {
  const table = new Float64Array(span);
  for (let at = 0; at < span; at += 1) {
    const held = priorWeight * (prior[at] ?? 0);
    table[at] = ((paid[at] ?? 0) + held) / ((open[at] ?? 0) + priorWeight);
  }
  return table;
}

/** The mean of a table and its neighbours of one day. */
export function smoothed(table: Float64Array): Float64Array {
  return table.map(
    (value, at) => ((table[at - 1] ?? value) + value + (table[at + 1] ?? value)) / 3,
  );
}

export function logit(chance: number): number {
  const held = Math.min(Math.max(chance, 1e-5), 1 - 1e-5);
  return Math.log(held / (1 - held));
}
