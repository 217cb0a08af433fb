/**
 * Holds a part of a credit, for a refund that is asked for or another approval.
 *
 * What is held stays open and in every report, but nobody can spend it until it is let go.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { amountFacts } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemStates } from '../store/items.ts';
import { insertReservation } from '../store/reservations.ts';

export type ReserveCredit = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly amount: Money;
};

export type ReserveRefusal =
  | 'ledger.no_such_account'
  | 'ledger.no_such_item'
  | 'ledger.not_a_credit'
  | 'ledger.other_currency'
  | 'ledger.amount_not_positive'
  | 'ledger.more_than_available';

export async function reserveCredit(
  context: Context,
  { accountId, creditItemId, amount }: ReserveCredit,
): Promise<Outcome<{ reservationId: Id }, ReserveRefusal>> {
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const credit = (await itemStates(context.tx, accountId, [creditItemId])).get(creditItemId);
  if (!credit) return refuse('ledger.no_such_item');
  if (credit.side !== 'credit') return refuse('ledger.not_a_credit', { document: credit.number });
  if (credit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: amount.currency, credit: credit.currency });
  }
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const available = money(credit.open - credit.reserved, credit.currency);
  if (amount.minor > available.minor) {
    return refuse('ledger.more_than_available', {
      available: formatMoney(available),
      document: credit.number,
    });
  }
  const reservationId = context.newId();
  const reservation = { reservationId, itemId: creditItemId, amount: amount.minor };
  await insertReservation(context, accountId, reservation);
  const payload = { reservationId, itemId: creditItemId, ...amountFacts(amount) };
  await context.tell({ name: 'ledger.credit_reserved', accountId, payload });
  context.did({ what: 'reservation', id: reservationId, facts: amountFacts(amount) });
  return accept({ reservationId });
}
