/**
 * Carries orders at risk and a hold along when their account is merged into another; what is
 * ordered there is asked again, for the exposure is one now.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { insertRelease, standingHold } from '../store/account-holds.ts';
import { carryHoldRows, carryOrderRows } from '../store/carrying.ts';

export async function carryOrders(
  context: Context,
  carrying: Carrying,
): Promise<Outcome<{ orders: number; held: boolean }, never>> {
  const { tx } = context;
  const { from, into } = carrying;
  await lockAccounts(tx, [from, into]);
  const orders = await carryOrderRows(context, carrying);
  for (const each of orders) context.did({ what: 'order carried', id: each, facts: { into } });
  const hold = await standingHold(tx, from);
  if (hold) {
    await carryHoldRows(context, carrying, hold.holdId);
    await insertRelease(context, from, hold.holdId);
    context.did({ what: 'account hold carried', id: hold.holdId, facts: { into } });
    const payload = { held: true };
    await context.tell({ name: 'credit.account_hold_changed', accountId: into, payload });
  }
  return accept({ orders: orders.length, held: hold !== undefined });
}
