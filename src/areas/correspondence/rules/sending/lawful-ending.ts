/**
 * What a message must end with where the customer lives: how such messages are stopped.
 *
 * A template that is made for such a place says it itself; what a person wrote, or a cover that
 * goes to everybody, gets it as it leaves. The body that was written stays as it was.
 */
import type { Language } from '#kernel/words.ts';
import type { MessageChannel } from '../messages/message.ts';
import { escaped } from '../templates/layout.ts';
import { missingStop } from '../templates/legal.ts';

export type Body = {
  readonly language: Language;
  readonly text: string;
  /** Empty where the text alone goes. */
  readonly html: string;
};

/** The sentence that is added under these packs; undefined for a letter and where none misses. */
export function endingFor(
  channel: MessageChannel,
  { text, language }: Body,
  packs: readonly string[],
): string | undefined {
  return channel === 'letter' ? undefined : missingStop(text, packs, language);
}

/** The body with its ending, as it goes out. */
export function ended<Message extends Body>(message: Message, ending: string): Message {
  const { text, html } = message;
  return {
    ...message,
    text: `${text.trimEnd()}\n\n${ending}`,
    html: html === '' ? '' : `${html}<p>${escaped(ending)}</p>`,
  };
}
