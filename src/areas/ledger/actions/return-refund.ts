/** A refund came back or was never cashed: its credit is the customer's again. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { amountFacts, takenBackPayloads } from '../rules/news.ts';
import { type DayRefusal, happened } from '../rules/posting-day.ts';
import { type RefundReturnRefusal, returnRefund as decide } from '../rules/refund-return.ts';
import { lockAccount } from '../store/accounts.ts';
import { paidRefund } from '../store/paid-refund.ts';
import { recordPostings } from '../store/postings.ts';

export type ReturnRefund = {
  readonly accountId: Id;
  /** The refund's own item. */
  readonly itemId: Id;
  readonly returnedOn: Day;
};

export type ReturnRefundRefusal =
  | RefundReturnRefusal
  | DayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

export async function returnRefund(
  context: Context,
  { accountId, itemId, returnedOn }: ReturnRefund,
): Promise<Outcome<{ entryId: Id; creditItemIds: readonly Id[] }, ReturnRefundRefusal>> {
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(returnedOn, context.today);
  if (!dated.ok) return dated;
  const paid = await paidRefund(context.tx, accountId, itemId);
  if (!paid) return refuse('ledger.no_such_item');
  const decision = decide(paid, { accountId, effectiveOn: returnedOn }, context.newId);
  if (!decision.ok) return decision;
  const { posting } = decision.value;
  await recordPostings(context, [posting]);
  for (const payload of takenBackPayloads(posting, paid.refund.currency)) {
    await context.tell({ name: 'ledger.application_reversed', accountId, payload });
  }
  const facts = amountFacts(money(paid.refund.amount, paid.refund.currency));
  context.did({ what: 'refund returned', id: itemId, facts });
  const creditItemIds = paid.standing.map(({ application }) => application.creditItemId);
  return accept({ entryId: posting.entryId, creditItemIds });
}
