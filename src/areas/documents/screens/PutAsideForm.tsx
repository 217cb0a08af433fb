/** Puts a waiting file aside with a reason: it belongs to nothing here. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putAsideFile, type WireWaitingFile } from '#areas/documents/contract.ts';
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

type Props = { file: WireWaitingFile; onClose: () => void };

export function PutAsideForm({ file, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { fileId, fileName } = file;
  const putAside = useMutation({
    mutationFn: (body: { reason: string }) => call(putAsideFile, { params: { fileId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['originals'] });
      say({ text: t('aside_said', { file: fileName }) });
      onClose();
    },
  });
  const form = useForm(putAsideFile, (body) => putAside.mutate(body));
  return (
    <Dialog title={t('put_aside')} sub={fileName} shape="middle" onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={putAside.error} words={areaWords} />
        <Button type="submit" tone="main" busy={putAside.isPending}>
          {t('put_aside')}
        </Button>
      </form>
    </Dialog>
  );
}
