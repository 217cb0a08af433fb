/** What a line of the timeline or a last touch says, from the phrase that the server named. */
import { useCallback } from 'react';
import type { Activity } from '#areas/customers/contract.ts';
import { useServerWords } from '#web/ui/readable.ts';
import type { Moment } from '#web/ui/Timeline.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { words as activityWords } from '../words.ts';
import { words } from './words.ts';

export function useMoments(): (rows: readonly Activity[]) => Moment[] {
  const say = useServerWords(activityWords);
  const t = useWords(words);
  return (rows) =>
    rows.map((row) => ({
      id: row.activityId,
      on: row.on,
      what: say(row.phrase, row.facts) ?? row.phrase,
      text: row.text,
      // Jobs and the command line name themselves with a colon; only people are shown.
      ...(row.actor.includes(':') ? {} : { who: who(row, t) }),
    }));
}

function who({ actor, onBehalf }: Activity, t: Say<typeof words>): string {
  return onBehalf === null ? actor : t('covering', { actor, owner: onBehalf });
}

/** A line of the timeline in words; undefined when the phrase is not known. */
export function useActivityText() {
  return useServerWords(activityWords);
}

/** The last touch in two words: `note`, `promise`. */
export function useTouchText(): (phrase: string) => string {
  const say = useServerWords(activityWords);
  return useCallback((phrase: string) => say(phrase) ?? phrase, [say]);
}
