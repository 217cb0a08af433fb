/** The conditions of a report, one a line: column, comparison, value. */
import type { Language } from '#kernel/words.ts';
import type { WireDataset } from '#areas/datasets/contract.ts';
import { operators } from '#areas/datasets/rules/dataset.ts';
import { periodNames } from '#areas/datasets/rules/period.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { type DraftFilter, takesNoValue } from './draft.ts';
import { words } from './words.ts';

type Props = {
  dataset: WireDataset;
  filters: readonly DraftFilter[];
  onChange: (filters: readonly DraftFilter[]) => void;
};

export function FilterRows({ dataset, filters, onChange }: Props) {
  const t = useWords(words);
  const [first] = dataset.columns;
  const change = (at: number, part: Partial<DraftFilter>): void =>
    onChange(filters.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-[550] text-ink-2">{t('filters')}</legend>
      {filters.map((filter, at) => (
        <FilterRow
          key={at}
          n={at + 1}
          dataset={dataset}
          filter={filter}
          onChange={(part) => change(at, part)}
          onAway={() => onChange(filters.filter((_, place) => place !== at))}
        />
      ))}
      <Button
        onClick={() => onChange([...filters, { column: first?.key ?? '', is: 'eq', value: '' }])}
      >
        {t('add_filter')}
      </Button>
    </fieldset>
  );
}

type RowProps = {
  n: number;
  dataset: WireDataset;
  filter: DraftFilter;
  onChange: (part: Partial<DraftFilter>) => void;
  onAway: () => void;
};

function FilterRow({ n, dataset, filter, onChange, onAway }: RowProps) {
  const t = useWords(words);
  const language = useLanguage();
  const column = dataset.columns.find(({ key }) => key === filter.column);
  const fitting = column?.operators ?? [];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] gap-1.5">
      <select
        aria-label={t('filter_column', { n })}
        className={`${inputLook} col-span-2`}
        value={filter.column}
        onChange={({ target }) => onChange({ column: target.value, is: 'eq', value: '' })}
      >
        {dataset.columns.map(({ key, words: called }) => (
          <option key={key} value={key}>
            {called[language]}
          </option>
        ))}
      </select>
      <Button tone="quiet" aria-label={t('away', { n })} onClick={onAway}>
        ×
      </Button>
      <select
        aria-label={t('filter_is', { n })}
        className={inputLook}
        value={filter.is}
        onChange={({ target }) => {
          const is = operators.find((each) => each === target.value) ?? 'eq';
          onChange({ is, value: is === 'within' ? 'last_month' : filter.value });
        }}
      >
        {fitting.map((is) => (
          <option key={is} value={is}>
            {t(`is_${is}`)}
          </option>
        ))}
      </select>
      {!takesNoValue(filter.is) && (
        <FilterValue
          label={t('filter_value', { n })}
          filter={filter}
          choices={choicesOf(column, filter.is, { t, language })}
          onChange={(value) => onChange({ value })}
        />
      )}
    </div>
  );
}

type Reading = { t: Say<typeof words>; language: Language };
type Choice = { value: string; name: string };

function choicesOf(
  column: WireDataset['columns'][number] | undefined,
  is: DraftFilter['is'],
  { t, language }: Reading,
): Choice[] | undefined {
  if (is === 'within') {
    return periodNames.map((value) => ({ value, name: t(`within_${value}`) }));
  }
  if (column?.type === 'yes_no') {
    return [
      { value: 'true', name: t('yes') },
      { value: 'false', name: t('no') },
    ];
  }
  if (!column?.choices || is === 'in') return undefined;
  return Object.entries(column.choices).map(([value, name]) => ({ value, name: name[language] }));
}

type ValueProps = {
  label: string;
  filter: DraftFilter;
  choices: Choice[] | undefined;
  onChange: (value: string) => void;
};

function FilterValue({ label, filter, choices, onChange }: ValueProps) {
  if (!choices) {
    return (
      <input
        aria-label={label}
        className={inputLook}
        value={filter.value}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  }
  return (
    <select
      aria-label={label}
      className={inputLook}
      value={filter.value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">–</option>
      {choices.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
