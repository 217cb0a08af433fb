/**
 * Begins the run of a zone's day, or takes up the one that was killed in the middle.
 *
 * The versions it was begun with hold to its end, also when another is published meanwhile:
 * what was begun under one policy is not finished under another.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Strategy } from '../rules/choose-strategy.ts';
import { stretchesOf } from '../store/gather.ts';
import { type Run, documentsOf, insertRun, lockRuns, runOf, unfinishedRun } from '../store/runs.ts';

/** So many accounts are decided in one transaction. */
const partSize = 2000;

export type BeginRun = {
  readonly zone: string;
  readonly asOf: Day;
  readonly strategies: readonly Strategy[];
};

export async function beginRun(
  context: Context,
  { zone, asOf, strategies }: BeginRun,
): Promise<Outcome<{ run: Run; resumed: boolean }, never>> {
  const { tx } = context;
  await lockRuns(tx, zone);
  const begun = await unfinishedRun(tx, zone, asOf);
  if (begun && sameVersions(begun, strategies)) {
    return accept({ run: begun, resumed: begun.partsDone > 0 });
  }
  return accept({ run: await newRun(context, { zone, asOf, strategies }), resumed: false });
}

/** A run from its first part on, whatever else is under way. */
export async function newRun(context: Context, { zone, asOf, strategies }: BeginRun): Promise<Run> {
  const { tx } = context;
  const runId = context.newId();
  const parts = await stretchesOf(tx, partSize);
  await insertRun(context, { runId, zone, asOf, documents: documentsOf(strategies), parts });
  context.did({ what: 'run begun', id: runId, facts: { asOf, parts: parts.length } });
  const run = await runOf(tx, runId);
  if (!run) throw new Error(`the run ${runId} was just written and is not there`);
  return run;
}

function sameVersions({ documents }: Run, strategies: readonly Strategy[]): boolean {
  const text = (list: Run['documents']): string =>
    JSON.stringify(list.map(({ key, version, experiment }) => [key, version, experiment]));
  return text(documents) === text(documentsOf(strategies));
}
