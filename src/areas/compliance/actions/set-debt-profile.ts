/**
 * States what kind of debt an account is: who collects, who owes, what for, where.
 *
 * The whole profile is stated each time; what is left null goes by the customer's own data.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount, recordActivity } from '#areas/customers/index.ts';
import type { StatedProfile } from '../rules/debt-profile.ts';
import { isZone, stateCode } from '../rules/zones.ts';
import { insertProfile } from '../store/profiles.ts';

export type ProfileRefusal =
  | 'compliance.no_such_account'
  | 'compliance.state_unknown'
  | 'compliance.zone_unknown';

/** Refuses a state or a zone that there is not. */
export async function setDebtProfile(
  context: Context,
  { accountId, ...stated }: StatedProfile & { readonly accountId: Id },
): Promise<Outcome<{ accountId: Id }, ProfileRefusal>> {
  const { state, zone } = stated;
  if (!(await findAccount(context.tx, accountId))) return refuse('compliance.no_such_account');
  if (state !== null && stateCode(state) === undefined) {
    return refuse('compliance.state_unknown', { state });
  }
  if (zone !== null && !isZone(zone)) return refuse('compliance.zone_unknown', { zone });
  await insertProfile(context, accountId, { ...stated, state: stateCode(state) ?? null });
  await recordActivity(context, {
    accountId,
    kind: 'account',
    phrase: 'activity.debt_profile_stated',
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'debt profile', id: accountId });
  await context.tell({ name: 'compliance.profile_stated', accountId, payload: {} });
  return accept({ accountId });
}
