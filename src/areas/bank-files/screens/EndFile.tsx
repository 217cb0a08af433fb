/** Ends a file that will never go in, with the reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { closeFile } from '#areas/bank-files/contract/files.ts';
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

export function EndFile({ fileId, onClose }: { fileId: string; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (body: { reason: string }) => call(closeFile, { params: { fileId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['bank-files'] });
      say({ text: t('ended') });
      onClose();
    },
  });
  const form = useForm(closeFile, (body) => end.mutate(body));
  return (
    <Dialog title={t('end_file')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('end_why')}</p>
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors['reason']} />
        <RefusalNote error={end.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={end.isPending}>
          {t('end_file')}
        </Button>
      </form>
    </Dialog>
  );
}
