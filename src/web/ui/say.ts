/**
 * Saying a phrase in the reader's language.
 *
 * Screens pass their catalogue once and get a function whose keys are checked by the
 * compiler. Facts that came from the server are made readable first (`readable.ts`).
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { useMemo } from 'react';
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue, Language } from '#kernel/words.ts';
import { localeOf } from '#kernel/written.ts';
import { useLanguage } from './language.tsx';

export type Say<C extends Catalogue> = (key: keyof C & string, facts?: Facts) => string;

const compiled = new Map<string, IntlMessageFormat>();

/** The phrase function of a catalogue in the reader's language. */
export function useWords<C extends Catalogue>(catalogue: C): Say<C> {
  const language = useLanguage();
  return useMemo(() => wordsIn(catalogue, language), [catalogue, language]);
}

/** The phrase function of a catalogue in a given language. */
export function wordsIn<C extends Catalogue>(catalogue: C, language: Language): Say<C> {
  return (key, facts) => {
    const phrase = catalogue[key];
    return phrase === undefined ? key : sayPhrase(phrase[language], language, facts);
  };
}

/** Fills an ICU message with its facts. */
export function sayPhrase(message: string, language: Language, facts: Facts = {}): string {
  if (!message.includes('{')) return message;
  const name = `${language}\n${message}`;
  let format = compiled.get(name);
  if (format === undefined) {
    format = new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true });
    compiled.set(name, format);
  }
  const said = format.format(facts);
  return typeof said === 'string' ? said : String(said);
}
