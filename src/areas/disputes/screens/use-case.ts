/** A write on a case: saved, said, and everything that shows the case is asked anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#web/ui/said.ts';

/** `done` is what is said afterwards. */
export function useCaseWrite<Body, Answer>(
  write: (body: Body) => Promise<Answer>,
  { done, onDone }: { done: (answer: Answer) => string; onDone: (answer: Answer) => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (answer: Answer) => {
      say({ text: done(answer) });
      onDone(answer);
      await Promise.all(
        ['disputes', 'account', 'worklist', 'approvals'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}
