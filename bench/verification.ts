/** What verification costs on the book: the morning's search, and the report of any day. */
import { accepted, perform } from '#platform/action.ts';
import { makeClock } from '#platform/clock.ts';
import type { Db } from '#platform/postgres/db.ts';
import { findEverywhere } from '#areas/projects/actions/find-doubtful.ts';
import { summaryOn } from '#areas/projects/store/summary.ts';
import type { BenchBook } from './book.ts';
import type { Figure } from './figures.ts';
import { timed } from './measure.ts';

/** The first search writes every finding; the next ones only what has changed. */
export async function verificationFigures(db: Db, { today }: BenchBook): Promise<Figure[]> {
  const desk = { db, clock: makeClock({ today, zone: 'America/New_York' }) };
  const doing = {
    action: 'projects.find_doubtful',
    actor: { ref: 'command:bench', memberId: null },
    reason: 'bench',
    input: null,
  };
  const search = async () => accepted(await perform(desk, doing, findEverywhere));
  return [
    { name: 'verification: first search', ours: await timed(search), bar: { ms: 10_000 } },
    { name: 'verification: search again', ours: await timed(search), bar: { ms: 5000 } },
    { name: 'verification: as a report', ours: await timed(() => summaryOn(db, 'all', today)) },
  ];
}
