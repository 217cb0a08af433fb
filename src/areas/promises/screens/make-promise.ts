/** Recording a promise from a screen, and taking it back with `u`. */
import { useMutation } from '@tanstack/react-query';
import { makePromise, withdrawPromise } from '#areas/promises/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

type Wish = {
  accountId: string;
  onClose: () => void;
  onChanged: (accountId: string) => void;
};

/** `anyway`: the reader knows that somebody else works the account. */
type Sent = { body: BodyOf<typeof makePromise>; anyway: boolean };

const yes = (wanted: boolean) => (wanted ? ('true' as const) : undefined);

export function useMakePromise({ accountId, onClose, onChanged }: Wish) {
  const t = useWords(words);
  const figures = useFigures();
  const takeBack = useTakeBack(accountId, onChanged);
  return useMutation({
    mutationFn: ({ body, anyway }: Sent) =>
      call(makePromise, { params: { accountId }, query: { anyway: yes(anyway) }, body }),
    onSuccess: ({ promiseId }, { body }) => {
      const amount = figures.money(body.amount, body.currency);
      onChanged(accountId);
      say({
        text: t('saved', { amount, day: figures.day(body.dueOn) }),
        undo: () => takeBack(promiseId),
      });
      onClose();
    },
  });
}

function useTakeBack(accountId: string, onChanged: (accountId: string) => void) {
  const t = useWords(words);
  const why = useWhy();
  return async (promiseId: string): Promise<void> => {
    try {
      const params = { accountId, promiseId };
      await call(withdrawPromise, { params, body: { reason: t('undone_reason') } });
      onChanged(accountId);
      say({ text: t('withdrawn') });
    } catch (error) {
      say({ text: why(error), tone: 'refused' });
    }
  };
}
