/** Lets an approved refund go to the bank: the third person, who neither asked nor approved. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { type ReleaseRefusal, mayRelease } from '../rules/refund.ts';
import { insertEvent, moveRefund, refundById } from '../store/refunds.ts';

export type ReleaseRefund = { readonly accountId: Id; readonly refundId: Id };

export async function releaseRefund(
  context: Context,
  { accountId, refundId }: ReleaseRefund,
): Promise<Outcome<{ state: 'released' }, ReleaseRefusal | 'refunds.no_such_refund'>> {
  const { tx, actor } = context;
  await lockAccount(tx, accountId);
  const refund = await refundById(tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const may = mayRelease(refund, actor.memberId);
  if (!may.ok) return may;
  await insertEvent(context, { accountId, refundId, kind: 'released' });
  await moveRefund(context, refund, { state: 'released' });
  context.did({ what: 'refund released', id: refundId });
  return accept({ state: 'released' });
}
