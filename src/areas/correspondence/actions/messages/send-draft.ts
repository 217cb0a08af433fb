/**
 * A draft is checked and goes on its way; a final demand waits for a second person.
 *
 * Rewording puts it back to where it began, so that what was approved is what goes.
 */
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type MessageState } from '../../rules/messages/message.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import { needsSecondPerson } from '../../rules/messages/second-person.ts';
import { layOut } from '../../rules/templates/layout.ts';
import { wholeMessage } from '../../store/message-list.ts';
import { insertText, type MessageRef } from '../../store/messages.ts';
import { badTone } from './queue-message.ts';
import { step } from './steer-message.ts';

type Moved = Outcome<{ state: MessageState }, MessageRefusal>;

/** Until `notBefore` it can still be taken back. */
export async function sendDraft(
  context: Context,
  ref: MessageRef,
  notBefore: Instant,
): Promise<Moved> {
  const message = await wholeMessage(context.tx, ref);
  if (!message) return refuse('correspondence.message_unknown');
  const bad = await badTone(context, message);
  if (bad) return bad;
  const checked = await step(context, ref, 'checked');
  if (!checked.ok || needsSecondPerson(message.templateKey)) return checked;
  return step(context, ref, 'queued', notBefore);
}

/** Who wrote it does not approve it. */
export async function approveMessage(context: Context, ref: MessageRef): Promise<Moved> {
  const message = await wholeMessage(context.tx, ref);
  if (!message) return refuse('correspondence.message_unknown');
  if (message.author === context.actor.ref) return refuse('correspondence.second_person_message');
  const approved = await step(context, ref, 'approved');
  return approved.ok ? step(context, ref, 'queued') : approved;
}

export type Rewording = MessageRef & { readonly subject: string; readonly text: string };

export async function rewordMessage(
  context: Context,
  { subject, text, ...ref }: Rewording,
): Promise<Moved> {
  const message = await wholeMessage(context.tx, ref);
  if (!message) return refuse('correspondence.message_unknown');
  if (message.channel === 'email' && subject.trim() === '') {
    return refuse('correspondence.text_empty');
  }
  const moved = await step(context, ref, 'reworded');
  if (!moved.ok) return moved;
  await insertText(context, ref, { subject, ...layOut(text, {}) });
  return accept({ state: moved.value.state });
}
