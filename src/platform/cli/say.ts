/**
 * A phrase with its facts filled in: for the command line, for messages in JSON, for mails and
 * papers. Amounts, days and numbers among the facts are written as the reader writes them; the
 * facts that go over the wire beside a sentence stay plain.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue, Language } from '#kernel/words.ts';
import { localeOf, readableFacts, type Writers, writersIn } from '#kernel/written.ts';

/** The sentence of a code, or the code itself with its facts when there is no phrase for it. */
export function say(words: Catalogue, code: string, facts: Facts, language: Language): string {
  const phrase = words[code]?.[language];
  if (phrase === undefined) return `${code} ${JSON.stringify(facts)}`;
  return filled(phrase, facts, language);
}

const writers: Readonly<Record<Language, Writers>> = { en: writersIn('en'), es: writersIn('es') };
const formats = new Map<string, IntlMessageFormat>();

/** An ICU phrase filled with its facts; throws where the phrase has a place that no fact fills. */
export function filled(phrase: string, facts: Facts, language: Language): string {
  if (!phrase.includes('{')) return phrase;
  const key = `${language} ${phrase}`;
  const format = formats.get(key) ?? new IntlMessageFormat(phrase, localeOf(language));
  formats.set(key, format);
  return String(format.format({ ...readableFacts(facts, writers[language]) }));
}
