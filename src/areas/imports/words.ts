/** Everything the imports say. A code without words in both languages does not compile. */
import type { Catalogue } from '#kernel/words.ts';
import { bookWords } from './words/book-words.ts';
import { fieldWords } from './words/field-words.ts';
import { fileWords } from './words/file-words.ts';
import { rowNoteWords } from './words/row-notes.ts';
import { rowProblemWords } from './words/row-problems.ts';
import { snapshotWords } from './words/snapshot-words.ts';

export const words = {
  ...fieldWords,
  ...fileWords,
  ...rowProblemWords,
  ...rowNoteWords,
  ...bookWords,
  ...snapshotWords,
} satisfies Catalogue;
