/** A refusal of the policies in words, for the commands of the areas that own a kind. */
import type { Refused } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { words } from '../words.ts';

export function sayPolicyRefusal({ refusal, facts }: Refused<string>, language: Language): string {
  return say(words, refusal, facts, language);
}
