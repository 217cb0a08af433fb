/**
 * Writes off what is left of debts that are settled for less: the authority was given with the
 * offer, by a person or an approval, before the customer paid.
 *
 * The rule a newcomer would break: only the area that keeps settlements calls this, when the
 * offer was paid in full by its day; nobody else writes off without their own authority.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, money, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { adjust } from '../rules/adjusting.ts';
import type { ApplyRefusal } from '../rules/applying.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { recordPostings } from '../store/postings.ts';

export type WriteOffSettled = {
  readonly accountId: Id;
  readonly itemIds: readonly Id[];
  readonly currency: Money['currency'];
};

/** Answers what was written off together. */
export async function writeOffSettled(
  context: Context,
  { accountId, itemIds, currency }: WriteOffSettled,
): Promise<Outcome<{ waived: Money }, ApplyRefusal | 'ledger.no_such_account'>> {
  const { tx, today } = context;
  if (!(await lockAccount(tx, accountId))) return refuse('ledger.no_such_account');
  const debits = await itemsSeenFrom(tx, accountId, [...itemIds], today);
  const waived: Money[] = [];
  for (const debit of debits.values()) {
    if (debit.open <= 0n) continue;
    const grant = { kind: 'write_off', amount: debit.open, tax: 0n } as const;
    const made = adjust(debit, grant, { accountId, effectiveOn: today }, context.newId);
    if (!made.ok) return made;
    const { posting, item } = made.value;
    await recordPostings(context, [posting]);
    const payload = { ...itemPayload(posting, item), debitItemId: debit.itemId };
    await context.tell({ name: 'ledger.written_off', accountId, payload });
    const amount = money(debit.open, currency);
    context.did({ what: 'write-off', id: item.itemId, facts: amountFacts(amount) });
    waived.push(amount);
  }
  return accept({ waived: sum(waived, currency) });
}
