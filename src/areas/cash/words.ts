/** Everything that the cash desk says. */
import type { Catalogue } from '#kernel/words.ts';
import { bookText } from './words/book-of-record.ts';
import { closingText } from './words/closing-text.ts';
import { closingWords } from './words/closing.ts';
import { depositText } from './words/deposits.ts';
import { receiptsWords } from './words/receipts.ts';
import { varianceText, varianceWords } from './words/variances.ts';

export const words = {
  ...receiptsWords,
  ...closingWords,
  ...closingText,
  ...depositText,
  ...varianceWords,
  ...varianceText,
  ...bookText,
} satisfies Catalogue;
