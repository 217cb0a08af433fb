/** Preparing an allowance: of which day, by which method, with which rates. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { prepareAllowance } from '#areas/metrics/contract/allowance.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { type AllowanceMethod, allowanceMethods } from '../rules/allowance.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function AllowanceForm({ company, onClose }: Props) {
  const t = useWords(words);
  const today = useToday();
  const companies = useReaderCompanies();
  const queries = useQueryClient();
  const [method, setMethod] = useState<AllowanceMethod>('roll_rate');
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof prepareAllowance>) => call(prepareAllowance, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['aging', 'allowances'] });
      say({ text: t('prepared') });
      onClose();
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    save.mutate(wishFrom(new FormData(event.currentTarget), method));
  }
  return (
    <Dialog title={t('prepare')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-3.5">
        <SelectField
          label={t('company')}
          name="company"
          defaultValue={company}
          choices={companies.map(({ code, name }) => ({ value: code, name }))}
        />
        <TextField label={t('as_of')} name="asOf" type="date" defaultValue={today} required />
        <SelectField
          label={t('method')}
          name="method"
          value={method}
          onChange={(event) =>
            setMethod(allowanceMethods.find((each) => each === event.target.value) ?? method)
          }
          choices={allowanceMethods.map((value) => ({ value, name: t(`method_${value}`) }))}
        />
        <Rates method={method} />
        <TextField label={t('forward')} name="forward" inputMode="decimal" defaultValue="1" />
        <TextField label={t('before')} name="before" inputMode="decimal" defaultValue="0" />
        <TextField label={t('reason')} name="reason" required maxLength={500} />
        <RefusalNote error={save.error} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function wishFrom(form: FormData, method: AllowanceMethod): BodyOf<typeof prepareAllowance> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const rolls = method === 'roll_rate';
  return {
    company: text('company'),
    asOf: text('asOf'),
    method,
    lossRates: rolls ? [] : text('lossRates').split(/\s+/u).filter(Boolean),
    ...(rolls ? { writeOffRoll: text('writeOffRoll') } : {}),
    months: rolls ? Number(text('months')) : 6,
    forwardAdjustment: text('forward'),
    before: text('before'),
    singly: [],
    reason: text('reason'),
  };
}

/** What each method asks for beside the aging itself. */
function Rates({ method }: { method: AllowanceMethod }) {
  const t = useWords(words);
  if (method === 'aging_schedule') {
    const label = t('loss_rates');
    return <TextField label={label} name="lossRates" defaultValue="0.42 4.20 12 24 40" required />;
  }
  const share = { label: t('write_off_roll'), name: 'writeOffRoll', defaultValue: '0.40' };
  const months = { label: t('months'), name: 'months', min: 1, max: 24, defaultValue: 6 };
  return (
    <>
      <TextField {...share} inputMode="decimal" required />
      <TextField {...months} type="number" />
    </>
  );
}
