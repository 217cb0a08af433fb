/** Cash and credit memos over the wire: off an item, onto another, to another account. */
import { id } from '#kernel/ids.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { moveCredit, transferMoney, unapplyCredit } from '../actions/move-credit.ts';
import { wireAftermath } from '../answers/wire-receipts.ts';
import * as contract from '../contract/credits.ts';
import { readAmount } from './amounts.ts';

type CreditParams = { readonly accountId: string; readonly itemId: string };
type Off = { readonly itemIds: readonly string[]; readonly fault: boolean };

export const creditRoutes: readonly Served[] = [
  serve(contract.unapplyCredit, ({ params, body, perform }) => {
    const wish = offOf(params, body);
    return perform(
      'cash.unapply_credit',
      body.reason,
      async (context) => {
        const done = await unapplyCredit(context, wish);
        if (!done.ok) return done;
        const { freed } = done.value;
        const amounts = { freed: formatMoney(freed), currency: freed.currency };
        return accept({ ...wireAftermath(done.value), ...amounts });
      },
      wish.accountId,
    );
  }),
  serve(contract.moveCredit, ({ params, body, perform }) => {
    const wish = { ...offOf(params, body), toItemId: id(body.toItemId) };
    return perform(
      'cash.move_credit',
      body.reason,
      async (context) => {
        const done = await moveCredit(context, wish);
        if (!done.ok) return done;
        const { applied, onAccount } = done.value;
        return accept({
          ...wireAftermath(done.value),
          applied: formatMoney(applied),
          onAccount: formatMoney(onAccount),
          currency: applied.currency,
        });
      },
      wish.accountId,
    );
  }),
  serve(contract.transferMoney, async ({ params, body, perform }) => {
    const amount = readAmount(body.amount, currency(body.currency));
    if (!amount.ok) return amount;
    const toAccountId = id(body.toAccountId);
    const wish = { ...offOf(params, body), toAccountId, amount: amount.value };
    return perform(
      'cash.transfer_money',
      body.reason,
      async (context) => {
        const done = await transferMoney(context, wish);
        if (!done.ok) return done;
        return accept({ ...wireAftermath(done.value), itemId: done.value.itemId });
      },
      wish.accountId,
    );
  }),
];

function offOf({ accountId, itemId }: CreditParams, { itemIds, fault }: Off) {
  return {
    accountId: id(accountId),
    creditItemId: id(itemId),
    itemIds: itemIds.map(id),
    fault,
  };
}
