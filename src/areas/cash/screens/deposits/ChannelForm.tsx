/** How checks are sent to a bank: the numbers that it gave for image cash letters. */
import { useState } from 'react';
import { type Deposits, setDepositChannel } from '#areas/cash/contract/deposits.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

const fields = [
  'bankRouting',
  'bankName',
  'originNumber',
  'originName',
  'account',
  'payee',
  'contactName',
  'contactPhone',
] as const;
const encodings = [
  { value: 'EBCDIC', name: 'EBCDIC' },
  { value: 'ASCII', name: 'ASCII' },
];

export function ChannelForm({ list, onClose }: { list: Deposits; onClose: () => void }) {
  const t = useWords(words);
  const forbidden = useMay()('ledger.close_periods');
  const [bankAccountId, setBank] = useState(list.banks[0]?.bankAccountId ?? '');
  const known = list.banks.find((bank) => bank.bankAccountId === bankAccountId)?.channel;
  const [isTest, setTest] = useState(known?.isTest ?? false);
  const save = useCashWrite(
    (body: BodyOf<typeof setDepositChannel>) =>
      call(setDepositChannel, {
        params: { bankAccountId },
        body: { ...body, isTest, company: list.company },
      }),
    () => {
      say({ text: t('channel_saved') });
      onClose();
    },
  );
  const form = useForm(setDepositChannel, (body) => save.mutate(body));
  return (
    <Dialog title={t('channel')} onClose={onClose} shape="wide">
      <form
        key={bankAccountId}
        noValidate
        onSubmit={form.onSubmit}
        className="grid gap-3.5 sm:grid-cols-2"
      >
        <SelectField
          label={t('bank')}
          name="bank"
          value={bankAccountId}
          choices={list.banks.map((bank) => ({ value: bank.bankAccountId, name: bank.name }))}
          onChange={(event) => setBank(event.target.value)}
        />
        <SelectField
          label={t('channel_encoding')}
          name="encoding"
          defaultValue={known?.encoding ?? 'EBCDIC'}
          choices={encodings}
        />
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`channel_${field}`)}
            name={field}
            defaultValue={known?.[field] ?? ''}
            autoComplete="off"
            error={form.errors[field]}
          />
        ))}
        <CheckField
          label={t('channel_test')}
          checked={isTest}
          onChange={(event) => setTest(event.target.checked)}
        />
        <div className="sm:col-span-2 grid gap-3">
          <RefusalNote error={save.error} words={areaWords} />
          <Button type="submit" tone="main" because={forbidden} busy={save.isPending}>
            {t('channel_save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
