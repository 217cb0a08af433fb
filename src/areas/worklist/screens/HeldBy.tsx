/** Somebody else works the account: who, and taking it over for those who may. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { takeOver } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './cover-words.ts';

type Props = { accountId: string; holder: string };

export function HeldBy({ accountId, holder }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 rounded-md bg-stop-soft px-3 py-1.5">
      <p role="status" className="min-w-0 flex-1 font-[550] text-stop">
        {t('in_work', { name: holder })}
      </p>
      {may('worklist.take_over') === undefined && (
        <Button onClick={() => setOpen(true)}>{t('take_over')}</Button>
      )}
      {open && (
        <TakeOverForm accountId={accountId} holder={holder} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

function TakeOverForm({ accountId, holder, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: (body: { reason: string }) => call(takeOver, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['lock', accountId] });
      void queries.invalidateQueries({ queryKey: ['presence'] });
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t('taken_over') });
      onClose();
    },
  });
  const form = useForm(takeOver, (body) => take.mutate(body));
  return (
    <Dialog
      shape="middle"
      title={t('take_over')}
      sub={t('take_over_sub', { name: holder })}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          autoComplete="off"
          error={form.errors.reason}
        />
        <RefusalNote error={take.error} words={areaWords} />
        <Button type="submit" tone="main" busy={take.isPending}>
          {t('take_over')}
        </Button>
      </form>
    </Dialog>
  );
}
