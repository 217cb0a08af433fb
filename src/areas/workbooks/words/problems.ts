/** Why an edit is refused is said as the area that owns the fact says it. */
import type { Catalogue } from '#kernel/words.ts';
import { words as customerWords } from '#areas/customers/words.ts';
import { words as disputeWords } from '#areas/disputes/words.ts';
import { words as promiseWords } from '#areas/promises/words.ts';
import { words as taskWords } from '#areas/tasks/words.ts';
import { words as worklistWords } from '#areas/worklist/words.ts';
import { words } from '../words.ts';

export const problemWords: Catalogue = {
  ...customerWords,
  ...disputeWords,
  ...promiseWords,
  ...taskWords,
  ...worklistWords,
  ...words,
};
