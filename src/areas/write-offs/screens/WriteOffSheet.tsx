/** One write-off in full, and what may be done about it: money came, or it is taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { sendRecovery } from '#areas/ledger/screens/index.ts';
import {
  type Recovery,
  recovery,
  reverseWriteOff,
  type WireWriteOff,
} from '#areas/write-offs/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { row: WireWriteOff; onClose: () => void };

export function WriteOffSheet({ row, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [doing, setDoing] = useState<'reverse' | 'recover' | null>(null);
  const { request, reversed, recovered, currency } = row;
  const allowed = row.sweepId === null ? t('own') : t('by_policy');
  const back = reversed && { day: figures.day(reversed.on), by: reversed.by, why: reversed.reason };
  return (
    <Dialog title={row.document} sub={row.name} onClose={onClose}>
      <div className="grid gap-5">
        <KeyValue
          plain
          facts={[
            {
              name: t('amount'),
              value: <Amount value={row.amount} currency={currency} named strong />,
            },
            {
              name: t('who'),
              value: (
                <Link to={paths.account} params={{ accountId: row.accountId }} className="link">
                  {row.name}
                </Link>
              ),
            },
            { name: t('due'), value: figures.longDay(row.dueOn) },
            { name: t('on'), value: figures.longDay(row.on) },
            { name: t('reason'), value: row.reason },
            { name: t('by'), value: row.by },
            { name: t('asked_by'), value: request ? request.askedBy : allowed },
            request && { name: t('approved_by'), value: request.approvedBy },
            request !== null &&
              request.evidence !== '' && { name: t('evidence'), value: request.evidence },
            { name: t('method'), value: t(`method_${row.method}`) },
            {
              name: t('recovered_of'),
              value: <Amount value={recovered} currency={currency} named />,
            },
            back && { name: t('reversed'), value: t('taken_back', back) },
          ]}
        />
        {reversed === null && (
          <div className="flex flex-wrap gap-2">
            <Button because={may('cash.post')} onClick={() => setDoing('recover')}>
              {t('recover')}
            </Button>
            <Button
              tone="danger"
              because={may('ledger.write_off')}
              onClick={() => setDoing('reverse')}
            >
              {t('reverse')}
            </Button>
          </div>
        )}
      </div>
      {doing === 'reverse' && <ReverseForm row={row} onClose={onClose} />}
      {doing === 'recover' && <RecoverForm row={row} onClose={onClose} />}
    </Dialog>
  );
}

function useDone(phrase: 'reversed_now' | 'recovered_now', onClose: () => void): () => void {
  const t = useWords(words);
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['write-offs'] });
    say({ text: t(phrase) });
    onClose();
  };
}

function ReverseForm({ row, onClose }: Props) {
  const t = useWords(words);
  const done = useDone('reversed_now', onClose);
  const { accountId, applicationId } = row;
  const reverse = useMutation({
    mutationFn: (body: BodyOf<typeof reverseWriteOff>) =>
      call(reverseWriteOff, { params: { accountId, applicationId }, body }),
    onSuccess: done,
  });
  return (
    <ReasonForm
      title={t('reverse')}
      sub={row.document}
      why={t('reverse_why')}
      label={t('reason')}
      tone="danger"
      route={reverseWriteOff}
      act={reverse}
      words={areaWords}
      onClose={onClose}
    />
  );
}

const methods = ['check', 'wire', 'ach'] as const;

function RecoverForm({ row, onClose }: Props) {
  const t = useWords(words);
  const done = useDone('recovered_now', onClose);
  const { accountId, itemId } = row;
  const recover = useMutation({
    mutationFn: (body: Recovery) => sendRecovery({ accountId, itemId }, body),
    onSuccess: done,
  });
  const { errors, onSubmit } = useForm(recovery, (body) => recover.mutate(body));
  const over = { sub: row.document, act: recover, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('recover')} shape="middle" {...over}>
      <p className="text-ink-2 text-pretty">{t('recover_why')}</p>
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={row.currency}
        defaultValue={row.amount}
        error={errors['amount']}
      />
      <DayField label={t('received_on')} name="receivedOn" error={errors['receivedOn']} />
      <SelectField
        label={t('how')}
        name="method"
        choices={methods.map((value) => ({ value, name: t(`method_${value}`) }))}
      />
      <TextField label={t('reference')} name="reference" autoComplete="off" />
      <TextField label={t('reason')} name="reason" autoComplete="off" error={errors['reason']} />
    </DialogForm>
  );
}
