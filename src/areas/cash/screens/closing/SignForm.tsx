/** Signing a day: what the signature says, and a note beside it. */
import { type CashDay, signDay } from '#areas/cash/contract/closing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from './cash-write.ts';
import { words } from './words.ts';

export function SignForm({ day, onClose }: { day: CashDay; onClose: () => void }) {
  const t = useWords(words);
  const sign = useCashWrite(
    ({ note }: { note: string }) =>
      call(signDay, { params: { day: day.day }, body: { company: day.company, note } }),
    () => {
      say({ text: t('done') });
      onClose();
    },
  );
  const form = useForm(signDay, (body) => sign.mutate(body));
  return (
    <Dialog title={t('sign')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('sign_why')}</p>
        <TextField label={t('note')} name="note" autoFocus error={form.errors.note} />
        <RefusalNote error={sign.error} words={areaWords} />
        <Button type="submit" tone="main" busy={sign.isPending}>
          {t('sign')}
        </Button>
      </form>
    </Dialog>
  );
}
