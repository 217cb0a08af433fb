/** Three lines for the cover of an account: the next step, what to leave alone, what was said. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { writeHandOver } from '#areas/worklist/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './cover-words.ts';

type Props = {
  accountId: string;
  name: string;
  before: { said: string; nextStep: string; avoid: string } | undefined;
  onClose: () => void;
};

export function HandOverForm({ accountId, name, before, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof writeHandOver>) =>
      call(writeHandOver, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t('note_saved') });
      onClose();
    },
  });
  const form = useForm(writeHandOver, (body) => save.mutate(body));
  return (
    <Dialog title={t('write_note')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('next_step')}
          name="nextStep"
          autoFocus
          autoComplete="off"
          defaultValue={before?.nextStep ?? ''}
          error={form.errors.nextStep}
        />
        <TextField
          label={t('avoid')}
          name="avoid"
          autoComplete="off"
          defaultValue={before?.avoid ?? ''}
          error={form.errors.avoid}
        />
        <AreaField
          label={t('said')}
          name="said"
          rows={4}
          defaultValue={before?.said ?? ''}
          error={form.errors.said}
        />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
