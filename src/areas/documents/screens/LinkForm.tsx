/** Says by hand which invoice a waiting file is the original of. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { linkFile, type WireWaitingFile } from '#areas/documents/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { file: WireWaitingFile; onClose: () => void };

export function LinkForm({ file, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { fileId, fileName } = file;
  const link = useMutation({
    mutationFn: (body: BodyOf<typeof linkFile>) => call(linkFile, { params: { fileId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['originals'] });
      void queries.invalidateQueries({ queryKey: ['account'] });
      say({ text: t('linked_said', { file: fileName }) });
      onClose();
    },
  });
  const form = useForm(linkFile, (body) => link.mutate(body));
  const kinds = (['invoice', 'delivery'] as const).map((value) => ({ value, name: t(value) }));
  return (
    <Dialog title={t('link')} sub={fileName} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('account')} name="account" autoFocus error={form.errors.account} />
        <TextField label={t('number')} name="number" error={form.errors.number} />
        <SelectField label={t('kind')} name="kind" choices={kinds} defaultValue={file.kind} />
        <TextField label={t('company')} name="company" error={form.errors.company} />
        <RefusalNote error={link.error} words={areaWords} />
        <Button type="submit" tone="main" busy={link.isPending}>
          {t('link')}
        </Button>
      </form>
    </Dialog>
  );
}
