/**
 * How likely a sum fits by luck: the number of sets that were free to fit, against the number
 * of amounts that they could have made.
 *
 * One item of three to the cent is no accident; some eight of sixty nearly always are. This is
 * what tells a combination that proves something from one that was merely found.
 */

/** The mark of a sum of so many items, chosen freely among so many others. */
export function luckMark(size: number, among: number, amount: bigint): string {
  return `luck:${luckStep(logChoices(among, size), amount)}`;
}

/** The mark of a run of neighbours: there are no more runs than pairs of ends. */
export function runLuckMark(among: number, fromOldest: boolean, amount: bigint): string {
  const ways = Math.log10(Math.max(1, among));
  return `luck:${luckStep(fromOldest ? ways : 2 * ways, amount)}`;
}

/** In powers of ten from one in a million up to a certainty; whole dollars make few amounts. */
function luckStep(logWays: number, amount: bigint): number {
  const unit = amount % 100n === 0n ? 2 : 0;
  const logAmounts = Math.max(0, amount.toString().length - unit);
  return Math.max(-6, Math.min(1, Math.ceil(logWays - logAmounts)));
}

/** The logarithm of the sets of up to `size` among `among`. */
function logChoices(among: number, size: number): number {
  let ways = 1;
  let total = 0;
  for (let count = 1; count <= Math.min(size, among); count += 1) {
    ways = (ways * (among - count + 1)) / count;
    total += ways;
  }
  return Math.log10(Math.max(1, total));
}
