/** How a company writes off, and what a small balance is: said here, held from now on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { setWriteOffPolicy, writeOffPolicy } from '#areas/ledger/contract/write-offs.ts';
import { writeOffMethods } from '#areas/ledger/rules/policy.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words/policy.ts';

type Props = { company: string; base: string };
type Policy = Answer<typeof writeOffPolicy>;

export function WriteOffPolicyButton({ company, base }: Props) {
  const t = useWords(words);
  const forbidden = useMay()(setWriteOffPolicy.permission);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button because={forbidden} onClick={() => setOpen(true)}>
        {t('policy')}
      </Button>
      {open && <PolicyForm company={company} base={base} onClose={() => setOpen(false)} />}
    </>
  );
}

type FormProps = Props & { onClose: () => void };

function PolicyForm({ company, base, onClose }: FormProps) {
  const t = useWords(words);
  const read = useQuery({
    queryKey: ['write-off-policy', company],
    // A form begins with what holds now, and keeps what was typed into it.
    gcTime: 0,
    staleTime: Infinity,
    queryFn: ({ signal }) => call(writeOffPolicy, { params: { code: company }, signal }),
  });
  return (
    <Dialog title={t('policy_title')} sub={company} onClose={onClose} shape="middle">
      {read.isError && <RefusalNote error={read.error} words={areaWords} />}
      {read.isPending && <Bones lines={4} />}
      {read.data !== undefined && (
        <Fields company={company} base={base} policy={read.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Fields({ company, base, policy, onClose }: FormProps & { policy: Policy }) {
  const t = useWords(words);
  const [isMissing, setMissing] = useState(false);
  const save = useSaving(company, onClose);
  const codes = [...new Set([base, ...Object.keys(policy.smallMost)])];
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const body = bodyOf(new FormData(event.currentTarget), codes);
    setMissing(body.reason === '');
    if (body.reason === '')
      event.currentTarget.querySelector<HTMLElement>('[name=reason]')?.focus();
    else save.mutate(body);
  }
  return (
    <form noValidate onSubmit={send} className="grid gap-3.5">
      <p className="text-ink-2 text-pretty">{t('policy_why')}</p>
      <SelectField
        label={t('method')}
        name="method"
        autoFocus
        defaultValue={policy.method}
        choices={writeOffMethods.map((value) => ({ value, name: t(`method_${value}`) }))}
      />
      {codes.map((code) => (
        <MoneyField
          key={code}
          label={`${t('small_most')}, ${code}`}
          name={`most-${code}`}
          currency={code}
          defaultValue={policy.smallMost[code] ?? ''}
        />
      ))}
      <TextField
        label={t('small_days')}
        name="smallDays"
        type="number"
        min={0}
        max={3650}
        defaultValue={String(policy.smallDays)}
      />
      <CheckField label={t('automatic')} name="automatic" defaultChecked={policy.automatic} />
      <TextField
        label={t('reason')}
        name="reason"
        autoComplete="off"
        error={isMissing ? t('reason') : undefined}
      />
      <RefusalNote error={save.error} words={areaWords} />
      <Button type="submit" tone="main" busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

/** A currency without an amount has no small balances. */
function bodyOf(form: FormData, codes: readonly string[]): BodyOf<typeof setWriteOffPolicy> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const given = codes.map((code) => [code, text(`most-${code}`)] as const);
  return {
    method: text('method') === 'direct' ? 'direct' : 'allowance',
    smallMost: Object.fromEntries(given.filter(([, amount]) => amount !== '')),
    smallDays: Number(text('smallDays')),
    automatic: form.get('automatic') !== null,
    reason: text('reason'),
  };
}

function useSaving(company: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<typeof setWriteOffPolicy>) =>
      call(setWriteOffPolicy, { params: { code: company }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['write-off-policy'] });
      void queries.invalidateQueries({ queryKey: ['small-balances'] });
      say({ text: t('policy_saved') });
      onClose();
    },
  });
}
