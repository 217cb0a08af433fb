/** Writes down a term, a charge, aid, or that the student left: one form, few fields each. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useState } from 'react';
import {
  recordAid,
  recordCharge,
  recordTerm,
  recordWithdrawal,
  type WireTerm,
} from '#areas/students/contract.ts';
import { programmes } from '#areas/students/rules/return-of-aid.ts';
import { chargeKinds } from '#areas/students/rules/title-iv.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export const forms = ['term', 'charge', 'aid', 'withdraw'] as const;
export type Form = (typeof forms)[number];

type Props = {
  form: Form;
  accountId: string;
  terms: readonly WireTerm[];
  onClose: () => void;
};

const titles = {
  term: 'add_term',
  charge: 'add_charge',
  aid: 'add_aid',
  withdraw: 'withdraw',
} as const;
const aidNames = [...programmes, 'other'] as const;

export function StudentForm({ form, accountId, terms, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [missing, setMissing] = useState<string | undefined>();
  const save = useMutation({
    mutationFn: (fields: Fields) => send(form, accountId, fields, terms),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['student', accountId] });
      say({ text: t('saved') });
      onClose();
    },
  });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const fields = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setMissing(fields('reason') === '' ? t('reason') : undefined);
    if (fields('reason') !== '') save.mutate(fields);
  }
  return (
    <Dialog title={t(titles[form])} onClose={onClose} shape="middle">
      <form noValidate onSubmit={submit} className="grid gap-3.5">
        {form === 'term' ? (
          <TextField label={t('term')} name="term" autoComplete="off" autoFocus />
        ) : (
          <SelectField
            label={t('term')}
            name="term"
            choices={terms.map(({ term }) => ({ value: term, name: term }))}
          />
        )}
        <Own form={form} currency={terms[0]?.currency ?? 'USD'} />
        <TextField label={t('reason')} name="reason" autoComplete="off" error={missing} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function Own({ form, currency }: { form: Form; currency: string }) {
  const t = useWords(words);
  if (form === 'term') {
    return (
      <>
        <DayField label={t('starts_on')} name="startsOn" />
        <DayField label={t('ends_on')} name="endsOn" />
        <DayField label={t('classes_from')} name="classesFrom" />
      </>
    );
  }
  if (form === 'withdraw') {
    return (
      <>
        <DayField label={t('left_on')} name="withdrawnOn" />
        <DayField label={t('determined_on')} name="determinedOn" />
      </>
    );
  }
  return (
    <>
      {form === 'charge' ? (
        <SelectField
          label={t('kind')}
          name="kind"
          choices={chargeKinds.map((value) => ({ value, name: t(`kind_${value}`) }))}
        />
      ) : (
        <SelectField
          label={t('programme')}
          name="programme"
          choices={aidNames.map((value) => ({ value, name: t(`programme_${value}`) }))}
        />
      )}
      <MoneyField label={t('amount')} name="amount" currency={currency} />
      <DayField label={t('on')} name="on" />
    </>
  );
}

type Fields = (name: string) => string;

async function send(
  form: Form,
  accountId: string,
  of: Fields,
  terms: readonly WireTerm[],
): Promise<unknown> {
  const params = { accountId };
  const term = of('term');
  const reason = of('reason');
  if (form === 'term') {
    const startsOn = of('startsOn');
    const classesFrom = of('classesFrom') || startsOn;
    const body = { term, startsOn, endsOn: of('endsOn'), classesFrom, reason };
    return call(recordTerm, { params, body });
  }
  if (form === 'withdraw') {
    const body = { term, withdrawnOn: of('withdrawnOn'), determinedOn: of('determinedOn'), reason };
    return call(recordWithdrawal, { params, body });
  }
  const currency = terms[0]?.currency ?? 'USD';
  const money = { term, amount: of('amount'), currency, on: of('on'), reason };
  if (form === 'charge') {
    const kind = chargeKinds.find((each) => each === of('kind')) ?? 'other';
    return call(recordCharge, { params, body: { ...money, kind } });
  }
  const programme = aidNames.find((each) => each === of('programme')) ?? 'other';
  return call(recordAid, { params, body: { ...money, programme } });
}
