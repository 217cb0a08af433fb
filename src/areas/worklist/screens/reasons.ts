/** A reason in plain words, from the phrase that the server named. */
import { useCallback } from 'react';
import type { Facts } from '#kernel/outcome.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { words as workWords } from '../words.ts';

export function useReasonText(): (reason: { phrase: string; facts: Facts }) => string {
  const say = useServerWords(workWords);
  return useCallback(
    (reason: { phrase: string; facts: Facts }) => say(reason.phrase, reason.facts) ?? reason.phrase,
    [say],
  );
}
