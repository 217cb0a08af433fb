/**
 * Writes off the open rest of an item, or a part of it, against the allowance.
 *
 * Who may do it is read from the team, never told by the caller; what one may not do alone is
 * refused with the name of the role that may.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { adjust } from '../rules/adjusting.ts';
import { type ApplyRefusal, baseTaken } from '../rules/applying.ts';
import { type AuthorityRefusal, mayWriteOff } from '../rules/authority.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import type { LedgerPolicy } from '../rules/policy.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { recordPostings } from '../store/postings.ts';
import { rolesOf, writtenOffSince } from '../store/write-offs.ts';

export type WriteOffItem = { readonly accountId: Id; readonly itemId: Id; readonly amount: Money };

export type WriteOffRefusal =
  | ApplyRefusal
  | AuthorityRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item';

export type WrittenOff = { readonly entryId: Id; readonly itemId: Id };

/** Counts today. The answer's item is the credit that closed it. */
export async function writeOffItem(
  context: Context,
  wish: WriteOffItem,
  policy: LedgerPolicy,
): Promise<Outcome<WrittenOff, WriteOffRefusal>> {
  const { accountId, itemId, amount } = wish;
  const { tx, today } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const debit = (await itemsSeenFrom(tx, accountId, [itemId], today)).get(itemId);
  if (!debit) return refuse('ledger.no_such_item');
  if (debit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: debit.currency, credit: amount.currency });
  }
  const decision = adjust(
    debit,
    { kind: 'write_off', amount: amount.minor, tax: 0n },
    { accountId, effectiveOn: today },
    context.newId,
  );
  if (!decision.ok) return decision;

  const since = plusDays(today, -policy.writeOff.togetherDays);
  const allowed = mayWriteOff(
    money(baseTaken(debit, amount.minor), account.baseCurrency),
    money(await writtenOffSince(tx, accountId, since), account.baseCurrency),
    await rolesOf(tx, context.actor.memberId),
    policy.writeOff,
  );
  if (!allowed.ok) return allowed;
  const { posting, item } = decision.value;
  await recordPostings(context, [posting]);
  const payload = { ...itemPayload(posting, item), debitItemId: itemId };
  await context.tell({ name: 'ledger.written_off', accountId, payload });
  context.did({ what: 'write-off', id: item.itemId, facts: amountFacts(amount) });
  return accept({ entryId: posting.entryId, itemId: item.itemId });
}
