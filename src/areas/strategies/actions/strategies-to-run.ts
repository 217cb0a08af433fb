/**
 * What a run is made with: the strategies in force on its day, and whose experiment is on.
 *
 * `knownAt` gives what a run of that moment was made with, so that it can be made again.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Strategy, inOrder } from '../rules/choose-strategy.ts';
import { experimentsOn } from '../store/switches.ts';
import { strategiesInForce } from './strategies-in-force.ts';

export async function strategiesToRun(
  db: Queries,
  on: Day,
  knownAt?: Instant,
): Promise<readonly Strategy[]> {
  const { strategies } = await strategiesInForce(db, on, knownAt);
  const switched = await experimentsOn(db, knownAt);
  return inOrder(
    strategies.map(({ document, version }) => ({
      key: document.key,
      version,
      document,
      experiment: document.experiment !== null && switched.has(document.key),
    })),
  );
}
