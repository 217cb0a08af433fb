/** A phrase with its facts filled in, for the command line and for messages in JSON. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue, Language } from '#kernel/words.ts';

/** The sentence of a code, or the code itself with its facts when there is no phrase for it. */
export function say(words: Catalogue, code: string, facts: Facts, language: Language): string {
  const phrase = words[code]?.[language];
  if (phrase === undefined) return `${code} ${JSON.stringify(facts)}`;
  return String(new IntlMessageFormat(phrase, language).format({ ...facts }));
}
