/** The builder: a dataset, what to show of it, for which rows; the answer stands beside it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { datasets, type WireDataset } from '#areas/datasets/contract.ts';
import { oneSavedReport, type WireSavedReport } from '#areas/datasets/contract/saved-reports.ts';
import { call } from '#web/api.ts';
import { SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { type Draft, draftFrom, draftOf, questionOf } from './draft.ts';
import { DraftFields } from './DraftFields.tsx';
import { FilterRows } from './FilterRows.tsx';
import { SaveForm } from './SaveForm.tsx';
import { words } from './words.ts';

export function BuildScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { name } = useParams({ strict: false });
  const all = useQuery({
    queryKey: ['datasets'],
    queryFn: ({ signal }) => call(datasets, { signal }),
  });
  const report = useQuery({
    queryKey: ['saved-reports', name],
    queryFn: ({ signal }) => call(oneSavedReport, { params: { name: name ?? '' }, signal }),
    enabled: name !== undefined,
  });
  const failed = all.error ?? report.error;
  const ready = all.data && (name === undefined || report.data);
  return (
    <Page title={report.data?.title ?? t('build')} sub={report.data?.note ?? t('sub')}>
      {failed !== null ? (
        <Failed
          why={why(failed)}
          onRetry={() => void Promise.all([all.refetch(), name && report.refetch()])}
        />
      ) : ready ? (
        <Builder key={name} rows={all.data.rows} report={report.data} />
      ) : (
        <Bones lines={8} />
      )}
    </Page>
  );
}

type Props = { rows: readonly WireDataset[]; report: WireSavedReport | undefined };

function Builder({ rows, report }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const [draft, setDraft] = useState(() => firstDraft(rows, report));
  const dataset = rows.find(({ key }) => key === draft?.dataset);
  if (!draft || !dataset) return <p>{t('none_why')}</p>;
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const question = questionOf(draft);
  return (
    <div className="grid gap-6 lg:grid-cols-[320px_minmax(0,1fr)]">
      <div className="grid min-w-0 content-start gap-4">
        <SelectField
          label={t('dataset')}
          name="dataset"
          value={draft.dataset}
          hint={dataset.about[language]}
          choices={rows.map(({ key, words: called }) => ({ value: key, name: called[language] }))}
          onChange={({ target }) => {
            const other = rows.find(({ key }) => key === target.value);
            if (other) setDraft(draftOf(other));
          }}
        />
        <DraftFields draft={draft} dataset={dataset} onChange={change} />
        <FilterRows
          dataset={dataset}
          group={draft.filter}
          onChange={(filter) => change({ filter })}
        />
        <SaveForm question={question} report={report} />
      </div>
      <div className="min-w-0">
        <AnswerTable question={question} />
      </div>
    </div>
  );
}

function firstDraft(
  rows: readonly WireDataset[],
  report: WireSavedReport | undefined,
): Draft | undefined {
  const [first] = rows;
  const dataset = report ? rows.find(({ key }) => key === report.question.dataset) : first;
  if (!dataset) return undefined;
  return report ? draftFrom(report.question, dataset) : draftOf(dataset);
}
