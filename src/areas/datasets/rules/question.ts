/**
 * A question to a dataset: which columns of which rows, or sums of them by groups.
 *
 * Either rows are listed (columns) or they are added up (groups and measures), never both. Sums
 * of money are always by currency too: checking adds the currency to the groups, so that two
 * currencies never meet in one sum.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import {
  type Column,
  columnOf,
  type Dataset,
  isGroupable,
  type MeasureKind,
  measuresOf,
} from './dataset.ts';
import { type Checked, checkFilter, type Filter } from './filter.ts';
import { dayFrom } from './period.ts';
import type { DatasetsRefusal } from './refusal.ts';

export type Measure = {
  readonly kind: MeasureKind;
  /** Not for `count`, which counts rows. */
  readonly column?: string | undefined;
  /** Of a weighted average: what weighs. */
  readonly weight?: string | undefined;
  /** What its column is called; made of kind and column unless said. */
  readonly as?: string | undefined;
};

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A group is by a column's value, or by the month, quarter … that its day lies in. */
export type Group = { readonly column: string; readonly by?: Grain | undefined };

export type Sorting = { readonly by: string; readonly descending?: boolean | undefined };

export const chartKinds = ['bar', 'line', 'pie'] as const;
export type Chart = {
  readonly kind: (typeof chartKinds)[number];
  /** A group, along the bottom. */
  readonly across: string;
  /** A measure. */
  readonly measure: string;
};

export type Question = {
  readonly dataset: string;
  readonly columns?: readonly string[] | undefined;
  readonly filter?: Filter | undefined;
  readonly groups?: readonly Group[] | undefined;
  readonly measures?: readonly Measure[] | undefined;
  readonly sort?: readonly Sorting[] | undefined;
  /** A day, or one relative to today: `last_month_end`. */
  readonly asOf?: string | undefined;
  readonly chart?: Chart | undefined;
};

/** A question as it is kept and sent: its filter not read yet. */
export type RawQuestion = Omit<Question, 'filter'> & {
  readonly filter?: Readonly<Record<string, unknown>> | undefined;
  /** The code of a company; all in sight without it. */
  readonly company?: string | undefined;
};

/** One column of the answer. */
export type Shown =
  | { readonly key: string; readonly column: Column; readonly by?: Grain | undefined }
  | {
      readonly key: string;
      readonly measure: MeasureKind;
      readonly column: Column | undefined;
      readonly weight: Column | undefined;
    };

export type CheckedQuestion = {
  readonly dataset: Dataset;
  readonly shown: readonly Shown[];
  readonly grouped: boolean;
  readonly filter: Checked;
  readonly sort: readonly { readonly key: string; readonly descending: boolean }[];
  readonly asOf: Day;
};

type Answer<T> = Outcome<T, DatasetsRefusal>;

const mostColumns = 60;

/** The question with everything looked up, or a refusal that names the field. */
export function checkQuestion(
  question: Question,
  dataset: Dataset,
  today: Day,
): Answer<CheckedQuestion> {
  const groups = question.groups ?? [];
  const measures = question.measures ?? [];
  const grouped = groups.length > 0 || measures.length > 0;
  const shown = grouped
    ? shownSums(dataset, groups, measures)
    : shownColumns(dataset, question.columns ?? []);
  if (!shown.ok) return shown;
  const filter = checkFilter(question.filter ?? { all: [] }, dataset, today);
  if (!filter.ok) return filter;
  const sort = checkSort(question.sort ?? [], { dataset, shown: shown.value, grouped });
  if (!sort.ok) return sort;
  const asOf = checkAsOf(question.asOf, dataset, today);
  if (!asOf.ok) return asOf;
  const chart = checkChart(question.chart, shown.value);
  if (!chart.ok) return chart;
  return accept({
    dataset,
    shown: shown.value,
    grouped,
    filter: filter.value,
    sort: sort.value,
    asOf: asOf.value,
  });
}

function shownColumns(dataset: Dataset, keys: readonly string[]): Answer<Shown[]> {
  if (keys.length === 0 || keys.length > mostColumns) return refuse('datasets.nothing_chosen');
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return refuse('datasets.column_twice', { field: twice });
  const shown: Shown[] = [];
  for (const key of keys) {
    const column = columnOf(dataset, key);
    if (!column) return refuse('datasets.no_such_column', { field: key, dataset: dataset.key });
    shown.push({ key, column });
  }
  return accept(shown);
}

function shownSums(
  dataset: Dataset,
  groups: readonly Group[],
  measures: readonly Measure[],
): Answer<Shown[]> {
  if (groups.length + measures.length > mostColumns) return refuse('datasets.nothing_chosen');
  const shown: Shown[] = [];
  for (const group of groups) {
    const one = shownGroup(dataset, group);
    if (!one.ok) return one;
    shown.push(one.value);
  }
  const measured: Shown[] = [];
  for (const measure of measures) {
    const one = shownMeasure(dataset, measure);
    if (!one.ok) return one;
    measured.push(one.value);
  }
  const all = [...withCurrencies(dataset, shown, measured), ...measured];
  const twice = all.find(({ key }, at) => all.findIndex((other) => other.key === key) !== at);
  if (twice) return refuse('datasets.column_twice', { field: twice.key });
  return accept(all);
}

function shownGroup(dataset: Dataset, { column: key, by }: Group): Answer<Shown> {
  const column = columnOf(dataset, key);
  if (!column) return refuse('datasets.no_such_column', { field: key, dataset: dataset.key });
  const dated = column.type === 'day' || column.type === 'instant';
  const fits = by === undefined ? isGroupable(column) : dated;
  if (!fits) return refuse('datasets.cannot_group_by', { field: key });
  return accept({ key: by === undefined ? key : `${key}_${by}`, column, by });
}

function shownMeasure(dataset: Dataset, { kind, column: key, weight, as }: Measure): Answer<Shown> {
  if (kind === 'count') {
    const name = as ?? 'count';
    if (!isMeasureName(name)) {
      return refuse('datasets.value_does_not_fit', { field: 'as', value: name });
    }
    return accept({ key: name, measure: kind, column: undefined, weight: undefined });
  }
  const column = columnOf(dataset, key ?? '');
  if (!column) {
    return refuse('datasets.no_such_column', { field: key ?? '', dataset: dataset.key });
  }
  if (!measuresOf(column).includes(kind)) {
    return refuse('datasets.cannot_measure', { field: column.key, measure: kind });
  }
  const name = as ?? `${kind}_${column.key}`;
  if (!isMeasureName(name)) {
    return refuse('datasets.value_does_not_fit', { field: column.key, value: name });
  }
  if (kind !== 'weighted_avg') {
    return accept({ key: name, measure: kind, column, weight: undefined });
  }
  const by = columnOf(dataset, weight ?? '');
  const weighs = by?.type === 'money' || by?.type === 'count';
  if (!by || !weighs) return refuse('datasets.needs_weight', { field: column.key });
  return accept({ key: name, measure: kind, column, weight: by });
}

/** A name that a column of a file and a property of the feed may have. */
function isMeasureName(name: string): boolean {
  return /^[A-Za-z]\w{0,59}$/u.test(name);
}

/** The groups, and the currency of every sum of money that no group says yet. */
function withCurrencies(dataset: Dataset, groups: readonly Shown[], measured: readonly Shown[]) {
  const all = [...groups];
  for (const shown of measured) {
    const weight = 'weight' in shown ? shown.weight : undefined;
    for (const name of [shown.column?.currency, weight?.currency]) {
      if (name === undefined || all.some(({ key }) => key === name)) continue;
      const column = columnOf(dataset, name);
      if (column) all.push({ key: name, column });
    }
  }
  return all;
}

function checkSort(
  sort: readonly Sorting[],
  { dataset, shown, grouped }: Pick<CheckedQuestion, 'dataset' | 'shown' | 'grouped'>,
): Answer<CheckedQuestion['sort']> {
  const known = (key: string): boolean =>
    shown.some((each) => each.key === key) || (!grouped && columnOf(dataset, key) !== undefined);
  const wrong = sort.find(({ by }) => !known(by));
  if (wrong) return refuse('datasets.cannot_sort_by', { field: wrong.by });
  return accept(sort.map(({ by, descending = false }) => ({ key: by, descending })));
}

function checkAsOf(asOf: string | undefined, dataset: Dataset, today: Day): Answer<Day> {
  if (asOf === undefined || asOf === '') return accept(today);
  if (!dataset.asOf) return refuse('datasets.not_as_of', { dataset: dataset.key });
  const read = dayFrom(asOf, today);
  return read ? accept(read) : refuse('datasets.day_does_not_fit', { field: 'asOf', value: asOf });
}

function checkChart(chart: Chart | undefined, shown: readonly Shown[]): Answer<true> {
  if (!chart) return accept(true);
  const across = shown.find(({ key }) => key === chart.across);
  const measure = shown.find(({ key }) => key === chart.measure);
  if (!across || 'measure' in across) {
    return refuse('datasets.chart_does_not_fit', { field: chart.across });
  }
  if (!measure || !('measure' in measure)) {
    return refuse('datasets.chart_does_not_fit', { field: chart.measure });
  }
  return accept(true);
}
