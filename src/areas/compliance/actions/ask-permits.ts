/**
 * Asks the gate for permits: every intended contact gets a stored answer, allowed or not.
 *
 * The rule: a permit is asked just before the contact is made, in the words that will be used,
 * and is good for that one contact only. Those that are asked together count for each other.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Reason } from '../rules/decide-contact.ts';
import { inputsOf } from '../rules/permit-inputs.ts';
import { insertPermits } from '../store/permits.ts';
import { type Intended, weighInTurn } from './weigh-contacts.ts';

export type Permit = {
  readonly permitId: Id;
  readonly allowed: boolean;
  /** Sorted by id. */
  readonly reasons: readonly Reason[];
  /** When waiting alone would allow it. */
  readonly nextAllowedAt: Instant | null;
  /** Ids of the packs that bind the contact. */
  readonly packs: readonly string[];
};

/** Answers in the order of the question; all are stored with this transaction. */
export async function askPermits(
  context: Context,
  intended: readonly Intended[],
): Promise<readonly Permit[]> {
  const weighed = await weighInTurn(context.tx, context, intended);
  const permits = weighed.map(({ question, answer }) => ({
    permitId: context.newId(),
    question,
    answer,
  }));
  await insertPermits(
    context,
    permits.map(({ permitId, question, answer }, index) => {
      const { contact, address, itemIds } = question;
      return {
        accountId: intended[index]?.accountId ?? permitId,
        permitId,
        kind: answer.allowed ? 'allowed' : 'blocked',
        askedAt: contact.at,
        contactId: intended[index]?.contactId ?? null,
        channel: contact.channel,
        address,
        purpose: contact.purpose,
        technology: contact.technology,
        itemIds,
        rules: answer.rules,
        reasons: answer.reasons,
        inputs: inputsOf(question, answer),
        nextAllowedAt: answer.nextAllowedAt,
      };
    }),
  );
  return permits.map(({ permitId, answer }) => ({
    permitId,
    allowed: answer.allowed,
    reasons: answer.reasons,
    nextAllowedAt: answer.nextAllowedAt,
    packs: answer.packs,
  }));
}

/** Asks for one. */
export async function askPermit(context: Context, intended: Intended): Promise<Permit> {
  const [permit] = await askPermits(context, [intended]);
  if (!permit) throw new Error('the gate left a question without an answer');
  return permit;
}
