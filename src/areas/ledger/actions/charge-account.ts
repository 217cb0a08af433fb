/**
 * Charges interest or a fee: a debit item of its own, which a waiver reverses.
 *
 * A fee for a payment that came back names it. It follows the return, is asked once, and above
 * what the customer's state allows it is refused: whoever typed it decides what to ask instead.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ChargeKind, chargePosting } from '../rules/fees.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { loweredFacts, loweredFee } from '../rules/returned-check-fee.ts';
import { lockAccount } from '../store/accounts.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { placeOf } from '../store/places.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';
import { receiptInUse } from '../store/receipts.ts';
import { feeOfReturn } from '../store/return-fees.ts';

export type ChargeAccount = {
  readonly accountId: Id;
  readonly kind: ChargeKind;
  readonly amount: Money;
  readonly chargedOn: Day;
  readonly dueOn: Day;
  /** The payment that came back, where the fee is for that. */
  readonly returned?: Id | undefined;
};

type ReturnFeeRefusal =
  | 'ledger.fee_above_state'
  | 'ledger.no_such_item'
  | 'ledger.not_returned'
  | 'ledger.only_a_fee'
  | 'ledger.return_fee_charged';

export type ChargeAccountRefusal =
  | OwnDayRefusal
  | RateRefusal
  | ReturnFeeRefusal
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
  const follows = await returnOf(context, wish);
  if (!follows.ok) return follows;
  const base = await bookedBase(context.tx, amount, account.baseCurrency, chargedOn);
  if (!base.ok) return base;

  const { posting, item } = chargePosting(
    { kind: wish.kind, amount, base: base.value, dueOn },
    { accountId, effectiveOn: chargedOn, ...follows.value },
    context.newId,
  );
  await recordPostings(context, [posting]);
  const payload = itemPayload(posting, item);
  await context.tell({ name: 'ledger.item_posted', accountId, payload });
  context.did({ what: wish.kind, id: item.itemId, facts: amountFacts(amount) });
  return accept({ entryId: posting.entryId, itemId: item.itemId });
}

/** The return that a fee follows; nothing where it is for no return. */
async function returnOf(
  { tx }: Context,
  { accountId, kind, amount, returned }: ChargeAccount,
): Promise<Outcome<{ follows?: Id }, ReturnFeeRefusal>> {
  if (returned === undefined) return accept({});
  if (kind !== 'fee') return refuse('ledger.only_a_fee');
  const used = await receiptInUse(tx, accountId, returned);
  if (!used) return refuse('ledger.no_such_item');
  const { receipt, standing } = used;
  const document = receipt.number;
  const back = standing.find(({ application }) => application.kind === 'reversal');
  if (receipt.kind !== 'receipt' || !back) return refuse('ledger.not_returned', { document });
  const fee = await feeOfReturn(tx, accountId, back.application.entryId);
  if (fee.stands) return refuse('ledger.return_fee_charged', { document });
  const item = { minor: receipt.amount, currency: receipt.currency };
  const lowered = loweredFee(amount, await placeOf(tx, accountId), item);
  return lowered
    ? refuse('ledger.fee_above_state', loweredFacts(lowered))
    : accept({ follows: fee.follows });
}
