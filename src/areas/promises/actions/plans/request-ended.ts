/**
 * A request for approval was refused or taken back: the plan that waited for it is cancelled, the
 * settlement never stands. A change of a running plan that was refused leaves the plan as it is.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { waitingFor } from '../../store/plans/waiting.ts';
import { planOf } from '../../store/plans/plans.ts';
import { withdrawSettlement } from '../settlements/withdraw-settlement.ts';
import { endPlan } from './cancel-plan.ts';

export async function requestEnded(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ ended: boolean }, never>> {
  const waits = await waitingFor(context.tx, requestId);
  if (!waits) return accept({ ended: false });
  const { accountId } = waits;
  await lockAccount(context.tx, accountId);
  if (waits.kind === 'settlement') {
    const ref = { accountId, settlementId: waits.id };
    accepted(await withdrawSettlement(context, ref, 'refused'));
    return accept({ ended: true });
  }
  const plan = await planOf(context.tx, accountId, waits.id);
  if (plan?.state !== 'offered' || plan.approved) return accept({ ended: false });
  await endPlan(context, plan);
  return accept({ ended: true });
}
