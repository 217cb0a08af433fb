/**
 * Sets a hold on a refund aside: a second person looked, and says why it may go on. What else
 * speaks against it holds it then: who waves a duplicate through has called nobody back.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { nextHold } from '../rules/findings.ts';
import { type FreeRefusal, mayFree } from '../rules/refund.ts';
import { payeesOf } from '../store/payees.ts';
import { insertEvent, moveRefund, refundById } from '../store/refunds.ts';

export type FreeRefund = { readonly accountId: Id; readonly refundId: Id };

export async function freeRefund(
  context: Context,
  { accountId, refundId }: FreeRefund,
): Promise<Outcome<{ freed: string }, FreeRefusal | 'refunds.no_such_refund'>> {
  const { tx, actor } = context;
  await lockAccount(tx, accountId);
  const refund = await refundById(tx, accountId, refundId);
  if (!refund) return refuse('refunds.no_such_refund');
  const bank = (await payeesOf(tx, [accountId])).find(({ payeeId }) => payeeId === refund.payeeId);
  const may = mayFree(refund, actor.memberId, (bank?.calledBack ?? null) !== null);
  if (!may.ok) return may;
  const check = may.value;
  const held = nextHold(refund.findings, check);
  await insertEvent(context, { accountId, refundId, kind: 'freed', facts: { check } });
  if (held !== null) {
    await insertEvent(context, { accountId, refundId, kind: 'held', facts: { check: held } });
  }
  await moveRefund(context, refund, { held });
  context.did({ what: 'hold set aside', id: refundId, facts: { check } });
  return accept({ freed: check });
}
