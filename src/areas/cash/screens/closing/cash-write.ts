/** Sends one of the cash desk's writes; its screens are read again when it is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useCashWrite<Wish>(send: (wish: Wish) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      const own = [
        'cash-day',
        'cash-bank',
        'cash-statement',
        'cash-deposits',
        'cash-cards',
        'cash-variances',
        'cash-book',
      ];
      for (const name of own) void queries.invalidateQueries({ queryKey: [name] });
      onDone();
    },
  });
}
