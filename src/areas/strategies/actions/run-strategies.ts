/**
 * A whole run: begun or taken up, its parts decided two at a time, ended; in a dry run decided
 * in one transaction that leaves nothing.
 *
 * Each part commits by itself, so that a killed run goes on with the part it was in, and one
 * that is called off stops at the next.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Strategy, inOrder } from '../rules/choose-strategy.ts';
import { type Run, insertRunEnd, partsDone } from '../store/runs.ts';
import { beginRun, newRun } from './begin-run.ts';
import { type PartDone, decidePart } from './decide-part.ts';

export type RunStrategies = {
  readonly zone: string;
  readonly asOf: Day;
  readonly strategies: readonly Strategy[];
  readonly actor: Actor;
  readonly reason: string;
  /** Told after each part: done of all. */
  readonly progress?: (done: number, of: number) => void;
};

export type RunDone = PartDone & {
  readonly runId: Id;
  readonly resumed: boolean;
  readonly cancelled: boolean;
};

/** Parts that are under way together: one is gathered while another is decided. */
const atOnce = 2;

export async function runStrategies(desk: Desk, wish: RunStrategies): Promise<RunDone> {
  const { zone, asOf, actor, reason } = wish;
  const strategies = inOrder(wish.strategies);
  const doing = { action: 'strategies.begin_run', actor, reason, input: { zone, asOf } };
  const begun = await perform(desk, doing, (context) =>
    beginRun(context, { zone, asOf, strategies }),
  );
  const { run, resumed } = accepted(begun).answer;
  return { ...(await finishRun(desk, run, { ...wish, strategies })), resumed };
}

export type FinishRun = Pick<RunStrategies, 'strategies' | 'actor' | 'reason' | 'progress'>;

/** Does the parts that are left of a run that was begun. */
export async function finishRun(desk: Desk, run: Run, wish: FinishRun): Promise<RunDone> {
  const { actor, reason, progress, strategies } = wish;
  const already = await partsDone(desk.db, run.runId);
  const left = run.parts.map((_, index) => index + 1).filter((no) => !already.has(no));
  let total = nothing;
  let done = already.size;
  await together(left, async (partNo) => {
    const part = await perform(
      desk,
      { action: 'strategies.decide_part', actor, reason, input: { runId: run.runId, partNo } },
      (context) => decidePart(context, { run, partNo, strategies }),
    );
    total = added(total, accepted(part).answer);
    done += 1;
    progress?.(done, run.parts.length);
  });
  const complete = (await partsDone(desk.db, run.runId)).size === run.parts.length;
  if (complete) await endRun(desk, wish, run.runId);
  return { ...total, runId: run.runId, resumed: already.size > 0, cancelled: !complete };
}

async function endRun(desk: Desk, { actor, reason }: FinishRun, runId: Id): Promise<void> {
  const doing = { action: 'strategies.end_run', actor, reason, input: { runId } };
  accepted(
    await perform(desk, doing, async (context) => {
      const ended = await insertRunEnd(context, runId, 'complete');
      if (ended) {
        context.did({ what: 'run complete', id: runId });
        await context.tell({
          name: 'strategies.run_complete',
          accountId: null,
          payload: { runId },
        });
      }
      return accept(null);
    }),
  );
}

async function together<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of waiting) await work(each);
    }),
  );
}

function added(sum: PartDone, part: PartDone | null): PartDone {
  if (part === null) return sum;
  return {
    accounts: sum.accounts + part.accounts,
    stored: sum.stored + part.stored,
    proposed: sum.proposed + part.proposed,
    withdrawn: sum.withdrawn + part.withdrawn,
  };
}

/** What a run would do, by the same code in a transaction that `look` reads and nobody keeps. */
export async function rehearseStrategies<T>(
  desk: Desk,
  wish: RunStrategies,
  look: (tx: Queries, runId: Id) => Promise<T>,
): Promise<{ done: RunDone; seen: T }> {
  const { zone, asOf, actor, reason } = wish;
  const strategies = inOrder(wish.strategies);
  const input = { zone, asOf };
  const doing = { action: 'strategies.rehearse_run', actor, reason, input, dryRun: true };
  const rehearsed = await perform(desk, doing, async (context) => {
    const run = await newRun(context, { zone, asOf, strategies });
    let total = nothing;
    for (const [index] of run.parts.entries()) {
      const part = await decidePart(context, { run, partNo: index + 1, strategies });
      total = added(total, accepted(part));
    }
    const seen = await look(context.tx, run.runId);
    const done = { ...total, runId: run.runId, resumed: false, cancelled: false };
    return accept({ done, seen });
  });
  return accepted(rehearsed).answer;
}

const nothing: PartDone = { accounts: 0, stored: 0, proposed: 0, withdrawn: 0 };
