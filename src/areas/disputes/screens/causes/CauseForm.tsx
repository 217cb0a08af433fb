/** Where a collector says why an account pays late, for all that is overdue or for marked items. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { noteLateCause } from '#areas/disputes/contract/causes.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { rootCauses } from '../../rules/cause.ts';
import { words as areaWords } from '../../words.ts';
import { causeNames } from '../../words/names.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  itemIds: readonly string[];
  onClose: () => void;
};

export function CauseForm({ accountId, name, itemIds, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const note = useMutation({
    mutationFn: (body: BodyOf<typeof noteLateCause>) =>
      call(noteLateCause, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      void queries.invalidateQueries({ queryKey: ['causes'] });
      say({ text: t('noted') });
      onClose();
    },
  });
  const form = useForm(noteLateCause, (body) => note.mutate(body));
  return (
    <Dialog title={t('note_cause')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        {itemIds.map((id) => (
          <input key={id} type="hidden" name="itemIds[]" value={id} />
        ))}
        <p className="text-sm text-ink-2">{t('note_items', { count: itemIds.length })}</p>
        <SelectField
          label={t('cause')}
          name="cause"
          none={t('forget')}
          defaultValue="unknown"
          choices={rootCauses.map((value) => ({ value, name: causeNames[value][language] }))}
          autoFocus
        />
        <AreaField label={t('note')} name="note" rows={3} />
        <RefusalNote error={note.error} words={areaWords} />
        <Button type="submit" tone="main" busy={note.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
