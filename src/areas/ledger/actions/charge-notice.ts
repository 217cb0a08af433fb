/**
 * Charges what a notice asks for beside the debt: interest and fees as one debit item.
 *
 * Whoever sends the notice sees to it that this is done once; a waiver reverses the item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, plus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { noticeChargePosting } from '../rules/fees.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';
import { bookedBase } from '../store/rates.ts';
import type { ChargeAccountRefusal } from './charge-account.ts';

export type ChargeNotice = {
  readonly accountId: Id;
  readonly interest: Money;
  readonly fees: Money;
  readonly chargedOn: Day;
  readonly dueOn: Day;
};

export async function chargeNotice(
  context: Context,
  wish: ChargeNotice,
): Promise<Outcome<{ itemId: Id }, ChargeAccountRefusal>> {
  const { accountId, interest, fees, chargedOn, dueOn } = wish;
  const { tx } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = await ownDay(context, account, chargedOn);
  if (!dated.ok) return dated;
  const amount = plus(interest, fees);
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  if (dueOn < chargedOn) return refuse('ledger.due_before_charge', { day: chargedOn });
  const interestBase = await bookedBase(tx, interest, account.baseCurrency, chargedOn);
  if (!interestBase.ok) return interestBase;
  const feesBase = await bookedBase(tx, fees, account.baseCurrency, chargedOn);
  if (!feesBase.ok) return feesBase;

  const { posting, item } = noticeChargePosting(
    {
      interest: { amount: interest, base: interestBase.value },
      fees: { amount: fees, base: feesBase.value },
      dueOn,
    },
    { accountId, effectiveOn: chargedOn },
    context.newId,
  );
  await recordPostings(context, [posting]);
  const payload = itemPayload(posting, item);
  await context.tell({ name: 'ledger.item_posted', accountId, payload });
  context.did({ what: 'charges of a notice', id: item.itemId, facts: amountFacts(amount) });
  return accept({ itemId: item.itemId });
}
