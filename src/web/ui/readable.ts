/** Phrases that the server named, with their facts as this screen writes them. */
import { useCallback } from 'react';
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue } from '#kernel/words.ts';
import { readableFacts, type Writers } from '#kernel/written.ts';
import type { Figures } from './figures.ts';
import { useFigures } from './figures.ts';
import { useLanguage } from './language.tsx';
import { sayPhrase } from './say.ts';

/** Says a phrase that the server named, or undefined when the catalogue does not know it. */
export type SayServer = (key: string, facts?: Facts) => string | undefined;

export function useServerWords(catalogue: Catalogue): SayServer {
  const language = useLanguage();
  const figures = useFigures();
  return useCallback(
    (key: string, facts: Facts = {}) => {
      const phrase = catalogue[key];
      if (phrase === undefined) return undefined;
      return sayPhrase(phrase[language], language, readableFacts(facts, writersOf(figures)));
    },
    [catalogue, language, figures],
  );
}

/** Days are written as this screen writes them: without the year that it is. */
function writersOf(figures: Figures): Writers {
  return {
    amount: figures.money,
    number: figures.decimal,
    whole: figures.whole,
    day: figures.day,
    moment: figures.moment,
  };
}
