/**
 * A night's lesson: a challenger is taught, put beside the model in use, and tried on the cash
 * of past weeks. Long arithmetic without a database, so that it can be done beside the server.
 */
import { type BookItem, asKnownBy } from './book-item.ts';
import { type Tried, commonFactor, tryCash } from './cash-back-test.ts';
import { historiesOf } from './known-item.ts';
import { type ModelKind, horizonOf, knownBy } from './predict.ts';
import { type Pooled, pooledOn } from './seen.ts';
import { type Comparison, type Trained, compare, lastLesson, trainOn } from './training.ts';

export type Lesson = {
  readonly items: readonly BookItem[];
  readonly asOf: number;
  readonly kind: ModelKind;
  /** Null before the first model, and where the one in use is told other features. */
  readonly live: Trained | null;
};

export type Learnt = {
  readonly challenger: Trained;
  readonly trainedTo: number;
  /** The invoices that taught it, and those of them that were paid. */
  readonly taught: number;
  readonly paid: number;
  readonly comparison: Comparison;
  /** Of the model that is better. */
  readonly tried: Tried;
  readonly common: number;
};

export function learnBook({ items, asOf, kind, live }: Lesson): Learnt {
  const trainedTo = lastLesson(asOf);
  const known = asKnownBy(items, trainedTo);
  const challenger = trainOn(items, trainedTo, kind);
  const other = live ?? { ...challenger, model: { kind: 'empirical' as const } };
  const comparison = compare(items, asOf, challenger, other);
  const better = comparison.isBetter || live === null ? challenger : live;
  const tried = tryCash(items, asOf, better);
  return {
    challenger,
    trainedTo,
    taught: known.length,
    paid: known.filter(({ paidOn }) => paidOn !== null).length,
    comparison,
    tried,
    common: commonFactor(tried.weeks),
  };
}

/** What all customers together show by the close of a day, with the days told one by one. */
export type Ground = { readonly pooled: Pooled; readonly horizon: number };

export function groundOf({ items, asOf }: Pick<Lesson, 'items' | 'asOf'>): Ground {
  const known = asKnownBy(items, asOf);
  return {
    pooled: pooledOn(historiesOf(knownBy(known, asOf)), asOf),
    horizon: horizonOf(known) + 30,
  };
}

/** Both at once, so that the book goes into the thread once. */
export function learnWithGround(lesson: Lesson): { learnt: Learnt; ground: Ground } {
  return { learnt: learnBook(lesson), ground: groundOf(lesson) };
}
