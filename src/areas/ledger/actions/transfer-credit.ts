/**
 * Moves an open credit, or a part of it, to another account of the same company.
 *
 * Both accounts are locked, in the order of their ids, so that two transfers the opposite
 * way never wait for each other.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ApplyRefusal } from '../rules/applying.ts';
import { amountFacts } from '../rules/news.ts';
import { transferCredit as decide } from '../rules/transferring.ts';
import { lockBoth } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';

export type TransferCredit = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly toAccountId: Id;
  readonly amount: Money;
  readonly effectiveOn: Day;
};

export type TransferRefusal =
  | ApplyRefusal
  | OwnDayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item'
  | 'ledger.same_account'
  | 'ledger.other_company';

/** The answer's item is the credit on the receiving account. */
export async function transferCredit(
  context: Context,
  wish: TransferCredit,
): Promise<Outcome<{ entryId: Id; itemId: Id }, TransferRefusal>> {
  const { accountId, toAccountId, amount, effectiveOn } = wish;
  const { tx } = context;
  if (accountId === toAccountId) return refuse('ledger.same_account');
  const accounts = await lockBoth(tx, accountId, toAccountId);
  if (!accounts) return refuse('ledger.no_such_account');
  const [from, to] = accounts;
  if (from.companyId !== to.companyId) return refuse('ledger.other_company');
  const dated = await ownDay(context, from, effectiveOn);
  if (!dated.ok) return dated;
  const items = await itemsSeenFrom(tx, accountId, [wish.creditItemId], effectiveOn);
  const credit = items.get(wish.creditItemId);
  if (!credit) return refuse('ledger.no_such_item');
  if (credit.side !== 'credit') return refuse('ledger.not_a_credit', { document: credit.number });
  if (credit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: amount.currency, credit: credit.currency });
  }
  const parties = { from: accountId, to: toAccountId, amount, effectiveOn };
  const decision = decide(credit, parties, context.newId);
  if (!decision.ok) return decision;

  const { given, received, itemId } = decision.value;
  await recordPostings(context, [given, received]);
  const payload = { itemId, creditItemId: wish.creditItemId, ...amountFacts(amount) };
  const moved = { fromAccountId: accountId, toAccountId, effectiveOn };
  for (const each of [accountId, toAccountId]) {
    const told = { ...payload, ...moved };
    await context.tell({ name: 'ledger.credit_transferred', accountId: each, payload: told });
  }
  context.did({ what: 'transfer', id: itemId, facts: amountFacts(amount) });
  return accept({ entryId: given.entryId, itemId });
}
