/**
 * What a client of the feed asks of an entity set, as a question to its dataset.
 *
 * The options of OData begin with `$`; `asOf` and `company` are our own. An option that we do
 * not answer is refused by name, never passed over: a filter left out would be a wrong number.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Dataset } from '../dataset.ts';
import type { Filter } from '../filter.ts';
import type { Question, Sorting } from '../question.ts';
import { type Applied, readApply } from './apply-expression.ts';
import { readFilterExpression } from './filter-expression.ts';
import { type Expanded, readExpand } from './parent.ts';
import type { ODataRefusal } from './refusal.ts';

export type Options = Readonly<Record<string, string | undefined>>;

export type FeedRequest = {
  readonly question: Question;
  readonly company: string | undefined;
  readonly top: number | undefined;
  readonly skip: number;
  readonly counted: boolean;
  readonly skiptoken: string | undefined;
  readonly applied: boolean;
  /** The parent that each row brings along. */
  readonly expanded: Expanded | undefined;
};

const known = new Set([
  '$filter',
  '$select',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$apply',
  '$skiptoken',
  '$format',
]);

/** The request, or a refusal that names the option. */
export function readRequest(
  dataset: Dataset,
  options: Options,
  parentDataset?: Dataset,
): Outcome<FeedRequest, ODataRefusal> {
  const unknown = Object.keys(options).find((name) => name.startsWith('$') && !known.has(name));
  if (unknown !== undefined) return refuse('odata.not_supported', { field: unknown });
  const top = readNumber('$top', options['$top']);
  const skip = readNumber('$skip', options['$skip']);
  if (!top.ok) return top;
  if (!skip.ok) return skip;
  const expanded = readExpand(options['$expand'], parentDataset);
  if (!expanded.ok) return expanded;
  if (expanded.value && options['$apply'] !== undefined) {
    return refuse('odata.not_supported', { field: '$apply with $expand' });
  }
  const question = readQuestion(dataset, options);
  if (!question.ok) return question;
  const counted = options['$count'];
  if (counted !== undefined && counted !== 'true' && counted !== 'false') {
    return refuse('odata.not_understood', { field: `$count=${counted}`, at: 0 });
  }
  return accept({
    question: question.value,
    company: options['company'],
    top: top.value,
    skip: skip.value ?? 0,
    counted: counted === 'true',
    skiptoken: options['$skiptoken'],
    applied: options['$apply'] !== undefined,
    expanded: expanded.value,
  });
}

function readQuestion(dataset: Dataset, options: Options): Outcome<Question, ODataRefusal> {
  const filter = optional(options['$filter'], readFilterExpression);
  if (!filter.ok) return filter;
  const applied = optional(options['$apply'], readApply);
  if (!applied.ok) return applied;
  if (applied.value && (filter.value || options['$select'])) {
    return refuse('odata.not_supported', { field: '$apply with $filter or $select' });
  }
  const asOf = options['asOf'];
  const base = { dataset: dataset.key, sort: readOrder(options['$orderby']), asOf };
  if (applied.value) return accept({ ...base, ...sums(applied.value) });
  const columns = readSelect(dataset, options['$select']);
  return accept({ ...base, columns, filter: filter.value });
}

function sums({ filters, groups, measures }: Applied): Partial<Question> {
  const filter: Filter = { all: filters };
  return { filter, groups, measures };
}

function readSelect(dataset: Dataset, select: string | undefined): string[] {
  const names = (select ?? '*').split(',').map((name) => name.trim());
  const all = names.includes('*') || select === '';
  return all ? dataset.columns.map(({ key }) => key) : [...new Set(names)];
}

function readOrder(order: string | undefined): Sorting[] {
  return (order ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s+/u))
    .filter(([by]) => by !== '')
    .map(([by = '', way, ...rest]) => ({
      // What is not a name and a direction is no column either, and is refused as one.
      by: rest.length > 0 || !['asc', 'desc', undefined].includes(way) ? `${by} ${way}` : by,
      descending: way === 'desc',
    }));
}

function readNumber(
  field: string,
  text: string | undefined,
): Outcome<number | undefined, ODataRefusal> {
  if (text === undefined) return accept(undefined);
  return /^\d{1,9}$/u.test(text) ? accept(Number(text)) : refuse('odata.bad_number', { field });
}

function optional<T>(
  text: string | undefined,
  read: (text: string) => Outcome<T, ODataRefusal>,
): Outcome<T | undefined, ODataRefusal> {
  return text === undefined ? accept(undefined) : read(text);
}
