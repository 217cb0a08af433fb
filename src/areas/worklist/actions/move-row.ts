/**
 * Moves a row on a list by hand: one's own, or for those who order for others, anybody's.
 *
 * The order is of the list and not of the account: where it stands for somebody else stays. What
 * the score says is not touched, so the row is back in its rank once it is done or its days over.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type MoveTo, handPolicy, placesAfter } from '../rules/hand-order.ts';
import { deskMoment, instantOf } from '#kernel/local-time.ts';
import type { OrderRefusal } from '../rules/refusal.ts';
import { insertMove, lockOrder, replacePlaces, topOfList } from '../store/hand-order.ts';
import type { ListFilter } from '../store/listed.ts';
import { keyOn, placeOf } from '../store/place.ts';
import { controlUntil } from '../store/worth.ts';
import { listOf } from './whose-list.ts';

export type MoveRow = {
  readonly accountId: Id;
  /** Whose list. */
  readonly listOf: Id;
  readonly to: MoveTo;
  /** The companies that the mover sees. */
  readonly companies: CompanyScope;
};

/** Answers whether anything moved. `forOthers`: they may order somebody else's list. */
export async function moveRow(
  context: Context,
  wish: MoveRow,
  { forOthers }: { readonly forOthers: boolean },
): Promise<Outcome<{ moved: true }, OrderRefusal>> {
  const { tx, actor, today, at } = context;
  const { accountId, to, companies } = wish;
  const { memberId } = actor;
  if (memberId === null) return refuse('worklist.needs_person');
  if (wish.listOf !== memberId && !forOthers) return refuse('worklist.only_your_order');
  const place = await placeOf(tx, accountId);
  if (!place) return refuse('worklist.no_such_account');
  const until = await controlUntil(tx, accountId, today);
  if (until !== null && !forOthers && to !== 'rank') {
    return refuse('worklist.control_group', { until });
  }
  await lockOrder(tx, wish.listOf);
  const { owner } = await listOf(tx, wish.listOf, today);
  const now = deskMoment(at, today, place.zone);
  const list: ListFilter = { owner, companies, state: 'due', now };
  if ((await keyOn(tx, { list, sort: 'rank' }, accountId)) === undefined)
    return refuse('worklist.not_on_the_list');
  const order = await topOfList(tx, list);
  const ends = instantOf({ on: plusDays(today, handPolicy.days), minutes: 0 }, place.zone);
  const mark = { by: memberId, at, until: ends };
  const pins = wish.listOf !== memberId;
  const places = placesAfter(order, { accountId, to, pins, mark });
  if (!places.ok) return places;
  const moveId = context.newId();
  await insertMove(tx, { accountId, moveId, listOf: wish.listOf, memberId, on: today, at });
  const of = [accountId, ...order.map((row) => row.accountId)];
  await replacePlaces(tx, { listOf: wish.listOf, of, at: now }, places.value);
  context.did({ what: 'row moved', id: accountId, facts: { listOf: wish.listOf } });
  await context.tell({
    name: 'worklist.row_moved',
    accountId,
    payload: { listOf: wish.listOf, to: typeof to === 'string' ? to : 'beside' },
  });
  return accept({ moved: true });
}
