/**
 * Gives an account's debt to an agency, or calls it back; either stands in the timeline, and the
 * account has the status of it as long as the agency has it.
 */
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { amountFacts } from '#areas/ledger/rules/news.ts';
import { type PlaceRefusal, acceptPlacement } from '../rules/placing.ts';
import { insertPlacement, insertRecall, placeableOf, placementsOf } from '../store/placements.ts';
import { beginAgency, endAgency } from './with-agency.ts';

export type PlaceWithAgency = {
  readonly accountId: Id;
  readonly agency: string;
  readonly reference: string;
  readonly amount: Money;
  readonly feeBps: number;
};

export async function placeWithAgency(
  context: Context,
  wish: PlaceWithAgency,
): Promise<Outcome<{ placementId: Id }, PlaceRefusal | 'ledger.no_such_account'>> {
  const { tx, today } = context;
  const { accountId, amount } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('ledger.no_such_account');
  const owed = await placeableOf(tx, accountId, amount.currency);
  const standing = (await placementsOf(tx, { accountId })).find((each) => each.recalledOn === null);
  const fit = acceptPlacement(amount, owed, standing);
  if (!fit.ok) return fit;
  const placementId = context.newId();
  await insertPlacement(context, { ...wish, placementId, placedOn: today });
  context.did({ what: 'placement', id: placementId, facts: amountFacts(amount) });
  await tellTimeline(context, accountId, 'activity.placed', wish.agency);
  await beginAgency(context, accountId);
  return accept({ placementId });
}

export type RecallRefusal = 'write_offs.no_such_placement' | 'write_offs.recalled_already';

export async function recallFromAgency(
  context: Context,
  { accountId, placementId }: { readonly accountId: Id; readonly placementId: Id },
): Promise<Outcome<{ placementId: Id }, RecallRefusal | 'ledger.no_such_account'>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('ledger.no_such_account');
  const all = await placementsOf(context.tx, { accountId });
  const placed = all.find((each) => each.placementId === placementId);
  if (!placed) return refuse('write_offs.no_such_placement');
  const { recalledOn: day, agency } = placed;
  if (day !== null) return refuse('write_offs.recalled_already', { day });
  await insertRecall(context, accountId, placementId);
  context.did({ what: 'placement called back', id: placementId });
  await tellTimeline(context, accountId, 'activity.recalled', agency);
  await endAgency(context, accountId);
  return accept({ placementId });
}

async function tellTimeline(
  context: Context,
  accountId: Id,
  phrase: string,
  agency: string,
): Promise<void> {
  const facts = { agency };
  await recordActivity(context, { accountId, kind: 'account', phrase, facts, touch: false });
}
