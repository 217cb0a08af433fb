/** A write on an action plan: said, its form closed, and the account and its lists asked anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#web/ui/said.ts';

export function usePlanAct<Body, Answer>(
  accountId: string,
  write: (body: Body) => Promise<Answer>,
  { said, onClose }: { said: string; onClose?: () => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      say({ text: said });
      onClose?.();
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      void queries.invalidateQueries({ queryKey: ['clocks'] });
    },
  });
}
