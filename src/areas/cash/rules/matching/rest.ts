/**
 * The items of a list that could not be read: damaged in its middle, or cut off at its end.
 *
 * Payers list in the order of their numbers. So what is missing in the middle lies between its
 * neighbours, and what was cut off comes after the last that can be read, soonest first: that
 * makes few candidates of many, and only few candidates prove anything.
 */
import { type LiveItem } from './book.ts';
import { type Case } from './case.ts';
import { luckMark, runLuckMark } from './luck.ts';
import { type Filled, type Slot } from './slots.ts';
import { subsetsWithSum } from './subsets.ts';

export type Rest = {
  readonly filled: readonly Filled[];
  /** How many different sets would have done. */
  readonly choice: number;
  /** Among how many items it was found. */
  readonly pool: number;
  /** Its mark: how easily such a set fits. */
  readonly luck: string;
};

type Missing = {
  readonly read: readonly Filled[];
  readonly left: bigint;
  /** The list may continue beyond the text. */
  readonly goesOn: boolean;
};

/** How far beyond the last number to look, step by step. */
const reaches = [6, 12, 24, 60];
/** Items that may have been cut off. */
const mostCut = 8;
/** Ways to fill the damaged places that are tried. */
const mostWays = 400;

/** Sets of items that complete the list to the cent; the likeliest kind only. */
export function restSets(slots: readonly Slot[], c: Case, missing: Missing): Rest[] {
  const taken = new Set(missing.read.map(({ live }) => live));
  const free = c.open
    .filter((live) => !taken.has(live) && live.openMinor > 0n)
    .toSorted((a, b) => (a.run < b.run ? -1 : a.run > b.run ? 1 : 0));
  const places = slots.flatMap((slot, at) =>
    slot.sure.length === 0 ? [choicesFor(slots, at, free)] : [],
  );
  const ways = waysToFill(places);
  const whole = ways.filter((way) => sum(way) === missing.left && way.length === places.length);
  if (whole.length > 0) return answers(whole, fillLuck(places, c.amount), free.length);
  if (!missing.goesOn) return [];
  return continued(free, ways, missing) ?? beyond(slots, free, ways, missing);
}

function beyond(
  slots: readonly Slot[],
  free: readonly LiveItem[],
  ways: readonly (readonly Filled[])[],
  { read, left }: Missing,
): Rest[] {
  const last = lastRun(read);
  const cut = slots.at(-1)?.sure.length === 0 ? (slots.at(-1)?.mention.readings[0]?.run ?? '') : '';
  const after = free.filter(({ run }) => run > last);
  for (const reach of reaches) {
    const found: Filled[][] = [];
    for (const way of ways.slice(0, 40)) {
      const open = left - sum(way);
      if (open <= 0n) continue;
      const used = new Set(way.map(({ live }) => live));
      const pool = after.filter((live) => !used.has(live)).slice(0, reach);
      const amounts = pool.map(({ openMinor }) => openMinor);
      const bounds = { least: 1, most: mostCut, sums: 3000, solutions: 4 };
      for (const places of subsetsWithSum(amounts, open, bounds).found) {
        const lives = places.flatMap((at) => pool[at] ?? []);
        if (cut.length > 2 && way.length === 0 && !lives[0]?.run.startsWith(cut)) continue;
        found.push([...way, ...lives.map((live): Filled => ({ live, quality: 'amount' }))]);
      }
    }
    if (found.length > 0) {
      const size = Math.max(...found.map((way) => way.length));
      return answers(found, luckMark(size, reach, left), reach);
    }
    if (reach >= after.length) break;
  }
  return [];
}

/** How many ways there were to fill the damaged places, as luck sees it. */
function fillLuck(places: readonly (readonly Filled[])[], amount: bigint): string {
  const ways = places.reduce((product, { length }) => product * Math.max(1, length), 1);
  return luckMark(1, ways, amount);
}

/** The list goes on with the very next items: they need not be few. */
function continued(
  free: readonly LiveItem[],
  ways: readonly (readonly Filled[])[],
  { read, left }: Missing,
): Rest[] | null {
  const last = lastRun(read);
  for (const way of ways.slice(0, 40)) {
    const from = lastRun([...read, ...way]);
    const next = free.filter(({ run }) => run > (from > last ? from : last));
    let open = left - sum(way);
    for (const [at, live] of next.entries()) {
      open -= live.openMinor;
      if (open < 0n) break;
      if (open > 0n || at === 0) continue;
      const lives = next.slice(0, at + 1);
      const filled = [...way, ...lives.map((one): Filled => ({ live: one, quality: 'amount' }))];
      return answers([filled], runLuckMark(next.length, true, left), 0);
    }
  }
  return null;
}

function lastRun(filled: readonly Filled[]): string {
  return (
    filled
      .map(({ live }) => live.run)
      .toSorted()
      .at(-1) ?? ''
  );
}

function answers(found: readonly (readonly Filled[])[], luck: string, pool: number): Rest[] {
  const choice = found.length;
  return found
    .toSorted((a, b) => a.length - b.length)
    .slice(0, 3)
    .map((filled) => ({ filled, choice, pool, luck }));
}

/** What may stand in a damaged place: what it resembles, or else what lies between. */
function choicesFor(
  slots: readonly Slot[],
  at: number,
  free: readonly LiveItem[],
): readonly Filled[] {
  const near = slots[at]?.near().filter(({ live }) => free.includes(live)) ?? [];
  if (near.length > 0 && near.length <= 40) return near;
  const before = slots.slice(0, at).findLast(({ sure }) => sure.length > 0)?.sure[0]?.live.run;
  const after = slots.slice(at + 1).find(({ sure }) => sure.length > 0)?.sure[0]?.live.run;
  const between = free.filter(
    ({ run }) => (before === undefined || run > before) && (after === undefined || run < after),
  );
  return between.slice(0, 30).map((live): Filled => ({ live, quality: 'amount' }));
}

function waysToFill(places: readonly (readonly Filled[])[]): Filled[][] {
  let ways: Filled[][] = [[]];
  for (const [at, choices] of places.entries()) {
    const last = at === places.length - 1;
    const longer = ways.flatMap((way) =>
      choices
        .filter(({ live }) => way.every((one) => one.live !== live))
        .map((choice) => [...way, choice]),
    );
    // The last place may be only the beginning of what was cut off.
    ways = [...(last ? ways : []), ...longer].slice(0, mostWays);
    if (ways.length === 0) return [[]];
  }
  return ways;
}

function sum(filled: readonly Filled[]): bigint {
  return filled.reduce((total, { live }) => total + live.openMinor, 0n);
}
