/** Saves what was built: a new report, or the next version of one's own. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { WireQuestion } from '#areas/datasets/contract.ts';
import {
  changeReport,
  saveReport,
  type WireSavedReport,
} from '#areas/datasets/contract/saved-reports.ts';
import { sharings } from '#areas/datasets/rules/saved-report.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { question: WireQuestion; report: WireSavedReport | undefined };

export function SaveForm({ question, report }: Props) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: (form: FormData) => send(form, question, report),
    onSuccess: ({ name, version }) => {
      void queries.invalidateQueries({ queryKey: ['saved-reports'] });
      say({ text: t('saved', { name, version }) });
      void navigate({ to: paths.reportOf, params: { name } });
    },
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  }
  const choices = sharings.map((value) => ({ value, name: t(`shared_${value}`) }));
  return (
    <form aria-label={t('save')} className="grid gap-3" onSubmit={handleSubmit}>
      <TextField label={t('name')} name="title" required defaultValue={report?.title ?? ''} />
      <TextField label={t('note')} name="note" defaultValue={report?.note ?? ''} />
      <SelectField
        label={t('shared')}
        name="shared"
        choices={choices}
        defaultValue={report?.shared ?? 'private'}
      />
      <TextField label={t('reason')} name="reason" required />
      <RefusalNote error={save.error} />
      <Button type="submit" tone="main" because={may('datasets.save')} busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

function send(form: FormData, question: WireQuestion, report: WireSavedReport | undefined) {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const shared = sharings.find((each) => each === text('shared')) ?? 'private';
  const body = {
    title: text('title'),
    note: text('note'),
    question,
    shared,
    reason: text('reason'),
  };
  if (!report?.mine) return call(saveReport, { body });
  const { name, version, reviewOn } = report;
  return call(changeReport, { params: { name }, body: { ...body, version, reviewOn } });
}
