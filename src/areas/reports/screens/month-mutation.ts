/** Sends one of the month-end page's writes; the page is read again when it is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useMonthWrite<Wish>(send: (wish: Wish) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['month-end'] });
      onDone();
    },
  });
}
