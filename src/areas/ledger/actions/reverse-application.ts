/**
 * Takes an application back: the credit is free again and the item open, with its own due day.
 *
 * It counts on the day it is done; as a correction of the same period it may count on the
 * day of the original. A discount, small difference or write-off disappears with it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type EntryHead, cancelAdjustment, isAdjustment } from '../rules/adjusting.ts';
import { takenBackPayloads } from '../rules/news.ts';
import type { ItemState, Posting } from '../rules/posting.ts';
import { type TakeBackRefusal, unapply } from '../rules/reversing.ts';
import { lockAccount } from '../store/accounts.ts';
import { entriesOfItems } from '../store/entries.ts';
import { type StandingApplication, itemStates, standingApplication } from '../store/items.ts';
import { type OwnDayRefusal, ownDay } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';

export type ReverseApplication = {
  readonly accountId: Id;
  readonly applicationId: Id;
  /** `correction` undoes a mistake on the original's own day. */
  readonly when: Day | 'correction';
};

export type ReverseApplicationRefusal =
  | TakeBackRefusal
  | OwnDayRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_application';

export async function reverseApplication(
  context: Context,
  wish: ReverseApplication,
): Promise<Outcome<{ applicationId: Id }, ReverseApplicationRefusal>> {
  const { accountId } = wish;
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const application = await standingApplication(context.tx, accountId, wish.applicationId);
  if (!application) return refuse('ledger.no_such_application');
  const effectiveOn = wish.when === 'correction' ? application.effectiveOn : wish.when;
  const dated = await ownDay(context, account, effectiveOn);
  if (!dated.ok) return dated;
  const head = { accountId, effectiveOn };
  const ids = [application.debitItemId, application.creditItemId];
  const items = await itemStates(context.tx, accountId, ids);
  const debit = items.get(application.debitItemId);
  const credit = items.get(application.creditItemId);
  if (!debit || !credit) throw new Error(`application ${wish.applicationId} has no items`);

  const decision = isAdjustment(application.kind)
    ? await cancelled(context, application, credit, head)
    : unapply({ application, debit }, head, context.newId);
  if (!decision.ok) return decision;
  const posting = decision.value;
  await recordPostings(context, [posting]);
  for (const payload of takenBackPayloads(posting, debit.currency)) {
    await context.tell({ name: 'ledger.application_reversed', accountId, payload });
    context.did({ what: 'application reversed', facts: payload });
  }
  const reversal = posting.applications.find((part) => part.reverses === wish.applicationId);
  if (!reversal) throw new Error(`application ${wish.applicationId} was not taken back`);
  return accept({ applicationId: reversal.applicationId });
}

async function cancelled(
  context: Context,
  application: StandingApplication,
  item: ItemState,
  head: EntryHead,
): Promise<Outcome<Posting, 'ledger.before_application'>> {
  if (head.effectiveOn < application.effectiveOn) {
    return refuse('ledger.before_application', { day: application.effectiveOn });
  }
  const entries = await entriesOfItems(context.tx, head.accountId, [item.itemId]);
  const entry = entries.get(item.itemId);
  if (!entry) throw new Error(`item ${item.itemId} has no entry`);
  const { entryId, lines } = entry;
  return accept(cancelAdjustment({ entryId, item, application, lines }, head, context.newId));
}
