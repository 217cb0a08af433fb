/**
 * Carries the placement with an agency along when its account is merged into another: the agency
 * goes on with the debtor under the account that stays.
 *
 * An account is with one agency at a time. Where both are placed, that of the account that stays
 * goes on and the other is called back; the timeline says so, for its agency must be told.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { type Placement, insertRecall, placementsOf } from '../store/placements.ts';
import { beginAgency } from './with-agency.ts';

export async function carryPlacement(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ placement: 'none' | 'carried' | 'called_back' }, never>> {
  const { tx } = context;
  const { from, into } = carrying;
  await lockAccounts(tx, [from, into]);
  const placed = await standingPlacement(context, from);
  if (!placed) return accept({ placement: 'none' });
  const { placementId, agency, account, placedOn } = placed;
  const other = await standingPlacement(context, into);
  if (!other) await carryRows(tx, carrying, 'write_offs.placement', 'placement_id', [placementId]);
  await insertRecall(context, from, placementId);
  await beginAgency(context, into);
  await recordActivity(context, {
    accountId: into,
    kind: 'account',
    phrase: other ? 'activity.placement_ended_by_merge' : 'activity.placement_came',
    facts: { agency, account, placedOn, stays: other?.agency ?? '' },
    touch: false,
  });
  const placement = other ? 'called_back' : 'carried';
  context.did({ what: `placement ${placement}`, id: placementId, facts: { into } });
  return accept({ placement });
}

async function standingPlacement({ tx }: Context, accountId: Id): Promise<Placement | undefined> {
  return (await placementsOf(tx, { accountId })).find(({ recalledOn }) => recalledOn === null);
}
