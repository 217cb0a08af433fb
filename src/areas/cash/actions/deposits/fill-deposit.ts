/**
 * Opens a deposit with what was counted, and puts checks into it, each proved by its check digit
 * and looked for among those we hold.
 *
 * A check we have deposited before is refused; one that is only like it needs somebody who says
 * that they looked at both.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, decimalsOf, formatMinor, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type MicrRefusal, readMicrLine } from '#formats/micr/line.ts';
import type { Context } from '#platform/action.ts';
import { judgeDuplicate } from '../../rules/deposits/duplicate.ts';
import { bankAccount } from '../../store/reconciliation/accounts.ts';
import { checksDrawnOn, checksInHand } from '../../store/deposits/checks.ts';
import {
  type DepositCard,
  insertDeposit,
  insertItem,
  insertItemOut,
  itemsOf,
  lockDeposit,
} from '../../store/deposits/deposits.ts';

export type OpenDeposit = {
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly count: number;
  readonly amount: Money;
  readonly note: string;
};

export async function openDeposit(
  context: Context,
  { companyId, bankAccountId, count, amount, note }: OpenDeposit,
): Promise<Outcome<{ depositId: Id }, 'cash.no_such_bank_account' | 'cash.other_currency'>> {
  const bank = await bankAccount(context.tx, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const other = amount.currency;
  if (bank.currency !== other) {
    return refuse('cash.other_currency', { currency: bank.currency, other });
  }
  const depositId = context.newId();
  await insertDeposit(context, {
    depositId,
    companyId,
    bankAccountId,
    currency: amount.currency,
    depositedOn: context.today,
    controlCount: count,
    controlAmount: amount.minor,
    note,
  });
  context.did({ what: 'deposit', id: depositId, facts: { count, amount: formatMoney(amount) } });
  return accept({ depositId });
}

export type AddCheck = {
  readonly companyId: Id;
  readonly depositId: Id;
  /** The magnetic line as it was keyed or scanned. */
  readonly micr: string;
  /** Default: that of the receipt. */
  readonly amount: bigint | undefined;
  readonly receiptId: Id | undefined;
  /** Somebody looked at a check that is like one we hold, and it is another. */
  readonly lookedAt: boolean;
};

export type AddCheckRefusal =
  | MicrRefusal
  | 'cash.no_such_deposit'
  | 'cash.deposit_not_so'
  | 'cash.no_such_receipt'
  | 'cash.other_currency'
  | 'cash.check_amount_missing'
  | 'cash.check_amount_differs'
  | 'cash.check_deposited_before'
  | 'cash.check_like_another';

export async function addCheck(
  context: Context,
  { companyId, depositId, micr, amount, receiptId, lookedAt }: AddCheck,
): Promise<Outcome<{ itemNo: number }, AddCheckRefusal>> {
  const deposit = await openOne(context, companyId, depositId);
  if (!deposit.ok) return deposit;
  const line = readMicrLine(micr);
  if (!line.ok) return line;
  const inHand =
    receiptId === undefined
      ? undefined
      : (await checksInHand(context.tx, companyId)).find((each) => each.receiptId === receiptId);
  if (receiptId !== undefined && !inHand) return refuse('cash.no_such_receipt');
  const { currency } = deposit.value;
  if (inHand && inHand.currency !== currency) {
    return refuse('cash.other_currency', { currency, other: inHand.currency });
  }
  const { routing, account, serial, auxiliaryOnUs: auxiliary, onUs } = line.value;
  const minor = amount ?? inHand?.amount;
  if (minor === undefined || minor <= 0n)
    return refuse('cash.check_amount_missing', { check: serial });
  const told = (value: bigint): string => formatMinor(value, decimalsOf(currency));
  if (inHand && inHand.amount !== minor) {
    const facts = { check: serial, keyed: told(minor), received: told(inHand.amount), currency };
    return refuse('cash.check_amount_differs', facts);
  }
  const check = { routing, account, serial, amount: minor, on: context.today };
  const held = await checksDrawnOn(context.tx, companyId, check);
  const { action } = judgeDuplicate(check, held);
  if (action === 'block') return refuse('cash.check_deposited_before', { check: serial });
  if (action === 'review' && !lookedAt) return refuse('cash.check_like_another', { check: serial });
  const itemNo = await insertItem(context, depositId, {
    receiptId: receiptId ?? null,
    routing,
    account,
    serial,
    auxiliary,
    onUs,
    amount: minor,
    lookedAt,
  });
  context.did({ what: 'check', id: depositId, facts: { itemNo, amount: told(minor) } });
  return accept({ itemNo });
}

/** Takes a check out of an open deposit. */
export async function removeCheck(
  context: Context,
  {
    companyId,
    depositId,
    itemNo,
  }: { readonly companyId: Id; readonly depositId: Id; readonly itemNo: number },
): Promise<
  Outcome<{ itemNo: number }, 'cash.no_such_deposit' | 'cash.deposit_not_so' | 'cash.no_such_check'>
> {
  const deposit = await openOne(context, companyId, depositId);
  if (!deposit.ok) return deposit;
  const items = await itemsOf(context.tx, depositId);
  if (!items.some((item) => item.itemNo === itemNo)) return refuse('cash.no_such_check');
  await insertItemOut(context, depositId, { itemNo, byBank: false });
  context.did({ what: 'check taken out', id: depositId, facts: { itemNo } });
  return accept({ itemNo });
}

async function openOne(
  { tx }: Context,
  companyId: Id,
  depositId: Id,
): Promise<Outcome<DepositCard, 'cash.no_such_deposit' | 'cash.deposit_not_so'>> {
  const deposit = await lockDeposit(tx, companyId, depositId);
  if (!deposit) return refuse('cash.no_such_deposit');
  const { state } = deposit;
  return state === 'open' ? accept(deposit) : refuse('cash.deposit_not_so', { state });
}
