/** What must be asked again after a task changed, and moving a task on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { moveTask, type WireTask } from '#areas/tasks/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export function useTasksChanged(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const list of ['tasks', 'account', 'worklist', 'today']) {
      void queries.invalidateQueries({ queryKey: [list] });
    }
  }, [queries]);
}

type Moved = { task: WireTask; body: BodyOf<typeof moveTask> };

/** Moves a task on and says so; a no is said too when no form shows it. */
export function useMoveTask({ sayNo = false } = {}) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useTasksChanged();
  return useMutation({
    mutationFn: ({ task, body }: Moved) =>
      call(moveTask, { params: { taskId: task.taskId }, body }),
    onSuccess: ({ state }, { task }) => {
      changed();
      say({ text: t('moved', { title: task.title, state: t(`state_${state}`) }) });
    },
    onError: (error) => sayNo && say({ text: why(error), tone: 'refused' }),
  });
}
