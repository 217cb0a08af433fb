/**
 * Posts a document (invoice, debit memo, credit memo): one open item for each of its due days.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, plus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type DocumentRefusal, type DocumentWish, documentPosting } from '../rules/document.ts';
import { itemPayload } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { type PeriodClosed, ownPeriod } from '../store/own-day.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';

export type PostItem = DocumentWish & { readonly accountId: Id };

export type PostItemRefusal =
  | DocumentRefusal
  | RateRefusal
  | PeriodClosed
  | 'ledger.no_such_account'
  | 'ledger.other_currency';

export type PostedItem = { readonly entryId: Id; readonly itemIds: readonly Id[] };

/** The document counts from its issue day. Refuses what does not add up and has no rate. */
export async function postItem(
  context: Context,
  wish: PostItem,
): Promise<Outcome<PostedItem, PostItemRefusal>> {
  const account = await lockAccount(context.tx, wish.accountId);
  if (!account) return refuse('ledger.no_such_account');
  // An invoice is the billing system's fact; a memo is somebody's own decision.
  if (wish.kind !== 'invoice') {
    const dated = await ownPeriod(context, account, wish.issuedOn);
    if (!dated.ok) return dated;
  }
  const { currency } = wish.net;
  const strange = [wish.tax, ...wish.dues.map(({ amount }) => amount)].find(
    (amount) => amount.currency !== currency,
  );
  if (strange) {
    return refuse('ledger.other_currency', { debit: currency, credit: strange.currency });
  }
  const total = plus(wish.net, wish.tax);
  const base = await bookedBase(context.tx, total, account.baseCurrency, wish.issuedOn);
  if (!base.ok) return base;
  const head = { accountId: wish.accountId, effectiveOn: wish.issuedOn };
  const decision = documentPosting(wish, base.value, head, context.newId);
  if (!decision.ok) return decision;

  const posting = decision.value;
  await recordPostings(context, [posting]);
  for (const item of posting.items) {
    const payload = itemPayload(posting, item);
    await context.tell({ name: 'ledger.item_posted', accountId: wish.accountId, payload });
    const facts = { number: item.number, amount: formatMoney(item.amount), dueOn: item.dueOn };
    context.did({ what: item.kind, id: item.itemId, facts });
  }
  return accept({ entryId: posting.entryId, itemIds: posting.items.map(({ itemId }) => itemId) });
}
