/** A note on the timeline, in the collector's own words. */
import { useMutation } from '@tanstack/react-query';
import { addNote } from '#areas/customers/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { useAccountChanged } from './account-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; name: string; onClose: () => void };

export function NoteForm({ accountId, name, onClose }: Props) {
  const t = useWords(words);
  const changed = useAccountChanged();
  const save = useMutation({
    mutationFn: (body: { text: string }) => call(addNote, { params: { accountId }, body }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('note_saved') });
      onClose();
    },
  });
  const form = useForm(addNote, (body) => save.mutate(body));
  return (
    <Dialog title={t('note_write')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField
          label={t('note')}
          name="text"
          rows={6}
          autoFocus
          hint={t('note_hint')}
          error={form.errors.text}
        />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
