/**
 * Takes a text that somebody sent us: once, whatever the provider repeats.
 *
 * Whoever wants no more is heeded on every account that knows the number, before anything else
 * is done; the one confirmation is asked of the gate like any other message.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { recordConsent, recordOptOut, reportContact } from '#areas/compliance/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { type Meaning, answerTo, meaningOf } from '../../rules/texts/meaning.ts';
import { type Texter, insertText, peopleAt } from '../../store/texts/texts.ts';
import { queueMessage } from '../messages/queue-message.ts';

export type TakeText = {
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  /** Our own number for calls, which the answer to HELP names. */
  readonly phone: string;
};

export async function takeText(
  context: Context,
  wish: TakeText,
): Promise<Outcome<{ meaning: Meaning; known: number; repeated: boolean }, never>> {
  const { providerId, from, to, body } = wish;
  const people = await peopleAt(context.tx, from);
  const meaning = meaningOf(body);
  const [first] = people;
  const textId = context.newId();
  const fresh = await insertText(context, {
    textId,
    providerId,
    from,
    to,
    body,
    meaning,
    accountId: first?.accountId ?? null,
    contactId: first?.contactId ?? null,
  });
  if (!fresh) return accept({ meaning, known: people.length, repeated: true });
  for (const person of people) await heed(context, person, { textId, meaning, ...wish });
  if (first) await answer(context, first, { meaning, ...wish });
  context.did({ what: 'text taken', id: textId, facts: { meaning, known: people.length } });
  return accept({ meaning, known: people.length, repeated: false });
}

type Read = TakeText & { readonly textId: Id; readonly meaning: Meaning };

async function heed(context: Context, person: Texter, text: Read): Promise<void> {
  const { accountId, contactId, name } = person;
  const { meaning, body, from, textId } = text;
  const said = { accountId, contactId, channel: 'sms', address: from, scope: 'channel' } as const;
  const where = { source: 'text', evidence: body } as const;
  if (meaning === 'stop') accepted(await recordOptOut(context, { ...said, ...where }));
  if (meaning === 'start') accepted(await recordConsent(context, { ...said, ...where }));
  accepted(
    await reportContact(context, {
      accountId,
      contactId,
      channel: 'sms',
      direction: 'in',
      result: 'conversation',
      purpose: 'answer',
      at: context.at,
      address: from,
      itemIds: [],
      by: context.actor.ref,
      about: { kind: 'message', id: textId },
    }),
  );
  await recordActivity(context, {
    accountId,
    kind: 'call',
    phrase: 'activity.text_received',
    facts: { name, meaning },
    text: body,
    touch: false,
  });
  const payload = { textId, contactId, meaning, name, body: body.slice(0, 1000) };
  await context.tell({ name: 'correspondence.text_received', accountId, payload });
}

async function answer(
  context: Context,
  { accountId, contactId, name, language, company }: Texter,
  { meaning, providerId, from, phone }: TakeText & { readonly meaning: Meaning },
): Promise<void> {
  const text = answerTo(meaning, language, { company, phone });
  if (text === undefined) return;
  accepted(
    await queueMessage(context, {
      key: `text/${providerId}/answer`,
      accountId,
      contactId,
      channel: 'sms',
      toName: name,
      toAddress: from,
      language,
      subject: '',
      text,
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'answer',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
}
