/** The Message-ID of an e-mail of ours: it names the message, so that an answer finds it. */
import { type Id, parseId } from '#kernel/ids.ts';

/** `<message>@<domain of the sender>`, without the angle brackets. */
export function messageIdOf(messageId: Id, fromAddress: string): string {
  return `${messageId}@${fromAddress.split('@').at(-1) ?? 'dunlin'}`;
}

/** Which of our messages a Message-ID may be; undefined when it is none of ours. */
export function ourIdIn(text: string): Id | undefined {
  return parseId(/([\da-f-]{36})@/iu.exec(text)?.[1] ?? '');
}
