/** Done, snooze and their undo, as the screens call them; each moves the list on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { finishWork, snooze, undoWork, type Walked } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export type Worked = {
  accountId: string;
  name: string;
  /** The list that is walked. */
  list?: Walked | undefined;
};
type Moved = { onNext: (accountId: string | null) => void };
type Result = 'reached' | 'not_reached' | 'promised' | 'resolved' | 'no_action';

export function useFinish({ accountId, name, list }: Worked, { onNext }: Moved) {
  const t = useWords(words);
  const changed = useWorkChanged();
  const undo = useUndo();
  return useMutation({
    mutationFn: (body: { result: Result; note: string }) =>
      call(finishWork, { params: { accountId }, body: { ...body, list } }),
    onSuccess: ({ next }) => {
      say({ text: t('done_said', { name }), undo: () => undo({ accountId, name }) });
      onNext(next);
      changed(accountId);
    },
  });
}

export function useSnooze({ accountId, name, list }: Worked, { onNext }: Moved) {
  const t = useWords(words);
  const figures = useFigures();
  const changed = useWorkChanged();
  const undo = useUndo();
  return useMutation({
    mutationFn: (body: { until: string; note: string }) =>
      call(snooze, { params: { accountId }, body: { ...body, list } }),
    onSuccess: ({ until, next }) => {
      const when = figures.moment(until);
      say({ text: t('snooze_said', { name, when }), undo: () => undo({ accountId, name }) });
      onNext(next);
      changed(accountId);
    },
  });
}

/** Takes back the reader's last done or snooze on the account. */
export function useUndo(): (worked: Worked) => Promise<void> {
  const t = useWords(words);
  const why = useWhy();
  const changed = useWorkChanged();
  return async ({ accountId, name }) => {
    try {
      const { undone } = await call(undoWork, { params: { accountId }, body: {} });
      changed(accountId);
      say({ text: t(undone ? 'taken_back' : 'nothing_to_undo', { name }) });
    } catch (error) {
      say({ text: why(error), tone: 'refused' });
    }
  };
}

/** Asks again for the list, the status bar and the account. */
export function useWorkChanged(): (accountId: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (accountId: string) => {
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      void queries.invalidateQueries({ queryKey: ['today'] });
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
    },
    [queries],
  );
}
