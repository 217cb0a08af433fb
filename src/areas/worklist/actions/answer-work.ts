/**
 * What every answer to an account's work has in common: who may give it, what is kept of it,
 * and that the list is right again in the same transaction.
 *
 * The reasons that stood are kept with the answer, so that a new one brings the account back.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { deskMoment } from '#kernel/local-time.ts';
import type { AnswerRefusal } from '../rules/refusal.ts';
import { insertAnswer } from '../store/answers.ts';
import type { ListFilter } from '../store/listed.ts';
import type { ListSort, OrderKey } from '../store/order.ts';
import { type WorkPlace, keyOn, nextAccount, placeOf } from '../store/place.ts';
import { holderOf } from '../store/locks.ts';
import { rebuildAccounts } from './build-worklist.ts';
import { listWorkedOn } from './whose-list.ts';

export type AnswerPlace = WorkPlace & {
  readonly memberId: Id;
  /** The desk's moment in the company's zone. */
  readonly now: Instant;
  /** The list on which the next account stands, and where this one stood on it. */
  readonly list: ListFilter;
  readonly sort: ListSort;
  readonly key: OrderKey | undefined;
};

/** The list that a person walks; undefined: it is found from whose the account is. */
export type Viewed = (Omit<ListFilter, 'state' | 'now'> & { readonly sort: ListSort }) | undefined;

/** May this person answer for the account now? Refuses while somebody else works it. */
export async function mayAnswer(
  context: Context,
  accountId: Id,
  viewed?: Viewed,
): Promise<Outcome<AnswerPlace, AnswerRefusal>> {
  const { tx, actor, at, today } = context;
  if (actor.memberId === null) return refuse('worklist.needs_person');
  const place = await placeOf(tx, accountId);
  if (!place) return refuse('worklist.no_such_account');
  const holder = await holderOf(tx, accountId, at);
  if (holder && holder.memberId !== actor.memberId) {
    return refuse('worklist.locked', { name: holder.name });
  }
  const now = deskMoment(at, today, place.zone);
  const { sort, ...view } = viewed ?? {
    owner: await listWorkedOn(tx, place, actor.memberId, today),
    companies: [place.companyId],
    sort: 'rank' as const,
  };
  const list: ListFilter = { ...view, state: 'due', now };
  const key = await keyOn(tx, { list, sort }, accountId);
  return accept({ ...place, memberId: actor.memberId, now, list, sort, key });
}

/** The account to work next once this one is answered. */
export function nextOf({ tx, at }: Context, place: AnswerPlace): Promise<Id | null> {
  return nextAccount(tx, place, at);
}

export type GivenAnswer = {
  readonly accountId: Id;
  readonly kind: 'done' | 'snoozed';
  readonly result: string | null;
  readonly note: string;
  readonly until: Instant;
};

/** Keeps the answer and rebuilds the account's place. */
export async function keepAnswer(
  context: Context,
  place: AnswerPlace,
  given: GivenAnswer,
): Promise<void> {
  const answerId = context.newId();
  await insertAnswer(context.tx, {
    ...given,
    answerId,
    reasons: place.kinds,
    answeredOn: context.today,
    memberId: place.memberId,
    at: context.at,
  });
  context.did({ what: given.kind, id: answerId, facts: { until: given.until } });
  await rebuildAccounts(context, [given.accountId]);
}
