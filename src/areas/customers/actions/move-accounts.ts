/**
 * Gives many accounts to collectors in one act; each is a dated fact of its account.
 *
 * The caller has decided that every person may have the accounts. What is as wished already
 * is left alone, so that doing it twice moves nothing.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertOwners, moveOwners } from '../store/bulk.ts';
import { type OwnedNow, insertPins, lockOwned, namesOf } from '../store/owners.ts';
import { recordActivities } from '../store/timeline.ts';

export type AccountMove = {
  readonly accountId: Id;
  readonly memberId: Id | null;
  /** Whether rules may move the account from now on; left out: as it was. */
  readonly pinned?: boolean;
};

/** Answers how each moved account was before; `context.reason` becomes the facts' reason. */
export async function moveAccounts(
  context: Context,
  moves: readonly AccountMove[],
): Promise<Outcome<readonly OwnedNow[], never>> {
  const { tx, today, at, actor, reason } = context;
  const recorded = { at, actor: actor.ref, reason };
  const before = await lockOwned(
    tx,
    moves.map(({ accountId }) => accountId),
  );
  const owned = moves.filter(({ accountId, memberId }) => {
    const now = before.get(accountId);
    return now !== undefined && now.ownerId !== memberId;
  });
  const pins = moves.flatMap(({ accountId, pinned }) => {
    const now = before.get(accountId);
    return pinned === undefined || !now || now.pinned === pinned ? [] : [{ accountId, pinned }];
  });
  const facts = owned.map(({ accountId, memberId }) => ({
    accountId,
    memberId,
    effectiveOn: today,
  }));
  await insertOwners(tx, facts, recorded);
  await moveOwners(tx, facts);
  await insertPins(tx, pins, recorded);
  await tellTimelines(context, owned);
  const changed = new Set([...owned, ...pins].map(({ accountId }) => accountId));
  if (changed.size > 0) {
    context.did({ what: 'owners', facts: { accounts: owned.length, pins: pins.length } });
    await context.tell({
      name: 'customers.owners_moved',
      accountId: null,
      payload: { accounts: changed.size },
    });
  }
  return accept([...changed].flatMap((accountId) => before.get(accountId) ?? []));
}

async function tellTimelines(context: Context, moves: readonly AccountMove[]): Promise<void> {
  const members = new Set(moves.flatMap(({ memberId }) => memberId ?? []));
  const names = await namesOf(context.tx, [...members]);
  await recordActivities(
    context,
    moves.map(({ accountId, memberId }) => ({
      accountId,
      kind: 'owner',
      phrase: memberId === null ? 'activity.owner_removed' : 'activity.owner_assigned',
      facts: { name: memberId === null ? '' : (names.get(memberId) ?? '') },
      text: context.reason,
      touch: false,
    })),
  );
}
