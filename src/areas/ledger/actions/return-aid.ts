/** Gives federal aid back to the Department: the student owes what it had paid. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { aidReturnPosting } from '../rules/aid-return.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';

export type ReturnAid = {
  readonly accountId: Id;
  readonly programme: string;
  readonly amount: Money;
  readonly returnedOn: Day;
};

export type ReturnAidRefusal =
  | OwnDayRefusal
  | RateRefusal
  | 'ledger.amount_not_positive'
  | 'ledger.no_such_account';

export async function returnAid(
  context: Context,
  { accountId, programme, amount, returnedOn }: ReturnAid,
): Promise<Outcome<{ entryId: Id; itemId: Id }, ReturnAidRefusal>> {
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = await ownDay(context, account, returnedOn);
  if (!dated.ok) return dated;
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const base = await bookedBase(context.tx, amount, account.baseCurrency, returnedOn);
  if (!base.ok) return base;
  const { posting, item } = aidReturnPosting(
    { amount, base: base.value, programme, on: returnedOn },
    { accountId, effectiveOn: returnedOn },
    context.newId,
  );
  await recordPostings(context, [posting]);
  const payload = itemPayload(posting, item);
  await context.tell({ name: 'ledger.item_posted', accountId, payload });
  context.did({ what: 'aid returned', id: item.itemId, facts: amountFacts(amount) });
  return accept({ entryId: posting.entryId, itemId: item.itemId });
}
