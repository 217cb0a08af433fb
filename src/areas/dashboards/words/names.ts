/** What deadlines and causes are called: as their own screens call them. */
import type { Phrase } from '#kernel/words.ts';
import { kindWords } from '#areas/clocks/words/kinds.ts';

export { causeNames } from '#areas/disputes/words/names.ts';

const clockNames: Readonly<Record<string, Phrase>> = kindWords;

/** The name of a kind of deadline. */
export function clockTitle(kind: string): Phrase {
  return clockNames[`clocks.kind_${kind}`] ?? { en: kind, es: kind };
}
