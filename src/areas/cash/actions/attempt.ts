/**
 * Tries a part of an action: when it refuses, its rows and its news are gone and the rest of the
 * action goes on. What it did and told counts only once it has succeeded.
 */
import { type Outcome, type Refused, refuse } from '#kernel/outcome.ts';
import type { Context, Effect, News } from '#platform/action.ts';

class Undone extends Error {
  readonly refused: Refused<string>;
  constructor(refused: Refused<string>) {
    super(refused.refusal);
    this.refused = refused;
  }
}

export async function attempt<T>(
  context: Context,
  work: (inner: Context) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const effects: Effect[] = [];
  const news: News[] = [];
  const inner: Context = {
    ...context,
    did: (effect) => void effects.push(effect),
    async tell(each) {
      news.push(each);
    },
  };
  try {
    const done = await context.tx.savepoint(async () => {
      const outcome = await work(inner);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
    const { did, tell } = context;
    for (const effect of effects) did(effect);
    for (const each of news) await tell(each);
    return done;
  } catch (error) {
    if (error instanceof Undone) return refuse(error.refused.refusal, error.refused.facts);
    throw error;
  }
}
