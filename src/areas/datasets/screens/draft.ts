/** A report while it is built: what the form holds, and the question that it makes. */
import { grains, type WireDataset, type WireQuestion } from '#areas/datasets/contract.ts';
import { type DraftGroup, everything, filterOf, groupFrom } from './draft-filter.ts';

export type Draft = {
  readonly dataset: string;
  readonly kind: 'rows' | 'sums';
  readonly columns: readonly string[];
  readonly filter: DraftGroup;
  /** `column`, or `column month`. */
  readonly groups: readonly string[];
  /** `sum open`, `count`. */
  readonly measures: readonly string[];
  readonly sort: string;
  readonly descending: boolean;
  readonly asOf: string;
  readonly chart: '' | 'bar' | 'line';
};

/** The first columns of a dataset, to begin with; ids are for programs. */
export function draftOf(dataset: WireDataset): Draft {
  const columns = dataset.columns.filter(({ type }) => type !== 'id').map(({ key }) => key);
  return {
    dataset: dataset.key,
    kind: 'rows',
    columns: columns.slice(0, 12),
    filter: everything,
    groups: [],
    measures: ['count'],
    sort: '',
    descending: false,
    asOf: '',
    chart: '',
  };
}

/** The question of a draft; a filter without its value waits. */
export function questionOf(draft: Draft): WireQuestion {
  const { dataset, kind, sort, descending, asOf } = draft;
  const base = {
    dataset,
    filter: filterOf(draft.filter),
    ...(sort === '' ? {} : { sort: [{ by: sort, descending }] }),
    ...(asOf === '' ? {} : { asOf }),
  };
  if (kind === 'rows') return { ...base, columns: [...draft.columns] };
  const groups = draft.groups.map((group) => {
    const [column = '', name] = group.split(' ');
    const by = grains.find((each) => each === name);
    return by ? { column, by } : { column };
  });
  const measures = draft.measures.map(measureOf);
  const [group] = groups;
  const [measure] = measures;
  const chart = draft.chart !== '' &&
    group &&
    measure && {
      kind: draft.chart,
      across: 'by' in group ? `${group.column}_${group.by}` : group.column,
      measure: measure.kind === 'count' ? 'count' : `${measure.kind}_${measure.column ?? ''}`,
    };
  return { ...base, groups, measures, ...(chart ? { chart } : {}) };
}

type Measure = NonNullable<WireQuestion['measures']>[number];
const kinds = ['sum', 'distinct', 'avg', 'min', 'max'] as const;

function measureOf(text: string): Measure {
  const [name = '', column] = text.split(' ');
  const kind = kinds.find((each) => each === name);
  if (kind && column !== undefined) return { kind, column };
  const [, weighed, weight] = /^weighted_avg (\w+) (\w+)$/u.exec(text) ?? [];
  return weighed !== undefined && weight !== undefined
    ? { kind: 'weighted_avg', column: weighed, weight }
    : { kind: 'count' };
}

/** `sum open`, `count`, `weighted_avg daysPastDue open`. */
function textOf({ kind, column, weight }: Measure): string {
  return [kind, column, weight].filter((part) => part !== undefined).join(' ');
}

/** The draft that a saved question came from, as far as the form can show it. */
export function draftFrom(question: WireQuestion, dataset: WireDataset): Draft {
  const { columns = [], groups = [], measures = [], sort = [], asOf = '', chart } = question;
  const sums = groups.length + measures.length > 0;
  return {
    ...draftOf(dataset),
    kind: sums ? 'sums' : 'rows',
    ...(sums ? {} : { columns }),
    filter: groupFrom(question.filter),
    groups: groups.map(({ column, by }) => (by === undefined ? column : `${column} ${by}`)),
    measures: measures.map(textOf),
    sort: sort[0]?.by ?? '',
    descending: sort[0]?.descending === true,
    asOf,
    chart: chart?.kind === 'bar' || chart?.kind === 'line' ? chart.kind : '',
  };
}
