/** The conditions of a report, one a line, in groups: all, any or none of what stands in one. */
import type { Language } from '#kernel/words.ts';
import type { WireDataset } from '#areas/datasets/contract.ts';
import { operators } from '#areas/datasets/rules/dataset.ts';
import { periodNames } from '#areas/datasets/rules/period.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import {
  type DraftCondition,
  type DraftGroup,
  type DraftPart,
  isGroup,
  joins,
  takesNoValue,
} from './draft-filter.ts';
import { words } from './words.ts';

type Props = {
  dataset: WireDataset;
  group: DraftGroup;
  onChange: (group: DraftGroup) => void;
};

export function FilterRows({ dataset, group, onChange }: Props) {
  const t = useWords(words);
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-[550] text-ink-2">{t('filters')}</legend>
      <FilterGroup dataset={dataset} group={group} place="" onChange={onChange} />
    </fieldset>
  );
}

/** Deeper than this nobody reads it; what was saved deeper is shown all the same. */
const deepest = 3;

type GroupProps = Props & {
  /** `` for the outermost, else where it stands: `2.1`. */
  place: string;
};

function FilterGroup({ dataset, group, place, onChange }: GroupProps) {
  const t = useWords(words);
  const { join, parts } = group;
  const put = (next: readonly DraftPart[]): void => onChange({ join, parts: next });
  const change = (at: number, part: DraftPart): void => put(parts.with(at, part));
  const away = (at: number): void => put(parts.toSpliced(at, 1));
  const first = { column: dataset.columns[0]?.key ?? '', is: 'eq', value: '' } as const;
  const depth = place === '' ? 0 : place.split('.').length;
  return (
    <>
      {(depth > 0 || parts.length > 1 || join !== 'all') && (
        <select
          aria-label={place === '' ? t('join') : t('join_of', { n: place })}
          className={inputLook}
          value={join}
          onChange={({ target }) => {
            onChange({ join: joins.find((each) => each === target.value) ?? 'all', parts });
          }}
        >
          {joins.map((each) => (
            <option key={each} value={each}>
              {t(`join_${each}`)}
            </option>
          ))}
        </select>
      )}
      {parts.map((part, at) => {
        const n = place === '' ? String(at + 1) : `${place}.${at + 1}`;
        return isGroup(part) ? (
          <fieldset key={at} className="grid gap-2 border-l-2 border-line pl-2.5">
            <legend className="sr-only">{t('filter_group', { n })}</legend>
            <FilterGroup
              dataset={dataset}
              group={part}
              place={n}
              onChange={(next) => change(at, next)}
            />
            <Button tone="quiet" onClick={() => away(at)}>
              {t('away_group', { n })}
            </Button>
          </fieldset>
        ) : (
          <FilterRow
            key={at}
            n={n}
            dataset={dataset}
            filter={part}
            onChange={(changed) => change(at, { ...part, ...changed })}
            onAway={() => away(at)}
          />
        );
      })}
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={() => put([...parts, first])}>
          {place === '' ? t('add_filter') : t('add_filter_to', { n: place })}
        </Button>
        {depth < deepest && (
          <Button tone="quiet" onClick={() => put([...parts, { join: 'any', parts: [first] }])}>
            {place === '' ? t('add_group') : t('add_group_to', { n: place })}
          </Button>
        )}
      </div>
    </>
  );
}

type RowProps = {
  n: string;
  dataset: WireDataset;
  filter: DraftCondition;
  onChange: (part: Partial<DraftCondition>) => void;
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
  is: DraftCondition['is'],
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
  filter: DraftCondition;
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
