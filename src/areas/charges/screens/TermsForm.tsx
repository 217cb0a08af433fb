/** What a company charges who pays late: one rate, one fee, their clauses. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { chargeTerms, setChargeTerms } from '#areas/charges/contract.ts';
import { dayCounts } from '#areas/charges/rules/terms.ts';
import { type Answer, type Asking, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Terms = Answer<typeof chargeTerms>;
type Body = Asking<typeof setChargeTerms>['body'];
type Props = { company: string; onClose: () => void };

export function TermsForm({ company, onClose }: Props) {
  const t = useWords(words);
  const params = { code: company };
  const terms = useQuery({
    queryKey: ['charges', 'terms', company],
    queryFn: ({ signal }) => call(chargeTerms, { params, signal }),
  });
  return (
    <Dialog title={t('terms')} sub={company} onClose={onClose} shape="middle">
      {terms.data === undefined ? (
        <Bones lines={6} />
      ) : (
        <Fields company={company} terms={terms.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Fields({ company, terms, onClose }: Props & { terms: Terms }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Body) => call(setChargeTerms, { params: { code: company }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['charges'] });
      say({ text: t('saved') });
      onClose();
    },
  });
  const { interest, fees, feeClause, graceDays } = terms;
  const [fee] = fees;
  return (
    <form
      noValidate
      className="grid gap-3.5"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        save.mutate(bodyOf(new FormData(event.currentTarget), terms));
      }}
    >
      <p className="text-ink-2 text-pretty">{t('terms_sub')}</p>
      <TextField
        label={t('rate')}
        name="ratePct"
        inputMode="decimal"
        autoFocus
        defaultValue={interest?.ratePct ?? ''}
      />
      <SelectField
        label={t('per')}
        name="per"
        defaultValue={interest?.per ?? 'year'}
        choices={[
          { value: 'year', name: t('per_year') },
          { value: 'month', name: t('per_month') },
        ]}
      />
      <SelectField
        label={t('day_count')}
        name="dayCount"
        defaultValue={interest?.dayCount ?? 'ACT/365F'}
        choices={dayCounts.map((value) => ({ value, name: value }))}
      />
      <TextField label={t('clause')} name="clause" defaultValue={interest?.clause ?? ''} />
      <TextField
        label={t('fee_amount')}
        name="fee"
        inputMode="decimal"
        defaultValue={fee?.amount ?? ''}
      />
      <TextField label={t('fee_clause')} name="feeClause" defaultValue={feeClause} />
      <TextField
        label={t('grace')}
        name="graceDays"
        inputMode="numeric"
        defaultValue={String(graceDays)}
      />
      <CheckField label={t('alone')} name="alone" defaultChecked={terms.alone} />
      <TextField label={t('reason')} name="reason" autoComplete="off" />
      <RefusalNote error={save.error} words={areaWords} />
      <Button type="submit" tone="main" busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

/** Ranges of fees beyond the first, and statutes, stay as they are. */
function bodyOf(form: FormData, terms: Terms): Body {
  const said = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [first, ...more] = terms.fees;
  const amount = said('fee');
  const range = { currency: first?.currency ?? 'USD', from: first?.from ?? '0', amount };
  const dayCount = dayCounts.find((each) => each === said('dayCount')) ?? 'ACT/365F';
  const per = said('per') === 'month' ? 'month' : 'year';
  const clause = said('clause');
  return {
    ...terms,
    graceDays: Number(said('graceDays') || '0'),
    interest: said('ratePct') === '' ? null : { ratePct: said('ratePct'), per, dayCount, clause },
    fees: amount === '' ? more : [range, ...more],
    feeClause: said('feeClause'),
    alone: form.get('alone') !== null,
    reason: said('reason'),
  };
}
