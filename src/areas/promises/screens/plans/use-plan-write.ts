/** A write on a plan: said, its form closed, and everything that shows the plan asked anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#web/ui/said.ts';

export function usePlanWrite<Body, Answer>(
  write: (body: Body) => Promise<Answer>,
  { said, onClose }: { said: (answer: Answer) => string; onClose: () => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (answer: Answer) => {
      say({ text: said(answer) });
      onClose();
      const keys = ['plans', 'settlements', 'account', 'worklist', 'approvals', 'clocks'];
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
}
