/** Who has what as the screens ask for it, and what a move of many makes old. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { portfolio, undoReassignment, type WirePortfolio } from '#areas/portfolios/contract.ts';
import { call } from '#web/api.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export function usePortfolio(company: string | undefined) {
  return useQuery<WirePortfolio>({
    queryKey: ['portfolio', 'people', company ?? ''],
    queryFn: ({ signal }): Promise<WirePortfolio> =>
      call(portfolio, { query: { company }, signal }),
  });
}

/** Asks again for all that changes when accounts change hands. */
export function usePortfolioChanged(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const key of ['portfolio', 'campaigns', 'worklist', 'account', 'aging', 'today']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  }, [queries]);
}

/** Takes back an act that moved accounts, and says what came of it. */
export function useUndo() {
  const t = useWords(words);
  const why = useWhy();
  const changed = usePortfolioChanged();
  return useMutation({
    mutationFn: (reassignmentId: string) =>
      call(undoReassignment, { params: { reassignmentId }, body: { reason: t('undo_reason') } }),
    onSuccess: (undone) => {
      changed();
      say({ text: t('undone', undone) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
