/** Lets a receipt wait for an answer, with the day by which it must come. */
import { useMutation } from '@tanstack/react-query';
import { askPayer } from '#areas/cash/contract/board.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { type Board, useCashChanged } from './board-data.ts';
import { words } from './words.ts';

type Props = { data: Board; onClose: () => void };

export function WaitForm({ data: { receipt }, onClose }: Props) {
  const t = useWords(words);
  const changed = useCashChanged();
  const wait = useMutation({
    mutationFn: (body: BodyOf<typeof askPayer>) =>
      call(askPayer, { params: { receiptId: receipt.receiptId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('waiting_saved') });
      onClose();
    },
  });
  const form = useForm(askPayer, (body) => wait.mutate(body));
  return (
    <Dialog title={t('ask_payer')} sub={receipt.payerName} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3">
        <TextField
          label={t('wait_what')}
          name="waitsFor"
          autoFocus
          defaultValue={receipt.waitsFor ?? ''}
          error={form.errors.waitsFor}
        />
        <DayField label={t('wait_until')} name="until" error={form.errors.until} />
        <RefusalNote error={wait.error} words={areaWords} />
        <div>
          <Button type="submit" tone="main" busy={wait.isPending}>
            {t('wait_save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
