/**
 * Keeps the days of two years, so that figures need not add up the history.
 *
 *     nothing kept ──begin──▶ empty ──place, place, …──▶ whole ──┬─ place   accounts that moved
 *                                                                ├─ extend  by the days ahead
 *                                                                └─ add     what became known
 *
 * All days are as known at one moment to which nothing can be added; whatever is recorded later
 * is added by whoever asks. So a kept day is never wrong, only more or less work to complete.
 * Every step is small and adds to what is kept; nothing is summed again because of it.
 */
import { type Day, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Actor, accepted, type Desk, perform } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { type Change, standingsOver } from '../rules/kept-day.ts';
import type { Period } from '../rules/period.ts';
import { misplaced, place, unplacedKnown } from '../store/cells.ts';
import {
  type Additions,
  type Flow,
  type KeptBook,
  type KeptDay,
  type OfCell,
  addDays,
  beginBook,
  forgetBefore,
  historyOf,
  keptBook,
  knownBetween,
  lockedBook,
  momentAfter,
  moveBook,
  muchKnownSince,
  standingFrom,
} from '../store/keep.ts';

/** Count-back reaches 24 months back. */
const months = 24;
/** It is tomorrow somewhere, and the night's work may come late. */
const daysAhead = 2;
/** After so many days of standing still it is less work to begin again. */
const longAway = 60;
/** So many facts that became known since make a figure wait some milliseconds. */
const muchKnown = 1000;
/** Facts of one step, and accounts of one. */
const factsAtOnce = 5000;
const accountsAtOnce = 500;
/** A whole book was taken in: it is less work to begin again than to add it. */
const wholeBook = 100_000;

type Step = (tx: Tx, book: KeptBook | undefined) => Promise<string>;

/** Whether there is anything to keep now. */
export async function wantsKeeping(desk: Desk): Promise<boolean> {
  return (await nextStep(desk, muchKnown)) !== undefined;
}

/**
 * Step by step, each in a transaction of its own, until everything is kept; `patience` says how
 * many facts are not yet worth a step.
 */
export async function keepDays(
  desk: Desk,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
  patience = muchKnown,
): Promise<{ readonly steps: number }> {
  const doing = { action: 'metrics.keep_days', actor, reason, input: null };
  let steps = 0;
  for (;;) {
    const step = await nextStep(desk, patience);
    if (step === undefined) return { steps };
    accepted(
      await perform(desk, doing, async ({ tx, did }) => {
        did({ what: await step(tx, await lockedBook(tx)) });
        return accept(null);
      }),
    );
    steps += 1;
  }
}

/** What is to be done next; undefined: nothing. */
async function nextStep(desk: Desk, patience: number): Promise<Step | undefined> {
  const { db } = desk;
  const today = desk.clock.today();
  const span = { from: startOfMonth(plusMonths(today, -months)), to: plusDays(today, daysAhead) };
  const [book, knownAt] = await Promise.all([keptBook(db), closedWatermark(db, desk.clock.now())]);
  if (book === undefined || (await isBeyond(desk, book, { span, knownAt }))) {
    return (tx) => begin(tx, { ...span, knownAt, isWhole: false });
  }
  if ((await misplaced(db, 1)).length > 0) return placeSome;
  if (!book.isWhole) return finish;
  if (book.to < span.to) return (tx, now) => extend(tx, now, span);
  // While something long is being written the moment does not move on, nor would the days.
  if (knownAt <= book.knownAt || !(await muchKnownSince(db, book.knownAt, patience)))
    return undefined;
  return (tx, now) => addKnown(tx, now, knownAt);
}

/** Whether beginning again is less work than going on. */
async function isBeyond(
  { db }: Desk,
  book: KeptBook,
  { span, knownAt }: { readonly span: Period; readonly knownAt: Instant },
): Promise<boolean> {
  if (book.from > span.from || book.to < plusDays(span.to, -longAway)) return true;
  return knownAt > book.knownAt && muchKnownSince(db, book.knownAt, wholeBook);
}

async function begin(tx: Tx, book: KeptBook): Promise<string> {
  await beginBook(tx, book);
  return 'days begun';
}

/** The history of some accounts goes out of the cells where they were and into their own. */
async function placeSome(tx: Tx, book: KeptBook | undefined): Promise<string> {
  if (!book) return gone;
  const accounts = await misplaced(tx, accountsAtOnce);
  const moved = accounts.filter(({ was }) => was !== null).map(({ accountId }) => accountId);
  if (moved.length > 0) {
    await addDays(tx, daysOf(book, taken(await historyOf(tx, moved, book))));
  }
  await place(tx, accounts);
  const all = accounts.map(({ accountId }) => accountId);
  await addDays(tx, daysOf(book, await historyOf(tx, all, book)));
  await moveBook(tx, book);
  return 'accounts placed';
}

/** Another process was sooner; whoever comes next sees what is left to do. */
const gone = 'nothing left to do';

async function finish(tx: Tx, book: KeptBook | undefined): Promise<string> {
  if (!book) return gone;
  await moveBook(tx, { ...book, isWhole: true });
  return 'all accounts placed';
}

/** By the days that came, and without those that have passed out of the span. */
async function extend(tx: Tx, book: KeptBook | undefined, span: Period): Promise<string> {
  if (!book || book.to >= span.to) return gone;
  const days = { from: plusDays(book.to, 1), to: span.to };
  await addDays(tx, daysOf(days, await standingFrom(tx, days, book.knownAt)));
  await forgetBefore(tx, span.from);
  await moveBook(tx, { ...book, ...span });
  return 'days added';
}

/** By what became known next, at most so much that nobody waits for it. */
async function addKnown(tx: Tx, book: KeptBook | undefined, closed: Instant): Promise<string> {
  if (!book || closed <= book.knownAt) return gone;
  const after = book.knownAt;
  const until = await momentAfter(tx, { after, until: closed, facts: factsAtOnce });
  await place(tx, await unplacedKnown(tx, after, until));
  await addDays(tx, daysOf(book, await knownBetween(tx, book, { after, until })));
  await moveBook(tx, { ...book, knownAt: until });
  return 'facts added';
}

/** The same with the opposite sign. */
function taken({ changes, flows }: Additions): Additions {
  return {
    changes: changes.map((change) => ({ ...change, minor: -change.minor })),
    flows: flows.map((flow) => ({ ...flow, sales: -flow.sales, cash: -flow.cash })),
  };
}

/** The days that these add to, cell by cell. */
function daysOf(span: Period, { changes, flows }: Additions): KeptDay[] {
  const flowsBy = Map.groupBy(flows, keyOf);
  const changesBy = Map.groupBy(changes, keyOf);
  const ofCells = new Map<string, OfCell>(
    [...changes, ...flows].map((each) => [keyOf(each), each]),
  );
  return [...ofCells].flatMap(([key, { cellId, currency }]) => {
    const some = cellDays(span, changesBy.get(key) ?? [], flowsBy.get(key) ?? []);
    return some.map((each) => ({ ...each, cellId, currency }));
  });
}

function cellDays(
  { from, to }: Period,
  changes: readonly Change[],
  flows: readonly Flow[],
): Omit<KeptDay, keyof OfCell>[] {
  const posted = new Map(flows.map((flow) => [flow.onDay, flow]));
  const first = [...changes, ...flows].reduce<Day>(
    (least, { onDay }) => (onDay < least ? onDay : least),
    to,
  );
  const days: Omit<KeptDay, keyof OfCell>[] = [];
  for (const { day, sums } of standingsOver({ from: first < from ? from : first, to }, changes)) {
    const { sales = 0n, cash = 0n } = posted.get(day) ?? {};
    if (sums.size === 0 && sales === 0n && cash === 0n) continue;
    days.push({ onDay: day, standing: sums, sales, cash });
  }
  return days;
}

function keyOf({ cellId, currency }: OfCell): string {
  return `${cellId} ${currency}`;
}
