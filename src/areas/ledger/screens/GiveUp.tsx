/** Giving an amount up: written off by one's own authority, or asked for from who has it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askWriteOff, requestWriteOff } from '#areas/ledger/contract/write-offs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import type { History } from './ItemPanel.tsx';
import { words } from './words.ts';

type Props = {
  item: History['item'];
  accountId: string;
  onChanged: (accountId: string) => void;
};

export function GiveUp({ item, accountId, onChanged }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [how, setHow] = useState<'own' | 'asked' | null>(null);
  const close = (): void => setHow(null);
  const shared = { item, accountId, onChanged, onClose: close };
  return (
    <div className="flex flex-wrap gap-2">
      {may('ledger.write_off') === undefined && (
        <Button onClick={() => setHow('own')}>{t('write_off')}</Button>
      )}
      <Button because={may('approvals.ask')} onClick={() => setHow('asked')}>
        {t('ask_write_off')}
      </Button>
      {how === 'own' && <WriteOffForm {...shared} />}
      {how === 'asked' && <AskForm {...shared} />}
    </div>
  );
}

type FormProps = Props & { onClose: () => void };

function WriteOffForm({ item, accountId, onChanged, onClose }: FormProps) {
  const t = useWords(words);
  const write = useMutation({
    mutationFn: (body: { amount: string; reason: string }) =>
      call(requestWriteOff, { params: { accountId, itemId: item.itemId }, body }),
    onSuccess: () => {
      onChanged(accountId);
      say({ text: t('written_off') });
      onClose();
    },
  });
  const form = useForm(requestWriteOff, (body) => write.mutate(body));
  return (
    <Dialog title={t('write_off')} sub={item.document} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AmountAndReason item={item} errors={form.errors} />
        <RefusalNote error={write.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={write.isPending}>
          {t('write_off')}
        </Button>
      </form>
    </Dialog>
  );
}

function AskForm({ item, accountId, onChanged, onClose }: FormProps) {
  const t = useWords(words);
  const ask = useMutation({
    mutationFn: (body: { amount: string; evidence?: string | undefined; reason: string }) =>
      call(askWriteOff, { params: { accountId, itemId: item.itemId }, body }),
    onSuccess: () => {
      onChanged(accountId);
      say({ text: t('asked_write_off') });
      onClose();
    },
  });
  const form = useForm(askWriteOff, (body) => ask.mutate(body));
  return (
    <Dialog title={t('ask_write_off')} sub={item.document} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2">{t('ask_write_off_why')}</p>
        <AmountAndReason item={item} errors={form.errors} />
        <AreaField label={t('evidence')} name="evidence" error={form.errors['evidence']} />
        <RefusalNote error={ask.error} words={areaWords} />
        <Button type="submit" tone="main" busy={ask.isPending}>
          {t('ask_write_off')}
        </Button>
      </form>
    </Dialog>
  );
}

type Shared = { item: History['item']; errors: Readonly<Record<string, string>> };

function AmountAndReason({ item, errors }: Shared) {
  const t = useWords(words);
  return (
    <>
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={item.currency}
        defaultValue={item.open}
        error={errors['amount']}
      />
      <TextField label={t('reason')} name="reason" autoComplete="off" error={errors['reason']} />
    </>
  );
}
