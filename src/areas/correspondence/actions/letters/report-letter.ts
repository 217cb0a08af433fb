/**
 * Hears from the provider what the post does with a letter. The same report again changes
 * nothing; one of a letter that is not ours is let pass.
 *
 * A report is also the answer to a letter of which nobody knew: the provider has it.
 */
import { type Id, parseId } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { settleContact } from '#areas/compliance/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { isUnknown } from '../../rules/letters/handing.ts';
import { nextState } from '../../rules/messages/message.ts';
import { followsReport, letterInKey, reportOf } from '../../rules/letters/report.ts';
import { handingsOf } from '../../store/handings.ts';
import { insertLetterReport, letterReported } from '../../store/letter-reports.ts';
import { mailLog } from '../../store/mail-log.ts';
import { lockMessage, moveMessage } from '../../store/messages.ts';
import { takeBounce } from '../bounces/take-bounce.ts';
import { recordHanding } from './hand-over.ts';
import { returnLetter } from './return-letter.ts';

export type ReportLetter = {
  readonly eventId: string;
  /** The provider's own word: `letter.delivered`. */
  readonly type: string;
  /** The provider's number of the letter. */
  readonly ref: string;
  /** The key under which it was handed over, as the provider kept it. */
  readonly key: string;
  readonly happenedAt: Instant;
};

type Letter = { readonly accountId: Id; readonly messageId: Id };

export async function reportLetter(
  context: Context,
  { eventId, type, ref, key, happenedAt }: ReportLetter,
): Promise<Outcome<{ taken: boolean }, string>> {
  const messageId = parseId(letterInKey(key) ?? '');
  const letter = await letterReported(context.tx, { ref, messageId });
  if (!letter) return accept({ taken: false });
  await lockMessage(context.tx, letter);
  await settleUnknown(context, letter, ref);
  const event = reportOf(type);
  if (event === undefined) return accept({ taken: false });
  if (!(await insertLetterReport(context, letter, { eventId, event, happenedAt }))) {
    return accept({ taken: false });
  }
  context.did({ what: `letter ${event}`, id: letter.messageId, facts: { ref } });
  const followed = await follow(context, letter, followsReport(event));
  return followed.ok ? accept({ taken: true }) : followed;
}

/** Nobody knew, or somebody said that it was not there: it is. */
async function settleUnknown(context: Context, letter: Letter, ref: string): Promise<void> {
  const last = (await handingsOf(context.tx, [letter.messageId])).get(letter.messageId);
  if (!last || !(isUnknown(last.event) || last.event === 'not_there')) return;
  const { provider } = last;
  const said = { provider, state: 'sent', detail: 'reported', ref, tracking: null } as const;
  await recordHanding(context, letter, said);
}

async function follow(
  context: Context,
  letter: Letter,
  follows: ReturnType<typeof followsReport>,
): Promise<Outcome<unknown, string>> {
  if (follows === 'nothing') return accept(null);
  if (follows === 'came_back') {
    const note = context.reason;
    const wish = { ...letter, on: context.today, cause: 'not_deliverable', note } as const;
    const back = await returnLetter(context, wish);
    // Somebody brought it back by hand, with a better cause.
    const known = !back.ok && back.refusal === 'correspondence.letter_returned_already';
    return known ? accept(null) : back;
  }
  if (follows === 'never_mailed') return neverMailed(context, letter);
  const arrived = { what: 'delivered', status: '', detail: 'delivered' } as const;
  return takeBounce(context, { ...letter, ...arrived });
}

/** Taken and never printed: nothing went out, and the address is not to blame. */
async function neverMailed(context: Context, letter: Letter): Promise<Outcome<null, never>> {
  const { accountId, messageId } = letter;
  const standing = await lockMessage(context.tx, letter);
  const next = standing && nextState(standing.state, 'bounced');
  if (!next?.ok) return accept(null);
  const [logged] = await mailLog(context.tx, { companies: 'all', accountId, messageId }, 1);
  if (!logged) return accept(null);
  const { key, permitId, name } = logged;
  const why = 'never_mailed';
  await moveMessage(context, letter, { event: 'bounced', state: next.value, detail: why });
  await settleContact(context, { accountId, permitId, result: 'failed' });
  const payload = { accountId, messageId, key, why };
  await context.tell({ name: 'correspondence.message_bounced', accountId, payload });
  await recordActivity(context, {
    accountId,
    kind: 'message',
    phrase: 'activity.letter_never_mailed',
    facts: { to: name },
    touch: false,
  });
  return accept(null);
}
