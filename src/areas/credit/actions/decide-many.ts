/**
 * Decides several orders alike, the smallest first: each by itself, so that one that may not be
 * released stops no other.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, type Refused, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { orderById } from '../store/orders.ts';
import { type DecideRefusal, decideOrder } from './decide-order.ts';

export type DecideMany = {
  readonly orderIds: readonly Id[];
  readonly act: 'release' | 'reject' | 'recheck';
  readonly reviewOn: Day | null;
};

export type ManyDecided = {
  readonly orderId: Id;
  readonly verdict: string | null;
  readonly refused: Refused<DecideRefusal> | null;
};

export async function decideMany(
  context: Context,
  { orderIds, act, reviewOn }: DecideMany,
): Promise<Outcome<ManyDecided[], never>> {
  const known = await Promise.all(orderIds.map((orderId) => orderById(context.tx, orderId)));
  const amounts = new Map(known.flatMap((each) => (each ? [[each.orderId, each.amount]] : [])));
  const inTurn = [...new Set(orderIds)].toSorted((a, b) =>
    (amounts.get(a) ?? 0n) < (amounts.get(b) ?? 0n) ? -1 : 1,
  );
  const decided: ManyDecided[] = [];
  for (const orderId of inTurn) {
    const wish = { orderId, act, reviewOn, toMember: null, evidence: '' };
    const done = await decideOrder(context, wish);
    decided.push(
      done.ok
        ? { orderId, verdict: done.value.verdict, refused: null }
        : { orderId, verdict: null, refused: done },
    );
  }
  return accept(decided);
}
