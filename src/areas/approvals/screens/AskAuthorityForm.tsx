/** Asks for other limits of one kind; an empty limit has none. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { askAuthority, type authorities } from '#areas/approvals/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useRoleName } from './roles.ts';
import { words } from './rule-words.ts';

type Row = Answer<typeof authorities>['rows'][number];
type Props = { code: string; currency: string; row: Row; onClose: () => void };

export function AskAuthorityForm({ code, currency, row, onClose }: Props) {
  const t = useWords(words);
  const kindWords = useWords(areaWords);
  const [missing, setMissing] = useState(false);
  const ask = useAsk(code, row.kind, onClose);
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setMissing(text('reason') === '');
    if (text('reason') === '') return;
    ask.mutate({
      limits: row.limits.map(({ role }) => ({ role, most: text(`limit_${role}`) })),
      dualFrom: text('dualFrom'),
      evidenceFrom: text('evidenceFrom'),
      validDays: text('validDays'),
      reason: text('reason'),
    });
  }
  const kind = kindWords(`approvals.kind_${row.kind}`);
  return (
    <Dialog title={t('change_of', { kind })} sub={currency} onClose={onClose}>
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <LimitFields row={row} />
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          error={missing ? t('reason_missing') : undefined}
        />
        <RefusalNote error={ask.error} words={areaWords} />
        <Button type="submit" tone="main" busy={ask.isPending}>
          {t('send')}
        </Button>
      </form>
    </Dialog>
  );
}

function LimitFields({ row }: { row: Row }) {
  const t = useWords(words);
  const roleName = useRoleName();
  return (
    <>
      {row.limits.map(({ role, most }) => (
        <TextField
          key={role}
          label={t('limit_of', { role: roleName(role) })}
          name={`limit_${role}`}
          inputMode="decimal"
          autoComplete="off"
          placeholder={t('limit_hint')}
          defaultValue={most ?? ''}
        />
      ))}
      <TextField
        label={t('dual_from')}
        name="dualFrom"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={row.dualFrom ?? ''}
      />
      <TextField
        label={t('evidence_from')}
        name="evidenceFrom"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={row.evidenceFrom ?? ''}
      />
      <TextField
        label={t('valid_days')}
        name="validDays"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={String(row.validDays)}
      />
    </>
  );
}

function useAsk(code: string, kind: Row['kind'], onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (said: Said) => call(askAuthority, { params: { code, kind }, body: bodyOf(said) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['approvals'] });
      say({ text: t('asked') });
      onClose();
    },
  });
}

type Said = {
  limits: { role: string; most: string }[];
  dualFrom: string;
  evidenceFrom: string;
  validDays: string;
  reason: string;
};

/** As the server takes it: what is left empty has no limit. */
function bodyOf({ limits, dualFrom, evidenceFrom, validDays, reason }: Said) {
  return {
    limits: limits.map(({ role, most }) => ({ role, most: most === '' ? null : most })),
    dualFrom: dualFrom === '' ? null : dualFrom,
    evidenceFrom: evidenceFrom === '' ? null : evidenceFrom,
    validDays: Number(validDays),
    reason,
  };
}
