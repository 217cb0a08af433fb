/** Taking an import back: everything it posted is reversed, with the reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { undoImport } from '#areas/imports/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import type { ImportRow } from './ImportHistory.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function UndoImport({ row, onClose }: { row: ImportRow; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { importId } = row;
  const undo = useMutation({
    mutationFn: (body: { reason: string }) => call(undoImport, { params: { importId }, body }),
    onSuccess: ({ reversed }) => {
      void queries.invalidateQueries();
      say({ text: t('undo_said', { count: reversed }) });
      onClose();
    },
  });
  const form = useForm(undoImport, (body) => undo.mutate(body));
  return (
    <Dialog title={t('undo_title')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('undo_why', { file: row.files.join(', ') })}</p>
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={undo.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={undo.isPending}>
          {t('undo')}
        </Button>
      </form>
    </Dialog>
  );
}
