/** Everything that the strategies say, English and Spanish side by side. */
import type { Catalogue } from '#kernel/words.ts';
import { commandWords } from './words/commands.ts';
import { diffWords } from './words/diff.ts';
import { experimentWords } from './words/experiments.ts';
import { problems } from './words/problems.ts';

export const words = {
  ...problems,
  ...diffWords,
  ...commandWords,
  ...experimentWords,
} satisfies Catalogue;
