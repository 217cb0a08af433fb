/**
 * `$apply` of OData: `filter(…)/groupby((a,b),aggregate(open with sum as total,$count as n))`.
 *
 * Only what a question can say: filters first, then one grouping or one aggregation.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { MeasureKind } from '../dataset.ts';
import type { Filter } from '../filter.ts';
import type { Group, Measure } from '../question.ts';
import { readFilterExpression } from './filter-expression.ts';
import type { ODataRefusal } from './refusal.ts';

export type Applied = {
  readonly filters: readonly Filter[];
  readonly groups: readonly Group[];
  readonly measures: readonly Measure[];
};

type Read<T> = Outcome<T, ODataRefusal>;

/** What `$apply` asks for, or a refusal that names the step. */
export function readApply(expression: string): Read<Applied> {
  const filters: Filter[] = [];
  const steps = splitOutside(expression, '/');
  for (const [at, step] of steps.entries()) {
    const [, name = '', inside = ''] = /^\s*(\w+)\((.*)\)\s*$/su.exec(step) ?? [];
    if (name === 'filter') {
      const filter = readFilterExpression(inside);
      if (!filter.ok) return filter;
      filters.push(filter.value);
      continue;
    }
    if (at !== steps.length - 1) return refuse('odata.not_supported', { field: step });
    if (name === 'aggregate') {
      const measures = readMeasures(inside);
      return measures.ok ? accept({ filters, groups: [], measures: measures.value }) : measures;
    }
    return name === 'groupby'
      ? readGroupBy(inside, filters)
      : refuse('odata.not_supported', { field: `$apply ${step}` });
  }
  return refuse('odata.not_supported', { field: '$apply of filters only' });
}

function readGroupBy(inside: string, filters: readonly Filter[]): Read<Applied> {
  const [columns = '', then, ...more] = splitOutside(inside, ',');
  const [, names] = /^\s*\(([^()]*)\)\s*$/u.exec(columns) ?? [];
  if (names === undefined || more.length > 0) {
    return refuse('odata.not_understood', { field: `groupby(${inside})`, at: 0 });
  }
  const groups = names
    .split(',')
    .map((name) => ({ column: name.trim() }))
    .filter(({ column }) => column !== '');
  if (then === undefined) return accept({ filters, groups, measures: [] });
  const [, aggregated] = /^\s*aggregate\((.*)\)\s*$/su.exec(then) ?? [];
  if (aggregated === undefined) return refuse('odata.not_supported', { field: then.trim() });
  const measures = readMeasures(aggregated);
  return measures.ok ? accept({ filters, groups, measures: measures.value }) : measures;
}

const kinds: Readonly<Record<string, MeasureKind>> = {
  sum: 'sum',
  average: 'avg',
  min: 'min',
  max: 'max',
  countdistinct: 'distinct',
};

function readMeasures(inside: string): Read<Measure[]> {
  const measures: Measure[] = [];
  for (const part of splitOutside(inside, ',')) {
    const [, counted] = /^\s*\$count\s+as\s+(\w+)\s*$/u.exec(part) ?? [];
    if (counted !== undefined) {
      measures.push({ kind: 'count', as: counted });
      continue;
    }
    const [, column, method = '', as] =
      /^\s*(\w+)\s+with\s+(\w+)\s+as\s+(\w+)\s*$/u.exec(part) ?? [];
    const kind = kinds[method];
    if (!kind) return refuse('odata.not_understood', { field: part.trim(), at: 0 });
    measures.push({ kind, column, as });
  }
  return accept(measures);
}

/** The parts between marks that stand in no bracket and no text. */
function splitOutside(text: string, mark: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === mark && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${letter}`;
  }
  return parts;
}
