/**
 * A policy's text in work: checked whenever nobody types for a moment, proposed when somebody
 * asks. Each kind of policy brings its own routes; how they are asked is the same for all.
 */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Catalogue } from '#kernel/words.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

/** What the desk says of any policy's text. */
export type Checked = {
  readonly problems: readonly {
    readonly code: string;
    readonly line: number;
    readonly column: number;
    /** What is wrong and the remedy. */
    readonly message: string;
  }[];
  readonly results: readonly { readonly passed: boolean }[];
};

export type Proposed = { readonly key: string; readonly version: number };

/** What a kind of policy has of its own: its routes, and the words of their refusals. */
export type PolicyDesk<C extends Checked> = {
  readonly kind: string;
  readonly refusals: Catalogue;
  check(written: string, signal: AbortSignal): Promise<C>;
  propose(body: { readonly written: string; readonly reason: string }): Promise<Proposed>;
};

/** So long nobody types before the text is checked. */
const pauseMillis = 250;

export function useCheck<C extends Checked>({ kind, check }: PolicyDesk<C>, written: string) {
  return useQuery<C>({
    queryKey: ['policies', kind, 'check', written],
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    queryFn: async ({ signal }) => {
      await quiet(signal);
      return check(written, signal);
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

/** Proposes it, says so, and asks for everything again that the version may have changed. */
export function usePropose<C extends Checked>(
  { propose }: PolicyDesk<C>,
  onProposed: (made: Proposed) => void,
) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: propose,
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      say({ text: t('proposed', made) });
      onProposed(made);
    },
  });
}
