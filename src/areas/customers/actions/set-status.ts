/** Sets an account's status from a day, with the reason that somebody will read in a year. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type AccountStatus, type StatusRefusal, acceptStatus } from '../rules/status.ts';
import { lockNow } from '../store/accounts.ts';
import { insertStatus, statusOn } from '../store/facts.ts';
import { recordActivity } from '../store/timeline.ts';

export type SetStatus = {
  readonly accountId: Id;
  readonly status: AccountStatus;
  readonly effectiveOn: Day;
};

/** `context.reason` becomes the reason of the fact. */
export async function setStatus(
  context: Context,
  wish: SetStatus,
): Promise<Outcome<{ since: Day }, StatusRefusal | 'customers.no_such_account'>> {
  const { accountId, status, effectiveOn } = wish;
  if (!(await lockNow(context.tx, accountId))) return refuse('customers.no_such_account');
  const inForce = await statusOn(context.tx, accountId, effectiveOn);
  const decision = acceptStatus(wish, inForce, context.today);
  if (!decision.ok) return decision;

  const recorded = { at: context.at, actor: context.actor.ref, reason: context.reason };
  await insertStatus(context.tx, wish, recorded, context.today);
  await recordActivity(context, {
    accountId,
    kind: 'status',
    phrase: 'activity.status_set',
    facts: { status, effectiveOn },
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'status', id: accountId, facts: { status, effectiveOn } });
  await context.tell({
    name: 'customers.status_set',
    accountId,
    payload: { status, effectiveOn },
  });
  return accept({ since: effectiveOn });
}
