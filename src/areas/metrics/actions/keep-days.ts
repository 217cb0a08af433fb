/**
 * Keeps the days of two years, so that figures of whole companies need not add up the history.
 *
 * All days are read as known at one moment to which nothing can be added; whatever is recorded
 * later is added by whoever asks. So a kept day is never wrong, only more or less work to
 * complete, and it is kept anew when much became known or a day has passed.
 */
import { type Day, earlier, endOfMonth, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Actor, accepted, type Desk, perform } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { BookWalk, type DaySums, type Standing, daysBack } from '../rules/kept-day.ts';
import type { Period } from '../rules/period.ts';
import {
  type KeptDay,
  type OfBook,
  changesIn,
  flowsIn,
  keptBook,
  muchKnownSince,
  replaceKept,
  standings,
  written,
} from '../store/keep.ts';

/** Count-back reaches 24 months back. */
const months = 24;
/** So many facts that became known since make a dashboard wait some milliseconds. */
const muchKnown = 5000;
/** It is tomorrow somewhere, and the night's work may come late. */
const daysAhead = 2;

/** Whether days are to be kept anew now. */
export async function wantsKeeping(desk: Desk): Promise<boolean> {
  const kept = await keptBook(desk.db);
  if (kept === undefined || kept.to <= desk.clock.today()) return true;
  if (!(await muchKnownSince(desk.db, kept.knownAt, muchKnown))) return false;
  // While something long is being written the moment does not move on, nor would the days.
  return (await closedWatermark(desk.db, desk.clock.now())) > kept.knownAt;
}

export async function keepDays(
  desk: Desk,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<{ readonly days: number }> {
  const today = desk.clock.today();
  const span = { from: startOfMonth(plusMonths(today, -months)), to: plusDays(today, daysAhead) };
  const knownAt = await closedWatermark(desk.db, desk.clock.now());
  const days = await readDays(desk.db, span, knownAt);
  const doing = { action: 'metrics.keep_days', actor, reason, input: null };
  return accepted(
    await perform(desk, doing, async (context) => {
      await replaceKept(context.tx, { ...span, knownAt }, days);
      context.did({ what: 'days kept', facts: { days: days.length, knownAt } });
      return accept({ days: days.length });
    }),
  ).answer;
}

type Walk = { readonly book: OfBook; readonly walk: BookWalk };

/** From the last day back to the first, a month of changes at a time. */
async function readDays(db: Queries, span: Period, knownAt: Instant): Promise<KeptDay[]> {
  const walks = new Map<string, Walk>();
  for (const [key, open] of Map.groupBy(await standings(db, span.to, knownAt), keyOf)) {
    begin(walks, key, open);
  }
  const days: KeptDay[] = [];
  for (const month of monthsBack(span)) {
    const changes = Map.groupBy(await changesIn(db, month, knownAt), keyOf);
    const flows = Map.groupBy(await flowsIn(db, month, knownAt), keyOf);
    for (const [key, some] of [...changes, ...flows])
      if (!walks.has(key)) begin(walks, key, [], some);
    for (const [key, { book, walk }] of walks) {
      const posted = new Map(flows.get(key)?.map(({ onDay, sums }) => [onDay, sums]));
      for (const { day, sums } of daysBack(month, walk, changes.get(key) ?? [])) {
        const flow = posted.get(day) ?? nothing;
        if (sums.size + flow.size > 0) days.push(keptDay(book, day, { standing: sums, flow }));
      }
    }
  }
  return days;
}

const nothing: DaySums = new Map();

/** Begins a book with what stands open in it on the day that was reached. */
function begin(
  walks: Map<string, Walk>,
  key: string,
  open: readonly (OfBook & Standing)[],
  [book]: readonly OfBook[] = open,
): void {
  if (book) walks.set(key, { book, walk: new BookWalk(open) });
}

function keptDay(
  { companyId, currency }: { readonly companyId: Id; readonly currency: string },
  onDay: Day,
  { standing, flow }: { readonly standing: DaySums; readonly flow: DaySums },
): KeptDay {
  return { companyId, currency, onDay, standing: written(standing), flow: written(flow) };
}

function keyOf({ companyId, currency }: OfBook): string {
  return `${companyId} ${currency}`;
}

/** Calendar months, the last first; the first and the last may be parts of theirs. */
function* monthsBack({ from, to }: Period): Generator<Period> {
  for (let start = startOfMonth(to); start >= from; start = plusMonths(start, -1)) {
    yield { from: start, to: earlier(endOfMonth(start), to) };
  }
}
