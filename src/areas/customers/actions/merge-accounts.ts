/**
 * Merges an account into another of the same company: two records of one debtor become one.
 *
 * Everything open moves with its number and age, and what was agreed, contested or held follows
 * it by the news of the merge. The old account stays with its history and points to the new one,
 * so that its number still finds it and files still land right.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { moveOpenItems } from '#areas/ledger/index.ts';
import { findAccount, mergeInto, requestsOpenOn } from '../store/accounts.ts';
import { recordActivities } from '../store/timeline.ts';

export type MergeAccounts = { readonly accountId: Id; readonly into: Id };

/**
 * Refuses also what the ledger refuses to move, a credit that is held back, and while something
 * waits for a second person: it was asked for on debts that would be gone.
 */
export async function mergeAccounts(
  context: Context,
  { accountId, into }: MergeAccounts,
): Promise<Outcome<{ moved: number }>> {
  // The ledger locks both accounts first, so the state read after it is the last word.
  const moved = await moveOpenItems(context, { accountId, toAccountId: into });
  if (!moved.ok) return moved;
  const from = await findAccount(context.tx, accountId);
  const to = await findAccount(context.tx, into);
  if (!from || !to) return refuse('customers.no_such_account');
  if (from.mergedInto) return refuse('customers.merged_already', { account: from.number });
  if (to.mergedInto) return refuse('customers.merged_already', { account: to.number });

  const waiting = await requestsOpenOn(context.tx, accountId, context.today);
  if (waiting > 0) return refuse('customers.requests_wait', { account: from.number, waiting });

  await mergeInto(context.tx, accountId, into);
  const { length: items } = moved.value.moved;
  const line = { kind: 'account', text: context.reason, touch: false } as const;
  await recordActivities(context, [
    { ...line, accountId, phrase: 'activity.merged_into', facts: { account: to.number, items } },
    {
      ...line,
      accountId: into,
      phrase: 'activity.merged_from',
      facts: { account: from.number, items },
    },
  ]);
  context.did({ what: 'accounts merged', id: accountId, facts: { into, items } });
  await context.tell({
    name: 'customers.accounts_merged',
    accountId: into,
    payload: { from: accountId, into, items: moved.value.moved },
  });
  return accept({ moved: items });
}
