/**
 * A bulk act in two steps: rehearsed first, so that one sees what it does, then done exactly as
 * it was rehearsed. The server refuses the second when the list has changed between.
 */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { applyRules } from '#areas/portfolios/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { usePortfolioChanged, useUndo } from './portfolio-data.ts';
import { words } from './words.ts';

/** What a move of many does or would do. */
export type Effect = AnswerOf<typeof applyRules>;

/** Rehearses a wish; asks nothing while the wish is null. */
export function usePreview<Wish>(
  name: string,
  wish: Wish | null,
  rehearsed: (wish: Wish) => Promise<Effect>,
) {
  return useQuery<Effect>({
    queryKey: ['preview', name, wish],
    enabled: wish !== null,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => {
      if (wish === null) throw new Error('nothing is asked for');
      return rehearsed(wish);
    },
  });
}

export type Last = { readonly expected: number; readonly reason: string };

/** Does what was rehearsed, says it, and offers the way back. */
export function useApply(apply: (last: Last) => Promise<Effect>, onDone: () => void) {
  const t = useWords(words);
  const changed = usePortfolioChanged();
  const undo = useUndo();
  return useMutation({
    mutationFn: apply,
    onSuccess: ({ accounts, reassignmentId }) => {
      changed();
      say({
        text: t('moved', { count: accounts }),
        undo: async () => void (await undo.mutateAsync(reassignmentId)),
      });
      onDone();
    },
  });
}
