/**
 * A dataset: rows that a report or a spreadsheet may be built on, with every column described.
 *
 * It is the only door: reports, exports and the feed name datasets and columns, never tables.
 * The rule: what a column may be asked (filtered how, grouped, measured) follows from its type
 * alone, so a new column is safe as soon as it is described.
 */
import type { Phrase } from '#kernel/words.ts';

export type ColumnType =
  | 'text'
  | 'choice'
  | 'id'
  | 'money'
  | 'day'
  | 'instant'
  | 'count'
  | 'percent'
  | 'yes_no';

export type Column = {
  readonly key: string;
  readonly type: ColumnType;
  readonly words: Phrase;
  readonly about: Phrase;
  /** Of money: the column that says in which currency. Two currencies never meet in a sum. */
  readonly currency?: string;
  /** May be empty. */
  readonly empty?: true;
  /** Of a choice: its codes and how they are called. */
  readonly choices?: Readonly<Record<string, Phrase>>;
  /** Of a choice whose codes another area names. */
  readonly namedBy?: NamedElsewhere;
};

/** Codes that are called what the area calls them that has them. */
export type NamedElsewhere = 'deadline' | 'department' | 'dispute_reason' | 'root_cause';

export type Dataset = {
  readonly key: string;
  /** As the feed calls it. */
  readonly entitySet: string;
  readonly words: Phrase;
  readonly about: Phrase;
  /** Whoever may not read the area may not read its dataset. */
  readonly permission: string;
  readonly columns: readonly Column[];
  /** The columns that name a row, in the order in which pages are read. */
  readonly rowKey: readonly [string, ...string[]];
  /** Can be asked as of a day gone by. */
  readonly asOf?: true;
};

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export const textOperators = ['contains', 'starts', 'ends'] as const;
export const operators = [
  ...comparisons,
  'in',
  ...textOperators,
  'within',
  'empty',
  'filled',
] as const;
export type Operator = (typeof operators)[number];

export const measureKinds = [
  'sum',
  'count',
  'distinct',
  'avg',
  'min',
  'max',
  'weighted_avg',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

const ordered: readonly Operator[] = [...comparisons, 'in'];
const equal: readonly Operator[] = ['eq', 'ne', 'in'];

const operatorsByType: Readonly<Record<ColumnType, readonly Operator[]>> = {
  text: [...ordered, ...textOperators],
  choice: equal,
  id: equal,
  money: ordered,
  day: [...ordered, 'within'],
  instant: [...comparisons, 'within'],
  count: ordered,
  percent: ordered,
  yes_no: ['eq', 'ne'],
};

/** How a column may be filtered. */
export function operatorsOf({ type, empty }: Pick<Column, 'type' | 'empty'>): readonly Operator[] {
  return empty ? [...operatorsByType[type], 'empty', 'filled'] : operatorsByType[type];
}

const numbers: readonly MeasureKind[] = ['sum', 'avg', 'min', 'max', 'weighted_avg'];

const measuresByType: Readonly<Record<ColumnType, readonly MeasureKind[]>> = {
  text: ['distinct'],
  choice: ['distinct'],
  id: ['distinct'],
  money: numbers,
  day: ['min', 'max', 'distinct'],
  instant: ['min', 'max'],
  count: numbers,
  percent: ['avg', 'min', 'max', 'weighted_avg'],
  yes_no: [],
};

/** What may be measured of a column; rows can always be counted. */
export function measuresOf({ type }: Pick<Column, 'type'>): readonly MeasureKind[] {
  return measuresByType[type];
}

/** A moment is different in every row, and sums by it say nothing. */
export function isGroupable({ type }: Pick<Column, 'type'>): boolean {
  return type !== 'instant' && type !== 'money';
}

/** The column of this name, or undefined. */
export function columnOf(dataset: Dataset, key: string): Column | undefined {
  return dataset.columns.find((column) => column.key === key);
}
