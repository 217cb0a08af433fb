/** A write on a complaint: said, its form closed, and the register asked anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#web/ui/said.ts';

export function useComplaintWrite<Body, Answer>(
  write: (body: Body) => Promise<Answer>,
  { said, onClose }: { said: string; onClose: () => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      say({ text: said });
      onClose();
      for (const key of ['complaints', 'account', 'clocks', 'worklist']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}
