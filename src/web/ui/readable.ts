/**
 * Facts that came with a server's phrase, made readable: days, amounts with their currency.
 *
 * A fact is recognised by its shape (`2026-11-17`) or, for amounts, by a `currency` beside
 * it; numbers stay numbers, because plurals need them.
 */
import { useCallback } from 'react';
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue } from '#kernel/words.ts';
import type { Figures } from './figures.ts';
import { useFigures } from './figures.ts';
import { useLanguage } from './language.tsx';
import { sayPhrase } from './say.ts';

const day = /^\d{4}-\d{2}-\d{2}$/u;
const moment = /^\d{4}-\d{2}-\d{2}T/u;
const decimal = /^-?\d+\.\d+$/u;
const whole = /^-?\d+$/u;
/** Facts that are amounts also in a currency without decimals. */
const amountNames = /^(amount|received|open|overdue|ask|balance|total|unapplied)$/u;

/** Facts that nobody knows to the cent: written in whole units. */
const roundNames = /^adds$/u;

/** Says a phrase that the server named, or undefined when the catalogue does not know it. */
export type SayServer = (key: string, facts?: Facts) => string | undefined;

export function useServerWords(catalogue: Catalogue): SayServer {
  const language = useLanguage();
  const figures = useFigures();
  return useCallback(
    (key: string, facts: Facts = {}) => {
      const phrase = catalogue[key];
      if (phrase === undefined) return undefined;
      return sayPhrase(phrase[language], language, readable(facts, figures));
    },
    [catalogue, language, figures],
  );
}

function readable(facts: Facts, figures: Figures): Facts {
  const currency = typeof facts.currency === 'string' ? facts.currency : undefined;
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, readFact(name, fact, currency, figures)]),
  );
}

function readFact(
  name: string,
  fact: string | number,
  currency: string | undefined,
  figures: Figures,
): string | number {
  if (typeof fact === 'number') return fact;
  if (day.test(fact)) return figures.day(fact);
  if (moment.test(fact)) return figures.moment(fact);
  if (roundNames.test(name)) return figures.whole(fact);
  const isAmount = decimal.test(fact) || (amountNames.test(name) && whole.test(fact));
  if (isAmount && currency !== undefined) return figures.amount(fact, currency);
  return fact;
}
