/**
 * How a part of a strategy file is read: each reader takes a node of the file to its meaning and
 * says the same of itself as JSON Schema, so that judge and schema cannot differ.
 *
 * The rule: a reader that answers undefined has complained, with line, field and remedy; reading
 * goes on behind it, so that a person sees everything that is wrong at once.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Entry, type Mapping, type Node, type Place, valueOf } from '#formats/yaml/tree.ts';

export type DocumentProblem = {
  /** `strategy.…` or `yaml.…`; words.ts has a sentence with the remedy for each. */
  readonly code: string;
  readonly line: number;
  readonly column: number;
  /** `steps[1].days`; empty for the whole file. */
  readonly field: string;
  readonly facts: Facts;
};

export type Where = { readonly path: string; readonly found: DocumentProblem[] };

export type Schema = { readonly [key: string]: unknown };

export type Reader<T> = {
  readonly schema: Schema;
  read(node: Node, where: Where): T | undefined;
};

/** Writes a complaint down; answers undefined, so that a reader can return it. */
export function complain(code: string, at: Place, where: Where, facts: Facts = {}): undefined {
  const field = where.path;
  where.found.push({ code: `strategy.${code}`, ...at, field, facts: { field, ...facts } });
  return undefined;
}

export function within(where: Where, part: string | number): Where {
  const { path, found } = where;
  if (typeof part === 'number') return { path: `${path}[${part}]`, found };
  return { path: path === '' ? part : `${path}.${part}`, found };
}

export type Field<T> = {
  readonly reader: Reader<T>;
  /** What is meant when the field is not there. */
  readonly or?: T;
  readonly says: string;
};

/** A field that must be there. */
export function needed<T>(reader: Reader<T>, says: string): Field<T> {
  return { reader, says };
}

/** A field that may be left out. */
export function optional<T>(reader: Reader<T>, or: T, says: string): Field<T> {
  return { reader, or, says };
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type Meaning<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** A map of these fields and no others. */
export function record<F extends Fields>(fields: F): Reader<Meaning<F>> {
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      required: Object.keys(fields).filter((key) => !('or' in (fields[key] ?? {}))),
      properties: Object.fromEntries(
        Object.entries(fields).map(([key, { reader, says }]) => [
          key,
          { ...reader.schema, description: says },
        ]),
      ),
    },
    read(node, where) {
      if (node.is !== 'map')
        return complain('not_fields', node.at, where, { known: names(fields) });
      const before = where.found.length;
      for (const entry of node.entries) refuseUnknown(entry, fields, where);
      const meant = Object.keys(fields).map((key) => [key, readField(node, key, fields, where)]);
      // Every field was read by its own reader, or has been complained of.
      return where.found.length > before ? undefined : (Object.fromEntries(meant) as Meaning<F>);
    },
  };
}

function readField(map: Mapping, key: string, fields: Fields, where: Where): unknown {
  const field = fields[key];
  if (field === undefined) return undefined;
  const value = valueOf(map, key);
  const inner = within(where, key);
  if (value !== undefined && value.is !== 'nothing') return field.reader.read(value, inner);
  if ('or' in field) return field.or;
  if (isMisspeltIn(map, key, fields)) return undefined;
  return complain('missing_field', value?.at ?? map.at, inner, { says: key });
}

function refuseUnknown({ key, at }: Entry, fields: Fields, where: Where): void {
  if (Object.hasOwn(fields, key)) return;
  const meant = nearest(key, Object.keys(fields));
  const facts = { said: key, known: meant ?? names(fields) };
  complain(meant === undefined ? 'unknown_field' : 'misspelt_field', at, within(where, key), facts);
}

/** Is the field there under a name that was complained of already? */
function isMisspeltIn({ entries }: Mapping, key: string, fields: Fields): boolean {
  const unknown = entries.filter((entry) => !Object.hasOwn(fields, entry.key));
  return unknown.some((entry) => nearest(entry.key, Object.keys(fields)) === key);
}

function names(fields: Fields): string {
  return Object.keys(fields).join(', ');
}

/** The known name that a misspelt one most likely means: at most two letters away. */
function nearest(said: string, known: readonly string[]): string | undefined {
  const close = known
    .map((name) => ({ name, away: distance(said.toLowerCase(), name) }))
    .filter(({ away, name }) => away <= 2 && away < name.length - 1);
  return close.toSorted((a, b) => a.away - b.away)[0]?.name;
}

/** Letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Any number of them; at least `least`. */
export function listOf<T>(reader: Reader<T>, least = 0): Reader<readonly T[]> {
  return {
    schema: { type: 'array', items: reader.schema, ...(least > 0 ? { minItems: least } : {}) },
    read(node, where) {
      if (node.is !== 'list') return complain('not_a_list', node.at, where);
      if (node.items.length < least) return complain('list_too_short', node.at, where, { least });
      const before = where.found.length;
      const meant = node.items.map((item, index) => reader.read(item, within(where, index)));
      // As in `record`: what is undefined has been complained of.
      return where.found.length > before ? undefined : (meant as T[]);
    },
  };
}

/** A reader whose meaning is carried over into another, which may complain. */
export function mapped<T, U>(
  reader: Reader<T>,
  carry: (meant: T, node: Node, where: Where) => U | undefined,
): Reader<U> {
  return {
    schema: reader.schema,
    read(node, where) {
      const meant = reader.read(node, where);
      return meant === undefined ? undefined : carry(meant, node, where);
    },
  };
}
