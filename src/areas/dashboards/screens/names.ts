/** The names of tiles, figures and causes in the reader's language. */
import type { Phrase } from '#kernel/words.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { causeNames } from '../words/names.ts';
import { actNames, figureNames, tileNames } from './words.ts';

/** Says any of them: `say(names.tile[key])`. */
export function usePhrase(): (phrase: Phrase) => string {
  const language = useLanguage();
  return (phrase) => phrase[language];
}

export const names = {
  tile: tileNames,
  act: actNames,
  figure: figureNames,
  cause: causeNames,
} as const;
