/** A person found out what became of a copy whose sending broke off. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CopyRefusal } from '../../rules/copies/copy.ts';
import { copiesOf, insertOutcome, lockLetters } from '../../store/copies.ts';

export type SettleCopy = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly state: 'sent' | 'not_sent';
};

export async function settleCopy(
  context: Context,
  { accountId, messageId, state }: SettleCopy,
): Promise<Outcome<{ state: 'sent' | 'not_sent' }, CopyRefusal>> {
  await lockLetters(context.tx, accountId);
  const copies = await copiesOf(context.tx, accountId);
  const copy = copies.find((each) => each.messageId === messageId);
  if (!copy) return refuse('correspondence.no_such_copy');
  if (copy.state !== 'unknown') return refuse('correspondence.outcome_known');
  await insertOutcome(context, { accountId, messageId }, { state, detail: context.reason });
  context.did({ what: `copy ${state}`, id: messageId });
  return accept({ state });
}
