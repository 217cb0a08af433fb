/** Everything that the correspondence says; each theme keeps its own phrases. */
import type { Catalogue } from '#kernel/words.ts';
import { callWords } from './words/calls.ts';
import { textWords } from './words/texts.ts';
import { copyWords } from './words/copies.ts';
import { letterWords } from './words/letters.ts';
import { mailboxWords } from './words/mailbox.ts';
import { messageWords } from './words/messages.ts';
import { outboxText } from './words/outbox.ts';
import { templateWords } from './words/templates.ts';

export const words = {
  ...outboxText,
  ...callWords,
  ...textWords,
  ...copyWords,
  ...letterWords,
  ...mailboxWords,
  ...messageWords,
  ...templateWords,
} satisfies Catalogue;
