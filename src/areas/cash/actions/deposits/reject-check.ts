/**
 * Writes down that the bank took one check out of a deposit; the others stay deposited.
 *
 * The check is in hand again: it goes into another deposit when it can be mended, or its payment
 * is returned like any other that the bank does not honour.
 */
import type { Id } from '#kernel/ids.ts';
import { decimalsOf, formatMinor } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type RejectCheckRefusal, rejectable } from '../../rules/deposits/deposit.ts';
import { insertItemOut, itemsOf, lockDeposit } from '../../store/deposits/deposits.ts';

export type RejectCheck = {
  readonly companyId: Id;
  readonly depositId: Id;
  readonly itemNo: number;
};

/** The context's reason is the bank's word. */
export async function rejectCheck(
  context: Context,
  { companyId, depositId, itemNo }: RejectCheck,
): Promise<Outcome<{ itemNo: number }, RejectCheckRefusal | 'cash.no_such_deposit'>> {
  const deposit = await lockDeposit(context.tx, companyId, depositId);
  if (!deposit) return refuse('cash.no_such_deposit');
  const items = await itemsOf(context.tx, depositId);
  const found = rejectable({ state: deposit.state, items }, itemNo);
  if (!found.ok) return found;
  await insertItemOut(context, depositId, { itemNo, byBank: true });
  const { serial, amount } = found.value;
  const facts = {
    itemNo,
    check: serial,
    amount: formatMinor(amount, decimalsOf(deposit.currency)),
  };
  context.did({ what: 'check rejected by the bank', id: depositId, facts });
  return accept({ itemNo });
}
