/**
 * Applies a credit item (cash on account, a credit memo) onto a debit item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ApplyRefusal, applyCredit as decide } from '../rules/applying.ts';
import type { ApplicationKind, Posting } from '../rules/posting.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemStates } from '../store/items.ts';
import { recordPostings } from '../store/postings.ts';

export type ApplyCredit = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly debitItemId: Id;
  readonly amount: Money;
  readonly effectiveOn: Day;
};

export type ApplyCreditRefusal = ApplyRefusal | 'ledger.no_such_account' | 'ledger.no_such_item';

/** Refuses what `rules/applying.ts` refuses, and accounts or items that are not there. */
export async function applyCredit(
  context: Context,
  wish: ApplyCredit,
): Promise<Outcome<{ applicationId: Id }, ApplyCreditRefusal>> {
  const account = await lockAccount(context.tx, wish.accountId);
  if (!account) return refuse('ledger.no_such_account');
  const items = await itemStates(context.tx, wish.accountId, [wish.debitItemId, wish.creditItemId]);
  const debit = items.get(wish.debitItemId);
  const credit = items.get(wish.creditItemId);
  if (!debit || !credit) return refuse('ledger.no_such_item');
  if (debit.currency !== wish.amount.currency) {
    return refuse('ledger.other_currency', {
      debit: debit.currency,
      credit: wish.amount.currency,
    });
  }

  const applicationId = context.newId();
  const kind: ApplicationKind = credit.kind === 'credit_memo' ? 'credit' : 'payment';
  const { effectiveOn } = wish;
  const decision = decide(debit, credit, {
    applicationId,
    kind,
    amount: wish.amount.minor,
    effectiveOn,
  });
  if (!decision.ok) return decision;

  const posting: Posting = {
    entryId: context.newId(),
    accountId: wish.accountId,
    kind: 'application',
    effectiveOn,
    postedOn: effectiveOn,
    reverses: null,
    lines: decision.value.exchange ? [decision.value.exchange] : [],
    items: [],
    applications: [decision.value.application],
  };
  await recordPostings(context, [posting]);
  await context.tell({
    name: 'ledger.money_applied',
    accountId: wish.accountId,
    payload: { applicationId, debitItemId: debit.itemId, amount: formatMoney(wish.amount) },
  });
  context.did({ what: 'application', id: applicationId, facts: { amount: formatMoney(wish.amount) } });
  return accept({ applicationId });
}
