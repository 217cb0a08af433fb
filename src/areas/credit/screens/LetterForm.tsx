/** The notice as a letter: what was decided and why; the words of the law stand in its template. */
import { useMutation } from '@tanstack/react-query';
import { type WireNotice, writeNotice } from '#areas/credit/contract/notices.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function LetterForm({ notice, onClose }: { notice: WireNotice; onClose: () => void }) {
  const t = useWords(words);
  const { accountId, clockId, order, writtenReasons } = notice;
  const write = useMutation({
    mutationFn: (body: BodyOf<typeof writeNotice>) =>
      call(writeNotice, { params: { accountId, clockId }, body }),
    onSuccess: ({ late }) => {
      say({ text: t(late ? 'letter_late' : 'letter_done') });
      onClose();
    },
  });
  const form = useForm(writeNotice, (body) => write.mutate(body));
  return (
    <DialogForm
      title={t('letter_write')}
      sub={notice.name}
      act={write}
      words={areaWords}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <AreaField
        label={t('letter_act')}
        name="act"
        rows={2}
        defaultValue={order === null ? t('letter_limit') : t('letter_order', { order })}
        error={form.errors['act']}
      />
      <AreaField
        label={t('letter_reasons')}
        name="reasons"
        rows={4}
        hint={t(writtenReasons ? 'letter_reasons_must' : 'letter_reasons_may')}
        error={form.errors['reasons']}
      />
    </DialogForm>
  );
}
