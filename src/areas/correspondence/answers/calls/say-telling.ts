/** Whether a caller may be told, and what one says to them, in the reader's language. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Telling } from '../../rules/calls/telling.ts';
import { callWords } from '../../words/calls.ts';

export function sayTelling(telling: Telling, language: Language) {
  const because = telling.told ? telling.because : telling.refusal;
  const phrase = telling.told ? `call.told_${telling.because}` : telling.refusal;
  return { told: telling.told, because, says: say(callWords, phrase, {}, language) };
}
