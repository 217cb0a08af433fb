/** Money that is no receivable: onto a ledger account, or owed to a sister company. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sendElsewhere } from '#areas/cash/contract/elsewhere.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { type Board, useCashChanged } from './board-data.ts';
import { words } from './standing-words.ts';

export function ElsewhereForm({ data, onClose }: { data: Board; onClose: () => void }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const changed = useCashChanged();
  const { receipt, sisters } = data;
  const [sister, setSister] = useState('');
  const send = useMutation({
    mutationFn: (body: BodyOf<typeof sendElsewhere>) =>
      call(sendElsewhere, { params: { receiptId: receipt.receiptId }, body }),
    onSuccess: ({ booked }) => {
      changed();
      say({ text: t(booked ? 'booked' : 'asked') });
      onClose();
    },
  });
  const form = useForm(sendElsewhere, (body) => send.mutate(body));
  const names = sisters.map(({ code, name }) => ({
    value: code,
    name: t('whose_sister', { company: name }),
  }));
  return (
    <Dialog title={t('elsewhere')} sub={receipt.payerName} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('elsewhere_why')}</p>
        {sisters.length > 0 && (
          <SelectField
            label={t('whose')}
            name="sister"
            none={t('whose_account')}
            choices={names}
            value={sister}
            onChange={(event) => setSister(event.target.value)}
          />
        )}
        {sister === '' && (
          <TextField
            label={t('ledger_account')}
            name="ledgerAccount"
            autoFocus
            autoComplete="off"
            error={form.errors.ledgerAccount}
          />
        )}
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" because={forbidden} busy={send.isPending}>
          {t('book')}
        </Button>
      </form>
    </Dialog>
  );
}
