/** A limit as somebody wants it: set by who may, asked for by everybody else. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { askLimit, setLimit, type WireCredit } from '#areas/credit/contract/limits.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; credit: WireCredit; asks: boolean; onClose: () => void };
const kinds = ['standing', 'temporary', 'insurance', 'group'] as const;
type Kind = (typeof kinds)[number];
type Said = {
  kind: Kind;
  amount: string;
  currency: string;
  forDelinquency: boolean;
  reason: string;
  evidence: string;
};

export function LimitForm({ accountId, credit, asks, onClose }: Props) {
  const t = useWords(words);
  const [missing, setMissing] = useState(false);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [reviewOn, setReviewOn] = useState<string | null>(null);
  const send = useSend({ accountId, asks, onClose }, { untilOn, reviewOn });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const said = form.get(name);
      return typeof said === 'string' ? said.trim() : '';
    };
    const kind = kinds.find((each) => each === text('kind')) ?? 'standing';
    const [amount, reason] = [text('amount'), text('reason')];
    setMissing(reason === '' || amount === '');
    if (reason === '' || amount === '') return;
    const currency = text('currency').toUpperCase();
    const forDelinquency = form.has('forDelinquency');
    send.mutate({ kind, amount, currency, forDelinquency, reason, evidence: text('evidence') });
  }
  const { figures } = credit;
  return (
    <Dialog title={t(asks ? 'ask_limit' : 'change_limit')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={submit} className="grid gap-3.5">
        <SelectField
          label={t('kind')}
          name="kind"
          defaultValue="standing"
          choices={kinds.map((kind) => ({ value: kind, name: t(`kind_${kind}`) }))}
        />
        <TextField
          label={t('new_limit')}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={figures?.limit ?? ''}
        />
        <TextField
          label={t('currency')}
          name="currency"
          autoComplete="off"
          defaultValue={figures?.currency ?? ''}
        />
        <DayField label={t('ends_on')} name="untilOn" onDay={(day) => setUntilOn(day ?? null)} />
        <DayField label={t('review_on')} name="reviewOn" onDay={(d) => setReviewOn(d ?? null)} />
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          error={missing ? t('reason') : undefined}
        />
        <CheckField name="forDelinquency" label={t('for_delinquency')} />
        {asks && <TextField label={t('evidence')} name="evidence" autoComplete="off" />}
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" busy={send.isPending}>
          {t(asks ? 'ask_limit' : 'change_limit')}
        </Button>
      </form>
    </Dialog>
  );
}

type Days = { untilOn: string | null; reviewOn: string | null };

/** Set by who may, asked for by everybody else. */
function useSend({ accountId, asks, onClose }: Omit<Props, 'credit'>, days: Days) {
  const t = useWords(words);
  const figures = useFigures();
  return useMutation({
    mutationFn: async ({ evidence, ...said }: Said): Promise<string> => {
      const params = { accountId };
      const body = { ...said, ...days };
      let noticeBy: string | null = null;
      if (asks) await call(askLimit, { params, body: { ...body, evidence } });
      else noticeBy = (await call(setLimit, { params, body })).noticeBy;
      const done = t(asks ? 'limit_asked' : 'limit_set');
      return noticeBy === null ? done : `${done} ${t('tell_by', { day: figures.day(noticeBy) })}`;
    },
    onSuccess: (text) => {
      say({ text });
      onClose();
    },
  });
}
