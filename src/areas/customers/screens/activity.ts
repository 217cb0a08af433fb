/** What a line of the timeline or a last touch says, from the phrase that the server named. */
import { useCallback } from 'react';
import type { Activity } from '#areas/customers/contract.ts';
import { useServerWords } from '#web/ui/readable.ts';
import type { Moment } from '#web/ui/Timeline.tsx';
import { words as activityWords } from '../words.ts';

export function useMoments(): (rows: readonly Activity[]) => Moment[] {
  const say = useServerWords(activityWords);
  return (rows) =>
    rows.map((row) => ({
      id: row.activityId,
      on: row.on,
      what: say(row.phrase, row.facts) ?? row.phrase,
      text: row.text,
      // Jobs and the command line name themselves with a colon; only people are shown.
      ...(row.actor.includes(':') ? {} : { who: row.actor }),
    }));
}

/** The last touch in two words: `note`, `promise`. */
export function useTouchText(): (phrase: string) => string {
  const say = useServerWords(activityWords);
  return useCallback((phrase: string) => say(phrase) ?? phrase, [say]);
}
