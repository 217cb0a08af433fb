/**
 * Carries legal holds along when their account is merged into another: who may not be written to
 * over there may not be written to here.
 *
 * What was said of consent, and every contact there was, is read through the merge: the counters
 * of the law know one debtor.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { differs } from '../rules/debt-profile.ts';
import { profilesOf } from '../store/profiles.ts';
import { type ProfileRefusal, setDebtProfile } from './set-debt-profile.ts';
import { carryHoldRows, insertHoldEnd } from '../store/holds.ts';

export async function carryHolds(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ holds: number }, never>> {
  const ids = await carryHoldRows(context, carrying);
  for (const holdId of ids) {
    const ended = { accountId: carrying.from, holdId, endedOn: context.today };
    await insertHoldEnd(context, ended);
    context.did({ what: 'legal hold carried', id: holdId, facts: { into: carrying.into } });
  }
  return accept({ holds: ids.length });
}

/**
 * What was stated of the kind of debt holds for what came, unless something was stated of the
 * account that stays: a consumer's debt is no business's because its record went. Where both were
 * stated and differ, the timeline says so, and somebody looks.
 */
export async function carryProfile(
  context: Context,
  { from, into }: Pick<Carrying, 'from' | 'into'>,
): Promise<Outcome<{ profile: boolean }, ProfileRefusal>> {
  const [stated] = await profilesOf(context.tx, from);
  const [own] = await profilesOf(context.tx, into);
  if (!stated) return accept({ profile: false });
  if (own) {
    if (differs(stated, own)) await tellKept(context, into);
    return accept({ profile: false });
  }
  const done = await setDebtProfile(context, { ...stated, accountId: into });
  return done.ok ? accept({ profile: true }) : done;
}

async function tellKept(context: Context, accountId: Carrying['into']): Promise<void> {
  await recordActivity(context, {
    accountId,
    kind: 'account',
    phrase: 'activity.debt_profile_kept',
    text: context.reason,
    touch: false,
  });
}
