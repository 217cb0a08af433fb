/** Writes to the owners whose letter is due, and asks that a dormant credit may be handed over. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { because } from '#areas/refunds/contract/shapes.ts';
import {
  requestSurrender,
  type WireUnclaimed,
  writeOwnerLetters,
} from '#areas/refunds/contract/unclaimed.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/unclaimed.ts';

type LettersProps = { due: readonly WireUnclaimed[]; onClose: () => void };

/** One press for all companies of the list: each has its own letters. */
export function LettersForm({ due, onClose }: LettersProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const companies = [...new Set(due.map(({ company }) => company))];
  const write = useMutation({
    mutationFn: async ({ reason }: { reason: string }) => {
      let count = 0;
      for (const company of companies) {
        const { written } = await call(writeOwnerLetters, { body: { company, reason } });
        count += written;
      }
      return count;
    },
    onSuccess: (count) => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('wrote', { count }) });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t('write')}
      why={t('write_why', { count: due.length })}
      label={t('reason')}
      route={{ body: because }}
      act={write}
      words={areaWords}
      onClose={onClose}
    />
  );
}

type SurrenderProps = { row: WireUnclaimed; onClose: () => void };

export function SurrenderForm({ row, onClose }: SurrenderProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, creditId, name, state } = row;
  const ask = useMutation({
    mutationFn: (body: BodyOf<typeof requestSurrender>) =>
      call(requestSurrender, { params: { accountId, creditId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('surrendered') });
      onClose();
    },
  });
  const { errors, onSubmit } = useForm(requestSurrender, (body) => ask.mutate(body));
  const over = { sub: name, act: ask, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('surrender')} shape="middle" {...over}>
      <p className="text-ink-2 text-pretty">{t('surrender_why', { state })}</p>
      <AreaField label={t('reason')} name="reason" rows={2} error={errors['reason']} />
      <AreaField label={t('evidence')} name="evidence" rows={2} error={errors['evidence']} />
    </DialogForm>
  );
}
