/** Why a message or a letter stays here, for the reader: the rules' sentences, not their ids. */
import type { Language } from '#kernel/words.ts';
import { ruleTold } from '#areas/compliance/index.ts';

/** What a person wrote, or what no rule is named, stays as it is. */
export function whyHere(why: string, language: Language): string {
  const ids = why.split(', ');
  const sentences = ids.map((id) => ruleTold(id, language));
  return sentences.some((sentence, at) => sentence === ids[at]) ? why : sentences.join(' ');
}
