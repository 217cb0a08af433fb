/** A question or a field of an import in the reader's words. */
import type { Facts } from '#kernel/outcome.ts';
import { words as importWords } from '../words.ts';
import { useServerWords } from '#web/ui/readable.ts';

/** The sentence of a code that the server named; the code itself when no words know it. */
export function useImportText(): (code: string, facts?: Facts) => string {
  const say = useServerWords(importWords);
  return (code, facts) => say(code, facts) ?? code;
}
