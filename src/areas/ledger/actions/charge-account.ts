/**
 * Charges interest or a fee: a debit item of its own, which a waiver reverses.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ChargeKind, chargePosting } from '../rules/fees.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';

export type ChargeAccount = {
  readonly accountId: Id;
  readonly kind: ChargeKind;
  readonly amount: Money;
  readonly chargedOn: Day;
  readonly dueOn: Day;
};

export type ChargeAccountRefusal =
  | OwnDayRefusal
  | RateRefusal
  | 'ledger.amount_not_positive'
  | 'ledger.no_such_account'
  | 'ledger.due_before_charge';

export async function chargeAccount(
  context: Context,
  wish: ChargeAccount,
): Promise<Outcome<{ entryId: Id; itemId: Id }, ChargeAccountRefusal>> {
  const { accountId, amount, chargedOn, dueOn } = wish;
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = await ownDay(context, account, chargedOn);
  if (!dated.ok) return dated;
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  if (dueOn < chargedOn) return refuse('ledger.due_before_charge', { day: chargedOn });
  const base = await bookedBase(context.tx, amount, account.baseCurrency, chargedOn);
  if (!base.ok) return base;

  const { posting, item } = chargePosting(
    { kind: wish.kind, amount, base: base.value, dueOn },
    { accountId, effectiveOn: chargedOn },
    context.newId,
  );
  await recordPostings(context, [posting]);
  const payload = itemPayload(posting, item);
  await context.tell({ name: 'ledger.item_posted', accountId, payload });
  context.did({ what: wish.kind, id: item.itemId, facts: amountFacts(amount) });
  return accept({ entryId: posting.entryId, itemId: item.itemId });
}
