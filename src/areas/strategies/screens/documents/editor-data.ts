/** What the editor asks of the desk: names to choose from, the check of a text, the proposal. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checkStrategy,
  proposeStrategy,
  strategyNames,
} from '#areas/strategies/contract/documents.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

/** So long nobody types before the text is checked. */
const pauseMillis = 250;

export function useCheck(written: string) {
  return useQuery({
    queryKey: ['strategies', 'check', written],
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) => {
      await quiet(signal);
      return call(checkStrategy, { body: { written }, signal });
    },
  });
}

/** Waits until nobody has typed for a moment; the next letter ends the wait. */
function quiet(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pauseMillis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

export function useNames() {
  return useQuery({
    queryKey: ['strategies', 'names'],
    queryFn: ({ signal }) => call(strategyNames, { signal }),
  });
}

type Proposed = { readonly key: string; readonly version: number };

export function usePropose(onProposed: (made: Proposed) => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { written: string; reason: string }) => call(proposeStrategy, { body }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      say({ text: t('proposed', made) });
      onProposed(made);
    },
  });
}
