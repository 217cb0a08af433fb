/**
 * A filter as it comes over the wire, read into the tree that is checked against a dataset.
 *
 *   {"all": [{"column": "open", "is": "gt", "value": "1000"},
 *            {"not": {"column": "collector", "is": "empty"}}]}
 *
 * What is no filter is refused with the place in the tree: `all.0.is`.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { operators } from './dataset.ts';
import type { Filter } from './filter.ts';

export type FilterRefusal = 'datasets.filter_not_understood';

const deepest = 30;

/** The tree, or `datasets.filter_not_understood` with the place. Nothing at all lets all pass. */
export function readFilter(
  value: unknown,
  place: readonly (string | number)[] = [],
): Outcome<Filter, FilterRefusal> {
  const wrong = (...at: (string | number)[]) =>
    refuse('datasets.filter_not_understood', { field: [...place, ...at].join('.') || 'filter' });
  if (place.length > deepest * 2) return wrong();
  if (!isRecord(value)) return wrong();
  const names = Object.keys(value);
  if (names.length === 0) return accept({ all: [] });
  const [name = ''] = names;
  if (names.length === 1 && (name === 'all' || name === 'any')) {
    const parts = readAll(value[name], [...place, name]);
    if (!parts.ok) return parts;
    return accept(name === 'all' ? { all: parts.value } : { any: parts.value });
  }
  if (names.length === 1 && name === 'not') {
    const part = readFilter(value['not'], [...place, name]);
    return part.ok ? accept({ not: part.value }) : part;
  }
  const { column, is, exact, value: one, values: several, ...rest } = value;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return wrong(unknown);
  if (typeof column !== 'string') return wrong('column');
  const operator = operators.find((each) => each === is);
  if (!operator) return wrong('is');
  if (exact !== undefined && typeof exact !== 'boolean') return wrong('exact');
  const values = readValues(one, several);
  return values ? accept({ column, is: operator, values, exact }) : wrong('value');
}

function readAll(
  value: unknown,
  place: readonly (string | number)[],
): Outcome<Filter[], FilterRefusal> {
  if (!Array.isArray(value)) {
    return refuse('datasets.filter_not_understood', { field: place.join('.') });
  }
  const parts: Filter[] = [];
  for (const [at, each] of value.entries()) {
    const part = readFilter(each, [...place, at]);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return accept(parts);
}

function readValues(one: unknown, several: unknown): string[] | undefined {
  if (one !== undefined && several !== undefined) return undefined;
  const given: readonly unknown[] = several === undefined ? [one].flat() : [several].flat();
  const present = given.filter((each) => each !== undefined && each !== null);
  const texts = present.map(scalar);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const plain = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return plain ? String(value) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
