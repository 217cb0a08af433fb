/** Everything the imports say. */
import type { Catalogue } from '#kernel/words.ts';
import { bookWords } from './words/book-words.ts';

export const words = { ...bookWords } satisfies Catalogue;
