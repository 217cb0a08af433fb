/**
 * A filter: conditions on columns, joined by all, any and not, as deep as anybody needs.
 *
 * Nothing is text for the database: a condition names a column of the catalogue, an operator
 * that fits its type and values that are read by that type. What does not fit is refused with
 * the field named. The logic has two values: a comparison with nothing is false, except that
 * nothing is not equal to something (as OData says).
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { parseDecimal } from '#kernel/decimal.ts';
import { parseId } from '#kernel/ids.ts';
import { parseInstant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Column, columnOf, type Dataset, type Operator, operatorsOf } from './dataset.ts';
import { dayFrom, isPeriodName, periodOf } from './period.ts';
import type { DatasetsRefusal } from './refusal.ts';

export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | Condition;

export type Condition = {
  readonly column: string;
  readonly is: Operator;
  /** One for a comparison, several for `in`, none for `empty` and `filled`. */
  readonly values?: readonly string[] | undefined;
  /** Letter by letter; otherwise case does not count in contains, starts and ends. */
  readonly exact?: boolean | undefined;
};

/** A filter that was checked: every column is there and every value has its column's type. */
export type Checked =
  | { readonly all: readonly Checked[] }
  | { readonly any: readonly Checked[] }
  | { readonly not: Checked }
  | CheckedCondition;

export type CheckedCondition = {
  readonly column: Column;
  readonly is: Exclude<Operator, 'within'>;
  readonly values: readonly string[];
  readonly exact: boolean;
};

export type Checking = Outcome<Checked, DatasetsRefusal>;

const deepest = 24;
const mostConditions = 200;
const mostValues = 1000;

/** The checked filter, or a refusal that names the column and what is wrong. */
export function checkFilter(filter: Filter, dataset: Dataset, today: Day): Checking {
  const budget = { left: mostConditions };
  return check(filter, { dataset, today, budget, depth: 0 });
}

type Place = {
  readonly dataset: Dataset;
  readonly today: Day;
  readonly budget: { left: number };
  readonly depth: number;
};

function check(filter: Filter, place: Place): Checking {
  place.budget.left -= 1;
  if (place.depth > deepest || place.budget.left < 0) return refuse('datasets.filter_too_large');
  const deeper = { ...place, depth: place.depth + 1 };
  if ('all' in filter) {
    const parts = checkAll(filter.all, deeper);
    return parts.ok ? accept({ all: parts.value }) : parts;
  }
  if ('any' in filter) {
    const parts = checkAll(filter.any, deeper);
    return parts.ok ? accept({ any: parts.value }) : parts;
  }
  if ('not' in filter) {
    const part = check(filter.not, deeper);
    return part.ok ? accept({ not: part.value }) : part;
  }
  return checkCondition(filter, place);
}

function checkAll(filters: readonly Filter[], place: Place): Outcome<Checked[], DatasetsRefusal> {
  const parts: Checked[] = [];
  for (const filter of filters) {
    const part = check(filter, place);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return accept(parts);
}

function checkCondition(condition: Condition, { dataset, today }: Place): Checking {
  const { column: field, is, values = [], exact = false } = condition;
  const column = columnOf(dataset, field);
  if (!column) return refuse('datasets.no_such_column', { field, dataset: dataset.key });
  if (!operatorsOf(column).includes(is)) {
    return refuse('datasets.operator_does_not_fit', { field, operator: is });
  }
  if (!countFits(is, values.length)) return refuse('datasets.values_do_not_fit', { field });
  if (is === 'within') return within(column, values[0] ?? '', today);
  const read = values.map((text) => valueOf(column, text, today));
  const wrong = read.findIndex((value) => value === undefined);
  if (wrong !== -1) {
    return refuse('datasets.value_does_not_fit', { field, value: values[wrong] ?? '' });
  }
  return accept({ column, is, values: read.filter((value) => value !== undefined), exact });
}

function countFits(is: Operator, given: number): boolean {
  if (is === 'empty' || is === 'filled') return given === 0;
  return is === 'in' ? given > 0 && given <= mostValues : given === 1;
}

/** A period is two comparisons: from its first day, to before the day after its last. */
function within(column: Column, name: string, today: Day): Checking {
  if (!isPeriodName(name)) {
    return refuse('datasets.value_does_not_fit', { field: column.key, value: name });
  }
  const { from, to } = periodOf(name, today);
  const first = column.type === 'instant' ? `${from}T00:00:00.000000Z` : from;
  const last = column.type === 'instant' ? `${to}T23:59:59.999999Z` : to;
  return accept({
    all: [
      { column, is: 'ge', values: [first], exact: false },
      { column, is: 'le', values: [last], exact: false },
    ],
  });
}

/** The text as its column's type writes it, or undefined when it is none. */
function valueOf({ type }: Column, text: string, today: Day): string | undefined {
  // PostgreSQL keeps no such character in a text.
  if (text.includes('\0')) return undefined;
  switch (type) {
    case 'text':
    case 'choice':
      return text.length <= 500 ? text : undefined;
    case 'id':
      return parseId(text);
    case 'day':
      return dayFrom(text, today);
    case 'instant':
      return parseDay(text) ? `${text}T00:00:00.000000Z` : parseInstant(text);
    case 'count':
      return /^-?\d{1,15}$/u.test(text) ? text : undefined;
    case 'money':
    case 'percent':
      return parseDecimal(text) && /^[+-]?\d{1,18}(?:\.\d{1,12})?$/u.test(text) ? text : undefined;
    case 'yes_no':
      return text === 'true' || text === 'false' ? text : undefined;
  }
}
