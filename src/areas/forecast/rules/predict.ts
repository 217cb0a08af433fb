/**
 * When each open invoice will be paid, learnt from how this book's customers paid before.
 *
 * A daily chance (hazard) is learnt by a logistic model; boosted trees then mend what it gets
 * wrong. A book with little history is told by what its customers did, without a model.
 * What is learnt on a day uses nothing that became known later.
 */
import { type Calendar, calendarFrom } from './calendar.ts';
import {
  type Distribution,
  type Interval,
  distributionOf,
  intervalOf,
  paidByChance,
} from './distribution.ts';
import { fill, still, width } from './features.ts';
import { slotOf } from './hazard.ts';
import { type KnownItem, historiesOf } from './known-item.ts';
import { type Logistic, chanceOf, fitLogistic, oddsOf } from './logistic.ts';
import { rowsOf } from './rows.ts';
import { type OpenItem, type Pooled, type Seen, openOn, pooledOn, seenAmong } from './seen.ts';
import { type Tree, fitTrees, treesAdd } from './trees.ts';

export const modelKinds = ['empirical', 'logistic', 'ensemble'] as const;
export type ModelKind = (typeof modelKinds)[number];

export type Model =
  | { readonly kind: 'empirical' }
  | { readonly kind: 'logistic'; readonly logistic: Logistic }
  | { readonly kind: 'ensemble'; readonly logistic: Logistic; readonly trees: readonly Tree[] };

export type Prediction = Interval & {
  readonly item: KnownItem;
  /** The chances to be paid after the due day, and more than 30 days after it. */
  readonly late: number;
  readonly late30: number;
  /** The chances to be paid in the first, second … eighth week after. */
  readonly weeks: readonly number[];
  /** How many invoices of this customer were paid before; few make a weak prediction. */
  readonly closed: number;
};

const week = 7;
const weeks = 8;
/** Below so many paid invoices a model learns more noise than habit. */
const leastPaid = 150;
/** The desk must have been at work for so long before its first look back counts. */
const runIn = 60;
const horizons = { many: 100, few: 140, manyFrom: 10_000, beyond: 30 };

/** What the book teaches by the close of a day. */
export function learn(items: readonly KnownItem[], asOf: number, kind: ModelKind): Model {
  const known = knownBy(items, asOf);
  const paid = known.filter(({ paidOn }) => paidOn !== null).length;
  if (kind === 'empirical' || paid < leastPaid) return { kind: 'empirical' };
  const rows = rowsOf(historiesOf(known), {
    looks: looksBack(known, asOf),
    asOf,
    horizon: horizonOf(known),
  });
  if (!rows.answers.includes(1)) return { kind: 'empirical' };
  const logistic = fitLogistic(rows.matrix, rows.answers, width, 3);
  const trees = treesFor(paid);
  if (kind === 'logistic' || trees === 0) return { kind: 'logistic', logistic };
  const odds = new Float64Array(rows.count);
  for (let row = 0; row < rows.count; row += 1) odds[row] = oddsOf(logistic, rows.matrix, row);
  const plan = { trees, depth: 5, rate: 0.15, ridge: 5, leastInside: 10, sample: 0.4 };
  return { kind, logistic, trees: fitTrees(rows.matrix, rows.answers, odds, width, plan) };
}

/** One prediction for each invoice that is open at the close of the day. */
export function predictOpen(items: readonly KnownItem[], asOf: number, model: Model): Prediction[] {
  const known = knownBy(items, asOf);
  const horizon = horizonOf(known) + horizons.beyond;
  const pooled = pooledOn(historiesOf(known), asOf);
  return predictAmong(known, { asOf, horizon, pooled, model }).map(({ open, distribution }) =>
    tell(open, distribution),
  );
}

export type Among = {
  readonly asOf: number;
  /** Coming days whose chance is told one by one. */
  readonly horizon: number;
  readonly pooled: Pooled;
  readonly model: Model;
  /** Changes the chance of each coming day for what is known of the invoice besides. */
  readonly bend?: (open: OpenItem, hazards: Float64Array) => void;
};
export type Predicted = { readonly open: OpenItem; readonly distribution: Distribution };

/** The open invoices of some customers, whose whole history is among the items. */
export function predictAmong(items: readonly KnownItem[], among: Among): Predicted[] {
  const { asOf, horizon, pooled, model, bend } = among;
  const calendar = calendarFrom(asOf, asOf + horizon);
  const histories = historiesOf(knownBy(items, asOf));
  const seen = seenAmong(histories, asOf, pooled);
  return openOn(histories, seen).map((open) => {
    const hazards = hazardsOf(model, { seen, calendar }, open, horizon);
    bend?.(open, hazards);
    return { open, distribution: distributionOf(asOf, hazards) };
  });
}

/** With few paid invoices trees learn by heart what they should have understood. */
function treesFor(paid: number): number {
  return paid < 8000 ? 0 : 60;
}

export function tell({ item, customer }: OpenItem, distribution: Distribution): Prediction {
  const { asOf } = distribution;
  const paid = (on: number) => paidByChance(distribution, on);
  return {
    item,
    ...intervalOf(distribution),
    late: 1 - paid(Math.max(item.dueOn, asOf)),
    late30: 1 - paid(Math.max(item.dueOn + 30, asOf)),
    weeks: Array.from(
      { length: weeks },
      (_, at) => paid(asOf + week * (at + 1)) - paid(asOf + week * at),
    ),
    closed: customer.closed,
  };
}

function hazardsOf(
  model: Model,
  known: { readonly seen: Seen; readonly calendar: Calendar },
  { item, customer }: OpenItem,
  horizon: number,
): Float64Array {
  const { asOf } = known.seen;
  const hazards = new Float64Array(horizon);
  if (model.kind === 'empirical') {
    return hazards.map((_, at) => customer.byDue[slotOf(asOf + 1 + at - item.dueOn)] ?? 0);
  }
  const of = still(known.seen, item, customer);
  const matrix = new Float32Array(width);
  for (let at = 0; at < horizon; at += 1) {
    fill({ matrix, row: 0 }, known, of, asOf + 1 + at);
    const odds = oddsOf(model.logistic, matrix, 0);
    const mended = model.kind === 'ensemble' ? odds + treesAdd(model.trees, matrix, 0) : odds;
    hazards[at] = chanceOf(mended);
  }
  return hazards;
}

/**
 * What was known then: paid only if it was paid by then, and not there if it came later, except
 * for what is open and dated ahead, which counts as issued on the day.
 */
export function knownBy(items: readonly KnownItem[], asOf: number): KnownItem[] {
  return items
    .filter(({ issuedOn, paidOn }) => issuedOn <= asOf || paidOn === null)
    .map((item) => ({
      ...item,
      issuedOn: Math.min(item.issuedOn, asOf),
      paidOn: item.paidOn !== null && item.paidOn > asOf ? null : item.paidOn,
    }));
}

/** Weekly, from the week before back to the first weeks of the book; fewer where they are full. */
function looksBack(known: readonly KnownItem[], asOf: number): number[] {
  const first = known.reduce((least, { issuedOn }) => Math.min(least, issuedOn), asOf);
  const most = known.length > horizons.manyFrom ? 15 : 40;
  const looks: number[] = [];
  for (let look = asOf - week; look > first + runIn && looks.length < most; look -= week) {
    looks.push(look);
  }
  return looks;
}

/** Coming days that are told apart: fewer where the book is large. */
export function horizonOf(known: readonly unknown[]): number {
  return known.length > horizons.manyFrom ? horizons.many : horizons.few;
}
