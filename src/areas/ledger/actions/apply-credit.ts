/**
 * Applies a credit item (cash on account, a credit memo) onto a debit item.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ApplyRefusal, applicationKind, applyCredit as decide } from '../rules/applying.ts';
import { amountFacts, paidPayloads } from '../rules/news.ts';
import type { Posting } from '../rules/posting.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';

export type ApplyCredit = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly debitItemId: Id;
  readonly amount: Money;
  readonly effectiveOn: Day;
};

export type ApplyCreditRefusal =
  | ApplyRefusal
  | OwnDayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

/** Refuses what `rules/applying.ts` refuses, days ahead, and accounts or items not there. */
export async function applyCredit(
  context: Context,
  wish: ApplyCredit,
): Promise<Outcome<{ applicationId: Id }, ApplyCreditRefusal>> {
  const { accountId, effectiveOn, amount } = wish;
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = await ownDay(context, account, effectiveOn);
  if (!dated.ok) return dated;
  const ids = [wish.debitItemId, wish.creditItemId];
  const items = await itemsSeenFrom(context.tx, accountId, ids, effectiveOn);
  const debit = items.get(wish.debitItemId);
  const credit = items.get(wish.creditItemId);
  if (!debit || !credit) return refuse('ledger.no_such_item');
  if (debit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: debit.currency, credit: amount.currency });
  }
  const applicationId = context.newId();
  const kind = applicationKind(credit.kind);
  const decision = decide(debit, credit, {
    applicationId,
    kind,
    amount: amount.minor,
    effectiveOn,
  });
  if (!decision.ok) return decision;

  const posting: Posting = {
    entryId: context.newId(),
    accountId,
    kind: 'application',
    effectiveOn,
    reverses: null,
    lines: decision.value.exchange ? [decision.value.exchange] : [],
    items: [],
    applications: [decision.value.application],
  };
  await recordPostings(context, [posting]);
  for (const payload of paidPayloads(posting, debit.currency)) {
    await context.tell({ name: 'ledger.money_applied', accountId, payload });
  }
  context.did({ what: 'application', id: applicationId, facts: amountFacts(amount) });
  return accept({ applicationId });
}
