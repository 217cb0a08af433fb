/**
 * Actions of several askers in one transaction: each with its own actor, reason, audit row, news
 * and answer under its key, as `perform` would do it, and one commit for all of them.
 *
 * The rule: what one refuses must not take the others with it, so the work decides before it
 * writes and leaves no row of one that it refuses. A dry run goes by itself.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import {
  type Context,
  type Desk,
  type Doing,
  type Done,
  type KeyUsed,
  contextFor,
} from './action.ts';
import { announceWriter } from './postgres/watermark.ts';
import { firstAnswers, nothingYet, record } from './recording.ts';

export type Wished<W> = { readonly doing: Doing; readonly wish: W };

/** What the work gets of each: its context and what is wished. */
export type InTurn<W> = { readonly context: Context; readonly wish: W };

/**
 * An outcome for each, in their order; undefined where the work left one to be done by itself.
 * Throws, with nothing written, when one of them breaks: whoever calls does each by itself then.
 */
export async function performTogether<W, T, R extends string>(
  desk: Desk,
  wished: readonly Wished<W>[],
  work: (turns: readonly InTurn<W>[]) => Promise<readonly (Outcome<T, R> | undefined)[]>,
): Promise<(Outcome<Done<T>, R | KeyUsed> | undefined)[]> {
  if (wished.some(({ doing }) => doing.dryRun)) throw new Error('a dry run goes by itself');
  const all = wished.map((each) => ({ ...each, happened: nothingYet() }));
  const outcomes = await desk.db.transaction(async (tx) => {
    // Before the moments of recording are taken: see postgres/watermark.ts.
    const [, before] = await Promise.all([
      announceWriter(tx, desk.clock.now()),
      firstAnswers(
        tx,
        wished.map(({ doing }) => doing),
      ),
    ]);
    const turns = all.flatMap(({ doing, wish, happened }, at) =>
      before[at] === undefined
        ? [{ at, doing, wish, happened, context: contextFor(tx, desk.clock, doing, happened) }]
        : [],
    );
    const done = await work(turns);
    if (done.length !== turns.length) throw new Error('an outcome for each that was wished');
    const outcomeAt = new Map(turns.map(({ at }, turn) => [at, done[turn]]));
    await record(
      tx,
      turns.flatMap(({ at, doing, happened, context }) => {
        const outcome = outcomeAt.get(at);
        return outcome?.ok ? [{ doing, happened, at: context.at, value: outcome.value }] : [];
      }),
    );
    return all.map(({ happened }, at): Outcome<Done<T>, R | KeyUsed> | undefined => {
      // The same key: what this very action answered, as its caller reads it.
      if (before[at]) return before[at] as Outcome<Done<T>, KeyUsed>;
      const outcome = outcomeAt.get(at);
      if (!outcome?.ok) return outcome;
      return accept({ answer: outcome.value, effects: happened.effects, repeated: false });
    });
  });
  const told = all.filter((_, at) => outcomes[at]?.ok).flatMap(({ happened }) => happened.news);
  desk.db.notify(
    'dunlin_event',
    told.map(({ name }) => name),
  );
  return outcomes;
}
