/**
 * Who listens to the news of the areas.
 *
 * `server/wiring.ts` lists every listener; an area writes its `hear` in `reactions.ts`:
 *
 *   export async function judgeAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
 *     if (accountId) accepted(await judgePromises(context, accountId));
 *   }
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Context } from '../action.ts';

export type HeardEvent = {
  readonly eventId: Id;
  readonly name: string;
  /** When it was told. */
  readonly at: Instant;
  readonly accountId: Id | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Listener = {
  /** The event's name, as it is told: `ledger.money_applied`. */
  readonly event: string;
  /** Stable and unique, `area.what_it_does`: the mark that it has heard carries this name. */
  readonly listener: string;
  /**
   * Reacts, in a transaction of its own that also marks the event as heard. What throws is
   * rolled back whole and tried again later.
   */
  hear(context: Context, event: HeardEvent): Promise<void>;
};
