/** Everything that the cash desk says. */
import type { Catalogue } from '#kernel/words.ts';
import { receiptsWords } from './words/receipts.ts';

export const words = { ...receiptsWords } satisfies Catalogue;
