/**
 * What a mail says of our own messages: a delivery report brings one back, an answer shows that
 * one arrived. Which message is meant, the mail itself names; a report that names none is only
 * shown.
 */
import {
  type DsnRecipient,
  isForGood,
  readDeliveryStatus,
  returnedMessageId,
} from '#formats/dsn/read-dsn.ts';
import { type InboundMail, messageIds } from '#formats/mail/inbound-mail.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { OurMessage } from '../../store/mailbox/evidence.ts';
import { insertAct } from '../../store/mailbox/standing.ts';
import { takeBounce } from '../bounces/take-bounce.ts';
import { noteReply } from '../messages/note-reply.ts';

const status = 'message/delivery-status';
const returned = ['message/rfc822', 'text/rfc822-headers', 'message/global'];

/** The Message-IDs of what came back with the mail. */
export function returnedIds({ files }: InboundMail): string[] {
  return files
    .filter(({ type }) => returned.includes(type))
    .flatMap(({ bytes }) => messageIds(returnedMessageId(textOf(bytes))));
}

/** Hands a report to the message that it is about. */
export async function takeReport(
  context: Context,
  mailId: Id,
  { files, subject }: InboundMail,
  [message]: readonly OurMessage[],
): Promise<void> {
  if (message === undefined) return;
  const parts = files.filter(({ type }) => type === status);
  const recipients = parts.flatMap(({ bytes }) => readDeliveryStatus(textOf(bytes)).recipients);
  const [worst] = recipients.toSorted((a, b) => weight(b) - weight(a));
  const what = worst === undefined ? 'returned' : whatOf(worst);
  const detail = (worst?.diagnostic || subject).slice(0, 500);
  await takeBounce(context, { ...message, what, status: worst?.status ?? '', detail });
  await insertAct(context, mailId, 'bounce', { ...message, what, detail });
}

/** An answer says that our message arrived. */
export async function noteAnswered(
  context: Context,
  [message]: readonly OurMessage[],
): Promise<void> {
  if (message !== undefined) await noteReply(context, message);
}

function whatOf(recipient: DsnRecipient): 'returned' | 'late' | 'delivered' {
  if (isForGood(recipient)) return 'returned';
  return recipient.action === 'delayed' || recipient.action === 'failed' ? 'late' : 'delivered';
}

function weight(recipient: DsnRecipient): number {
  return ['delivered', 'late', 'returned'].indexOf(whatOf(recipient));
}

/** Reports are ASCII; a letter beyond it is only shown. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 20_000));
}
