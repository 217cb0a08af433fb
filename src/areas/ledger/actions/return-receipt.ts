/**
 * A payment came back: NSF, ACH return, chargeback.
 *
 * What it paid opens again on the bank's return day, with its own due days; the bank's fee is
 * our expense, the customer's fee a charge that is due that day, never more than the customer's
 * state allows, whichever way it is asked for. What was held of the receipt for a refund is let
 * go, because the money is not there. A second return is refused.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { EntryHead } from '../rules/adjusting.ts';
import { bankFeePosting, chargePosting } from '../rules/fees.ts';
import { amountFacts, itemPayload, takenBackPayloads } from '../rules/news.ts';
import { type LoweredFee, loweredFacts, loweredFee } from '../rules/returned-check-fee.ts';
import { type DayRefusal, happened } from '../rules/posting-day.ts';
import type { Posting } from '../rules/posting.ts';
import {
  type ReceiptInUse,
  type ReturnRefusal,
  returnReceipt as decide,
} from '../rules/returning.ts';
import { type LockedAccount, insertAccounts, lockAccount } from '../store/accounts.ts';
import { placeOf } from '../store/places.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';
import { receiptInUse } from '../store/receipts.ts';
import { endReservation, standingReservations } from '../store/reservations.ts';

export type ReturnReceipt = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly returnedOn: Day;
  /** What the bank takes from us. */
  readonly bankFee?: Money;
  /** What we would charge the customer; lowered to what is lawful. */
  readonly customerFee?: Money;
};

export type ReturnReceiptRefusal =
  | ReturnRefusal
  | DayRefusal
  | RateRefusal
  | 'ledger.amount_not_positive'
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

export type ReturnedReceipt = {
  readonly entryId: Id;
  /** The customer's fee, if one is charged. */
  readonly itemId: Id | null;
  /** Set when the customer's state allows less than was asked for. */
  readonly lowered: LoweredFee | null;
};

export async function returnReceipt(
  context: Context,
  wish: ReturnReceipt,
): Promise<Outcome<ReturnedReceipt, ReturnReceiptRefusal>> {
  const { accountId, returnedOn } = wish;
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(returnedOn, context.today);
  if (!dated.ok) return dated;
  const used = await receiptInUse(context.tx, accountId, wish.itemId);
  if (!used) return refuse('ledger.no_such_item');
  await letGo(context, accountId, used);

  const decision = decide(used, { accountId, effectiveOn: returnedOn }, context.newId);
  if (!decision.ok) return decision;
  const postings = decision.value;
  const [main] = postings;
  const follows = { accountId, effectiveOn: returnedOn, follows: main.entryId };
  const { lawful, lowered } = await lawfulFee(context, wish, used);
  const fee = await customerFee(context, lawful, account, follows);
  if (!fee.ok) return fee;
  const house = await bankFee(context, wish, account);
  if (!house.ok) return house;

  await recordPostings(context, [
    ...postings,
    ...(fee.value ? [fee.value.posting] : []),
    ...house.value,
  ]);
  await tellReturn(context, postings, used);
  if (fee.value) {
    const payload = itemPayload(fee.value.posting, fee.value.item);
    await context.tell({ name: 'ledger.item_posted', accountId, payload });
  }
  return accept({ entryId: main.entryId, itemId: fee.value?.item.itemId ?? null, lowered });
}

async function letGo(context: Context, accountId: Id, { receipt }: ReceiptInUse): Promise<void> {
  for (const held of await standingReservations(context.tx, accountId, receipt.itemId)) {
    await endReservation(context, accountId, held, 'released');
    const payload = { reservationId: held.reservationId, itemId: held.itemId, outcome: 'released' };
    await context.tell({ name: 'ledger.reservation_ended', accountId, payload });
  }
}

type LawfulFee = { readonly lawful: Money | undefined; readonly lowered: LoweredFee | null };

/** Never more than the state allows, where the desk knows it; the record says what was lowered. */
async function lawfulFee(
  context: Context,
  { accountId, customerFee: asked }: ReturnReceipt,
  { receipt }: ReceiptInUse,
): Promise<LawfulFee> {
  if (!asked) return { lawful: undefined, lowered: null };
  const item = { minor: receipt.amount, currency: receipt.currency };
  const lowered = loweredFee(asked, await placeOf(context.tx, accountId), item);
  if (!lowered) return { lawful: asked, lowered: null };
  const facts = loweredFacts(lowered);
  context.did({ what: 'return fee lowered', id: receipt.itemId, facts });
  return { lawful: lowered.most, lowered };
}

async function customerFee(
  context: Context,
  amount: Money | undefined,
  account: LockedAccount,
  head: EntryHead,
) {
  if (!amount || amount.minor === 0n) return accept(undefined);
  const base = await baseOfFee(context, amount, account.baseCurrency, head.effectiveOn);
  if (!base.ok) return base;
  const charge = { kind: 'fee', amount, base: base.value, dueOn: head.effectiveOn } as const;
  return accept(chargePosting(charge, head, context.newId));
}

/** Stands under the company's house account, whose id is the company's. */
async function bankFee(
  context: Context,
  { bankFee: amount, returnedOn }: ReturnReceipt,
  { companyId, baseCurrency }: LockedAccount,
): Promise<Outcome<Posting[], RateRefusal | 'ledger.amount_not_positive'>> {
  if (!amount || amount.minor === 0n) return accept([]);
  const base = await baseOfFee(context, amount, baseCurrency, returnedOn);
  if (!base.ok) return base;
  await insertAccounts(context.tx, companyId, [companyId]);
  const head = { accountId: companyId, effectiveOn: returnedOn };
  context.did({ what: 'bank fee', facts: { amount: formatMoney(amount) } });
  return accept([bankFeePosting({ amount, base: base.value }, head, context.newId())]);
}

async function baseOfFee(
  { tx }: Context,
  amount: Money,
  base: Currency,
  on: Day,
): Promise<Outcome<bigint, RateRefusal | 'ledger.amount_not_positive'>> {
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  return bookedBase(tx, amount, base, on);
}

async function tellReturn(
  context: Context,
  postings: readonly [Posting, ...Posting[]],
  { receipt }: ReceiptInUse,
): Promise<void> {
  const [main] = postings;
  for (const posting of postings) {
    for (const payload of takenBackPayloads(posting, receipt.currency)) {
      await context.tell({
        name: 'ledger.application_reversed',
        accountId: main.accountId,
        payload,
      });
    }
  }
  const facts = amountFacts({ minor: receipt.amount, currency: receipt.currency });
  const payload = { itemId: receipt.itemId, entryId: main.entryId, effectiveOn: main.effectiveOn };
  await context.tell({
    name: 'ledger.receipt_returned',
    accountId: main.accountId,
    payload: { ...payload, ...facts },
  });
  context.did({ what: 'receipt returned', id: receipt.itemId, facts });
}
