/** Withdrawing a promise that was written down wrongly, with the reason. */
import { useMutation } from '@tanstack/react-query';
import { type WirePromise, withdrawPromise } from '#areas/promises/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = {
  promise: WirePromise;
  onChanged: (accountId: string) => void;
  onClose: () => void;
};

export function WithdrawForm({ promise, onChanged, onClose }: Props) {
  const t = useWords(words);
  const { accountId, promiseId } = promise;
  const withdraw = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(withdrawPromise, { params: { accountId, promiseId }, body }),
    onSuccess: () => {
      onChanged(accountId);
      say({ text: t('withdrawn') });
      onClose();
    },
  });
  const form = useForm(withdrawPromise, (body) => withdraw.mutate(body));
  return (
    <Dialog title={t('withdraw_title')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('withdraw_why')}</p>
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={withdraw.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={withdraw.isPending}>
          {t('withdraw')}
        </Button>
      </form>
    </Dialog>
  );
}
