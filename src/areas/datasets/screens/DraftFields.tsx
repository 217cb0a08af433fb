/** What is shown: columns, or groups and measures; in which order, as of when, drawn how. */
import type { WireDataset } from '#areas/datasets/contract.ts';
import { dayNames } from '#areas/datasets/rules/period.ts';
import { CheckField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Draft } from './draft.ts';
import { words } from './words.ts';

type Props = {
  draft: Draft;
  dataset: WireDataset;
  onChange: (part: Partial<Draft>) => void;
};

export function DraftFields({ draft, dataset, onChange }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const { kind, sort, descending, asOf } = draft;
  return (
    <>
      <SelectField
        label={t('kind')}
        name="kind"
        value={kind}
        choices={[
          { value: 'rows', name: t('kind_rows') },
          { value: 'sums', name: t('kind_sums') },
        ]}
        onChange={({ target }) =>
          onChange({ kind: target.value === 'sums' ? 'sums' : 'rows', sort: '' })
        }
      />
      {kind === 'rows' ? (
        <Columns draft={draft} dataset={dataset} onChange={onChange} />
      ) : (
        <Sums draft={draft} dataset={dataset} onChange={onChange} />
      )}
      {kind === 'rows' && (
        <SelectField
          label={t('sort')}
          name="sort"
          value={sort}
          none={t('sort_none')}
          choices={dataset.columns.map((column) => ({
            value: column.key,
            name: column.words[language],
          }))}
          onChange={({ target }) => onChange({ sort: target.value })}
        />
      )}
      {sort !== '' && (
        <CheckField
          label={t('descending')}
          checked={descending}
          onChange={({ target }) => onChange({ descending: target.checked })}
        />
      )}
      {dataset.asOf && (
        <SelectField
          label={t('as_of')}
          name="asOf"
          value={asOf === '' ? 'today' : asOf}
          choices={dayNames.map((value) => ({ value, name: t(`as_of_${value}`) }))}
          onChange={({ target }) => onChange({ asOf: target.value })}
        />
      )}
    </>
  );
}

function Columns({ draft, dataset, onChange }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const { columns } = draft;
  const toggle = (key: string, on: boolean): void =>
    onChange({ columns: on ? [...columns, key] : columns.filter((each) => each !== key) });
  return (
    <fieldset>
      <legend className="text-sm font-[550] text-ink-2">{t('columns')}</legend>
      <div className="grid grid-cols-2 gap-x-3">
        {dataset.columns.map(({ key, words: called }) => (
          <CheckField
            key={key}
            label={called[language]}
            checked={columns.includes(key)}
            onChange={({ target }) => toggle(key, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Sums({ draft, dataset, onChange }: Props) {
  const t = useWords(words);
  const groups = useGroups(dataset);
  const measures = useMeasures(dataset);
  return (
    <>
      <Several
        name={(n) => t('group_n', { n })}
        on={draft.groups}
        choices={groups}
        onChange={(next) => onChange({ groups: next })}
      />
      <Several
        name={(n) => t('measure_n', { n })}
        on={draft.measures}
        choices={measures}
        onChange={(next) => onChange({ measures: next })}
      />
      <SelectField
        label={t('chart')}
        name="chart"
        value={draft.chart}
        none={t('chart_none')}
        choices={(['bar', 'line'] as const).map((value) => ({ value, name: t(`chart_${value}`) }))}
        onChange={({ target }) => {
          const { value } = target;
          onChange({ chart: value === 'bar' || value === 'line' ? value : '' });
        }}
      />
    </>
  );
}

type Choice = { value: string; name: string };

function useGroups({ columns }: WireDataset): Choice[] {
  const t = useWords(words);
  const language = useLanguage();
  return columns.flatMap(({ key, type, groupable, words: called }) => {
    const name = called[language];
    const dated = type === 'day' || type === 'instant';
    return [
      ...(groupable && type !== 'id' ? [{ value: key, name }] : []),
      ...(dated ? [{ value: `${key} month`, name: t('by_month', { column: name }) }] : []),
    ];
  });
}

function useMeasures({ columns }: WireDataset): Choice[] {
  const t = useWords(words);
  const language = useLanguage();
  const each = columns
    .filter(({ type }) => type !== 'id')
    .flatMap(({ key, measures, words: called }) =>
      measures
        .filter((kind) => kind !== 'weighted_avg')
        .map((kind) => ({
          value: `${kind} ${key}`,
          name: t(`m_${kind}`, { column: called[language] }),
        })),
    );
  return [{ value: 'count', name: t('rows_counted') }, ...each];
}

type SeveralProps = {
  name: (n: number) => string;
  on: readonly string[];
  choices: readonly Choice[];
  onChange: (next: readonly string[]) => void;
};

/** One field for each that is chosen, and one more for the next. */
function Several({ name, on, choices, onChange }: SeveralProps) {
  const places = [...on, ''];
  return (
    <div className="grid gap-2">
      {places.map((value, at) => (
        <SelectField
          key={at}
          label={name(at + 1)}
          name={name(at + 1)}
          value={value}
          none="–"
          choices={choices.filter((each) => each.value === value || !on.includes(each.value))}
          onChange={({ target }) =>
            onChange(
              places.map((each, place) => (place === at ? target.value : each)).filter(Boolean),
            )
          }
        />
      ))}
    </div>
  );
}
