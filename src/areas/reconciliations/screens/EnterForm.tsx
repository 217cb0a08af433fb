/** What the customer says it owes: its file, or its lines as they were pasted. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import {
  enterTheirs,
  uploadTheirs,
  type WireReconciliation,
} from '#areas/reconciliations/contract.ts';
import { call, upload } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { DropZone } from '#web/ui/DropZone.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { page: WireReconciliation; onClose: () => void };

export function EnterForm({ page, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, reconciliationId, currency } = page;
  const params = { accountId, reconciliationId };
  const onSuccess = (read: { lines: number; unread: number }): void => {
    void queries.invalidateQueries({ queryKey: ['reconciliation', reconciliationId] });
    say({ text: t('entered', read) });
    onClose();
  };
  const paste = useMutation({
    mutationFn: (body: BodyOf<typeof enterTheirs>) => call(enterTheirs, { params, body }),
    onSuccess,
  });
  const file = useMutation({
    mutationFn: (files: readonly File[]) => upload(uploadTheirs, files, {}, params),
    onSuccess,
  });
  const form = useForm(enterTheirs, (body) => paste.mutate(body));
  return (
    <Dialog title={t('enter')} sub={page.name} onClose={onClose} shape="middle">
      <div className="grid gap-4">
        <DropZone
          title={t('drop')}
          why={t('drop_why')}
          choose={t('choose')}
          accept=".csv,.txt,.xlsx"
          busy={file.isPending ? t('reading') : null}
          onFiles={(files) => file.mutate(files)}
        />
        <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
          <AreaField label={t('paste')} name="text" rows={6} error={form.errors['text']} />
          <MoneyField label={t('stated')} name="closing" currency={currency} />
          <RefusalNote error={paste.error ?? file.error} words={areaWords} />
          <Button type="submit" tone="main" busy={paste.isPending}>
            {t('save')}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
