/** What the screens of the credit policy ask: what counts, the check of a text, the proposal. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checkCreditPolicy,
  creditPolicies,
  proposeCreditPolicy,
} from '#areas/credit/contract/policies.ts';
import { call } from '#web/api.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function useCreditPolicies() {
  return useQuery({
    queryKey: ['policies', 'credit', 'in force'],
    queryFn: ({ signal }) => call(creditPolicies, { query: {}, signal }),
  });
}

/** So long nobody types before the text is checked. */
const pauseMillis = 250;

export function useCheck(written: string) {
  return useQuery({
    queryKey: ['policies', 'credit', 'check', written],
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) => {
      await quiet(signal);
      return call(checkCreditPolicy, { body: { written }, signal });
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

export type Proposed = { readonly key: string; readonly version: number };

export function usePropose(onProposed: (made: Proposed) => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { written: string; reason: string }) => call(proposeCreditPolicy, { body }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      say({ text: t('proposed', made) });
      onProposed(made);
    },
  });
}
