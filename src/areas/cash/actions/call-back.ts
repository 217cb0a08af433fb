/**
 * Brings back what went from a receipt to other accounts, before the receipt itself goes.
 *
 *   parent  receipt ──transfer──▶ child  credit ──payment──▶ its invoice
 *
 * The bank takes the whole payment from us, so the child's invoice opens again too, with its
 * own age, and nothing is left standing between the two accounts.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccounts, reverseApplication, transferCredit } from '#areas/ledger/index.ts';
import type { OpenedAgain } from '../rules/receipts/aftermath.ts';
import { openItemsOf, paidBy } from '../store/items.ts';
import { type Posted, sentElsewhere } from '../store/postings.ts';
import { afterwards } from './afterwards.ts';

export type CalledBack = {
  readonly opened: readonly OpenedAgain[];
  /** Credits that now stand on the payer's account again. */
  readonly credits: readonly { readonly itemId: Id; readonly amount: bigint }[];
};

/** What the other accounts owe again, and the credits that came back. */
export async function callBack(
  context: Context,
  { receiptId, accountId }: Posted,
  on: Day,
): Promise<Outcome<CalledBack>> {
  const sent = await sentElsewhere(context.tx, receiptId);
  await lockAccounts(context.tx, [accountId, ...sent.map((each) => each.accountId)]);
  const opened: OpenedAgain[] = [];
  const credits: { itemId: Id; amount: bigint }[] = [];
  for (const each of sent) {
    const paid = await paidBy(context.tx, each.accountId, each.creditItemId);
    for (const { applicationId } of paid) {
      const wish = { accountId: each.accountId, applicationId, when: on };
      const freed = await reverseApplication(context, wish);
      if (!freed.ok) return freed;
    }
    const back = await sendBack(context, each, accountId, on);
    if (!back.ok) return back;
    if (!back.value) continue;
    credits.push(back.value);
    const items = paid.map((part) => part.debitItemId);
    const taken = money(back.value.amount, back.value.currency);
    opened.push(...(await afterwards(context, each.accountId, items, taken)).opened);
  }
  return accept({ opened, credits });
}

async function sendBack(
  context: Context,
  from: { readonly accountId: Id; readonly creditItemId: Id },
  toAccountId: Id,
  effectiveOn: Day,
) {
  const open = await openItemsOf(context.tx, [from.accountId]);
  const credit = open.find(({ itemId }) => itemId === from.creditItemId);
  if (!credit) return accept(undefined);
  const amount = money(credit.open, credit.currency);
  const moved = await transferCredit(context, { ...from, toAccountId, amount, effectiveOn });
  if (!moved.ok) return moved;
  const { itemId } = moved.value;
  return accept({ itemId, amount: credit.open, currency: credit.currency });
}
