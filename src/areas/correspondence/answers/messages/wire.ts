/** Messages as they cross the wire. */
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireMessage, WireMessageLine } from '../../contract/messages.ts';
import { attachmentsOf } from '../../store/attachments.ts';
import { eventsOf, type MessageLine, wholeMessage } from '../../store/message-list.ts';
import type { MessageRef } from '../../store/messages.ts';
import { whyHere } from '../why-here.ts';

export function wireLine(line: MessageLine, language: Language): WireMessageLine {
  const { messageId, accountId, account, name, channel, purpose, toName, toAddress } = line;
  const { subject, templateKey, run, state, since, nextAt, detail, at } = line;
  return {
    messageId,
    accountId,
    account,
    name,
    channel,
    purpose,
    toName,
    toAddress,
    language: line.language,
    subject,
    templateKey,
    run,
    state,
    since,
    nextAt,
    detail: whyHere(detail, language),
    at,
    actor: actorName(line.actor, language),
  };
}

/** A message with what is attached and what happened to it; undefined when there is none. */
export async function wireMessage(
  db: Queries,
  ref: MessageRef,
  language: Language,
): Promise<WireMessage | undefined> {
  const message = await wholeMessage(db, ref);
  if (!message) return undefined;
  const [attached, events] = await Promise.all([attachmentsOf(db, ref), eventsOf(db, ref)]);
  const { text, html, templateVersion, inReplyTo } = message;
  return {
    ...wireLine(message, language),
    text,
    html,
    templateVersion,
    inReplyTo,
    attachments: attached.map(({ kind, sourceId, fileName, bytes }) => ({
      kind,
      id: sourceId,
      name: fileName,
      bytes,
    })),
    events: events.map(({ event, state, detail, facts, at, actor }) => ({
      event,
      state,
      detail: whyHere(detail, language),
      permitId: typeof facts['permit'] === 'string' ? facts['permit'] : null,
      at,
      actor: actorName(actor, language),
    })),
  };
}
