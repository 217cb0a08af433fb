/**
 * Filter trees drawn at random over a dataset, some of them wrong, and a plain filter in
 * JavaScript that says which rows fit: what the database must say as well.
 */
import * as fc from 'fast-check';
import type { Column, Dataset } from '#areas/datasets/rules/dataset.ts';
import { operatorsOf } from '#areas/datasets/rules/dataset.ts';
import { operators } from '#areas/datasets/rules/dataset.ts';

export type Tree = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, string | null>>;

/** Any tree over the dataset's columns; values are mostly those that rows have. */
export function treeOf(dataset: Dataset, values: readonly string[]): fc.Arbitrary<Tree> {
  const keys = [...dataset.columns.map(({ key }) => key), 'noSuchColumn'];
  const value = fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom('', '0', '-1', '1000.1', 'true', '2026-11-01', 'last_month_end', '%', "' or 1"),
  );
  const odd = fc.record({
    column: fc.constantFrom(...keys),
    is: fc.constantFrom(...operators.filter((is) => is !== 'within')),
    value,
  });
  const even = fc.constantFrom(...dataset.columns).chain((column) =>
    fc.record({
      column: fc.constant(column.key),
      is: fc.constantFrom(...operatorsOf(column).filter((is) => is !== 'within')),
      value: fc.constantFrom(...samplesOf(column, values)),
    }),
  );
  const leaf = fc.oneof({ arbitrary: even, weight: 12 }, { arbitrary: odd, weight: 1 });
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf.map(withoutValue),
      fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  }));
  return tree;
}

function samplesOf(column: Column, values: readonly string[]): string[] {
  const fitting = values.filter((value) => isValue(column, value));
  return fitting.length > 0 ? fitting : ['x'];
}

/** `empty` and `filled` take no value, unless the tree is to be wrong. */
function withoutValue(leaf: { column: string; is: string; value: string }): Tree {
  const { value, ...rest } = leaf;
  return leaf.is === 'empty' || leaf.is === 'filled' ? rest : { ...rest, value };
}

/** Does every part of the tree fit its column? */
export function answerable(tree: Tree, dataset: Dataset): boolean {
  const parts = partsOf(tree);
  if (parts) return parts.every((part) => answerable(part, dataset));
  const column = dataset.columns.find(({ key }) => key === tree['column']);
  if (!column || !operatorsOf(column).some((is) => is === tree['is'])) return false;
  return tree['value'] === undefined || isValue(column, textOf(tree['value']));
}

function isValue({ type }: Column, text: string): boolean {
  if (type === 'text' || type === 'choice') return true;
  if (type === 'id') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);
  if (type === 'day') return /^(\d{4}-\d\d-\d\d|last_month_end)$/u.test(text);
  if (type === 'yes_no') return text === 'true' || text === 'false';
  if (type === 'count') return /^-?\d+$/u.test(text);
  return /^-?\d+(\.\d+)?$/u.test(text);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function partsOf(tree: Tree): Tree[] | undefined {
  for (const name of ['all', 'any', 'not']) {
    // Made by `treeOf`, so a part is a tree or several.
    if (name in tree) return [tree[name]].flat() as Tree[];
  }
  return undefined;
}

/** Which rows fit, said once more without a database. */
export function fits(tree: Tree, row: Row, dataset: Dataset): boolean {
  const parts = partsOf(tree)?.map((part) => fits(part, row, dataset));
  if (parts && 'all' in tree) return parts.every(Boolean);
  if (parts && 'any' in tree) return parts.some(Boolean);
  if (parts) return parts[0] !== true;
  const key = textOf(tree['column']);
  const type = dataset.columns.find((column) => column.key === key)?.type ?? 'text';
  return compare(row[key] ?? null, textOf(tree['is']), textOf(tree['value']), type);
}

function compare(had: string | null, is: string, given: string, type: Column['type']): boolean {
  if (is === 'empty') return had === null;
  if (is === 'filled') return had !== null;
  if (is === 'ne') return had === null || order(had, given, type) !== 0;
  if (had === null) return false;
  const [text, part] = [had.toLowerCase(), given.toLowerCase()];
  if (is === 'contains') return text.includes(part);
  if (is === 'starts') return text.startsWith(part);
  if (is === 'ends') return text.endsWith(part);
  const way = order(had, given, type);
  if (is === 'eq' || is === 'in') return way === 0;
  if (is === 'gt') return way > 0;
  if (is === 'ge') return way >= 0;
  return is === 'lt' ? way < 0 : way <= 0;
}

/** The amounts of these tests are small enough for the numbers of JavaScript. */
function order(one: string, other: string, type: Column['type']): number {
  if (type === 'money' || type === 'count' || type === 'percent') {
    return Math.sign(Number(one) - Number(other));
  }
  const said = type === 'day' && other === 'last_month_end' ? '2026-10-31' : other;
  return one < said ? -1 : Number(one > said);
}
