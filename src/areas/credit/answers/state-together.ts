/**
 * Orders that are stated together are taken together: while one transaction commits, those that
 * arrive wait for the next, which takes all of them.
 *
 * Each keeps its own actor, audit row and answer under its key. One that is refused is refused
 * alone; when a round breaks, each of its orders is taken by itself.
 */
import type { Outcome } from '#kernel/outcome.ts';
import { type Desk, type Done, type KeyUsed, perform } from '#platform/action.ts';
import { type Wished, performTogether } from '#platform/action-together.ts';
import { makeTogether } from '#platform/together.ts';
import { type StateRefusal, stateOrder } from '../actions/state-order.ts';
import { stateOrders } from '../actions/state-orders.ts';
import type { OrderAnswer } from '../actions/take-statements.ts';
import type { SalesOrder } from '../store/orders.ts';

type Stated = Outcome<Done<OrderAnswer>, StateRefusal | KeyUsed>;

const together = makeTogether<Wished<SalesOrder>, Stated>({
  // More orders than this make the transaction slow for the one who asked first.
  most: 100,
  // Two orders of one account are judged in turn, and two requests with one key answered so.
  apart: ({ doing: { actor, key }, wish: { accountId } }) => [
    accountId,
    ...(key === undefined ? [] : [`${actor.ref} ${key}`]),
  ],
  answer: async (desk, wished) => {
    const outcomes = await takenTogether(desk, wished);
    return wished.map((each, at) => outcomes[at] ?? alone(desk, each));
  },
});

/** Takes one order with those that are stated at the same time; a dry run goes by itself. */
export function stateTogether(desk: Desk, wished: Wished<SalesOrder>): Promise<Stated> {
  return wished.doing.dryRun ? alone(desk, wished) : together(desk, wished);
}

async function takenTogether(
  desk: Desk,
  wished: readonly Wished<SalesOrder>[],
): Promise<readonly (Stated | undefined)[]> {
  try {
    return await performTogether(desk, wished, stateOrders);
  } catch (error) {
    // Nothing was written. Whose order broke the round hears it when it is taken by itself.
    desk.log?.warn({ err: error, orders: wished.length }, 'a round of orders broke');
    return [];
  }
}

function alone(desk: Desk, { doing, wish }: Wished<SalesOrder>): Promise<Stated> {
  return perform(desk, doing, (context) => stateOrder(context, wish));
}
