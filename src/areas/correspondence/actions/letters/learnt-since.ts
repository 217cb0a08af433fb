/**
 * What was learnt since a letter was printed: paid, a stay, a refusal, a promise, a dispute. A
 * letter may lie here for days; whoever lets it out of the house asks this first.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { weighContacts } from '#areas/compliance/index.ts';
import { passesByItself } from '#areas/compliance/rules/decide-contact.ts';
import { noLongerTrue } from '../../rules/sending/still-true.ts';
import type { LoggedLetter } from '../../store/mail-log.ts';
import { itemsSpokenOf } from '../../store/messages.ts';

/**
 * Why, by letter, for those that may not go any more: what is no longer so, or the rules' ids.
 * A printed letter's own place in the counts of contacts is no reason.
 */
export async function learntSince(
  context: Context,
  letters: readonly LoggedLetter[],
): Promise<ReadonlyMap<Id, string>> {
  const { tx, at } = context;
  const why = new Map<Id, string>();
  for (const { accountId, messageId, purpose } of letters) {
    const items = await itemsSpokenOf(tx, { accountId, messageId });
    const untrue = noLongerTrue(purpose, items, at, at);
    if (untrue !== undefined) why.set(messageId, untrue);
  }
  const rest = letters.filter(({ messageId }) => !why.has(messageId));
  const weighed = await weighContacts(tx, context, rest.map(intendedBy));
  for (const [index, { messageId }] of rest.entries()) {
    const reasons = weighed[index]?.answer.reasons.filter((each) => !passesByItself(each)) ?? [];
    if (reasons.length > 0) why.set(messageId, reasons.map(({ id }) => id).join(', '));
  }
  return why;
}

function intendedBy({ accountId, contactId, itemIds, purpose }: LoggedLetter) {
  const by = { channel: 'letter', address: '', technology: 'manual' } as const;
  return { accountId, contactId, itemIds, purpose, ...by };
}
