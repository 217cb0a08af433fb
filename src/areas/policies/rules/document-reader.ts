/**
 * The words of a policy file, of whatever kind: each reader takes a node to its meaning or
 * complains, with line, field and remedy.
 *
 * Reading goes on behind a complaint, so that a person sees everything that is wrong at once.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Money, parseCurrency, parseMoney } from '#kernel/money.ts';
import { readYaml } from '#formats/yaml/read-yaml.ts';
import { type Mapping, type Node, type Place, valueOf } from '#formats/yaml/tree.ts';

export type PolicyProblem = {
  /** `policies.document_…`; `words/document.ts` has a sentence for each. */
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly facts: Facts;
};

/** A map under a path, and what was found wrong so far. */
export type Part = {
  readonly map: Mapping;
  readonly path: string;
  readonly found: PolicyProblem[];
};

export type DocumentRead =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The fields of a file; refuses what is no YAML, and YAML without fields. */
export function readDocument(text: string): DocumentRead {
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const problems = yaml.problems.map(({ code, at }) => ({
      code: 'policies.document_yaml',
      ...at,
      field: '',
      facts: { problem: code, line: at.line },
    }));
    return { ok: false, problems };
  }
  const found: PolicyProblem[] = [];
  if (yaml.node.is === 'map') return { ok: true, part: { map: yaml.node, path: '', found } };
  complain({ path: '', found }, 'not_fields', yaml.node.at);
  return { ok: false, problems: found };
}

export function complain(
  { path, found }: Pick<Part, 'path' | 'found'>,
  code: string,
  at: Place,
  facts: Facts = {},
): undefined {
  found.push({
    code: `policies.document_${code}`,
    ...at,
    field: path,
    facts: { field: path, ...facts },
  });
  return undefined;
}

/** Fields that are not known are named with those that are. */
export function onlyFields(part: Part, known: readonly string[]): void {
  for (const { key, at } of part.map.entries) {
    if (known.includes(key)) continue;
    const inner = { path: pathOf(part, key), found: part.found };
    complain(inner, 'unknown_field', at, { said: key, known: known.join(', ') });
  }
}

export function pathOf({ path }: Pick<Part, 'path'>, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The map of a field; undefined where it is left out. */
export function partOf(part: Part, key: string): Part | undefined {
  const value = valueOf(part.map, key);
  if (value === undefined || value.is === 'nothing') return undefined;
  const inner = { path: pathOf(part, key), found: part.found };
  if (value.is !== 'map') return complain(inner, 'not_fields', value.at);
  return { map: value, ...inner };
}

/** What stands for a part that is left out: nothing in it. */
export function emptyPart({ found }: Pick<Part, 'found'>): Part {
  return { map: { is: 'map', at: { line: 1, column: 1 }, entries: [] }, path: '', found };
}

/** The maps of a list, such as the examples; none where it is left out. */
export function partsOf(part: Part, key: string): Part[] {
  const list = valueOf(part.map, key);
  if (list === undefined || list.is === 'nothing') return [];
  const inner = { path: pathOf(part, key), found: part.found };
  if (list.is !== 'list') {
    complain(inner, 'not_a_list', list.at);
    return [];
  }
  return list.items.flatMap((item, at) => {
    const each = { path: `${inner.path}[${at}]`, found: part.found };
    if (item.is === 'map') return [{ map: item, ...each }];
    complain(each, 'not_fields', item.at);
    return [];
  });
}

/** A word that `parse` makes sense of; `or` where it is left out. */
export function wordOf<T>(
  part: Part,
  key: string,
  expects: string,
  parse: (said: string) => T | undefined,
  or: T,
): T {
  const value = valueOf(part.map, key);
  if (value === undefined || value.is === 'nothing') return or;
  const inner = { path: pathOf(part, key), found: part.found };
  const meant = value.is === 'word' ? parse(value.text.trim()) : undefined;
  if (meant !== undefined) return meant;
  complain(inner, 'unreadable', value.at, { said: textOf(value), expects });
  return or;
}

/** A list of words that `parse` makes sense of. */
export function wordsOf<T>(
  part: Part,
  key: string,
  expects: string,
  parse: (said: string) => T | undefined,
  or: readonly T[],
): readonly T[] {
  const value = valueOf(part.map, key);
  if (value === undefined || value.is === 'nothing') return or;
  const inner = { path: pathOf(part, key), found: part.found };
  if (value.is !== 'list') {
    complain(inner, 'not_a_list', value.at);
    return or;
  }
  return value.items.flatMap((item, at) => {
    const meant = item.is === 'word' ? parse(item.text.trim()) : undefined;
    if (meant !== undefined) return [meant];
    const each = { path: `${inner.path}[${at}]`, found: part.found };
    complain(each, 'unreadable', item.at, { said: textOf(item), expects });
    return [];
  });
}

function textOf(node: Node): string {
  return node.is === 'word' ? node.text : node.is;
}

export function wholeNumber(least: number, most: number): (said: string) => number | undefined {
  return (said) => {
    const meant = /^\d{1,6}$/u.test(said) ? Number(said) : undefined;
    return meant !== undefined && meant >= least && meant <= most ? meant : undefined;
  };
}

export function yesOrNo(said: string): boolean | undefined {
  return said === 'true' || said === 'yes'
    ? true
    : said === 'false' || said === 'no'
      ? false
      : undefined;
}

export function oneOf<const T extends string>(
  choices: readonly T[],
): (said: string) => T | undefined {
  return (said) => choices.find((choice) => choice === said);
}

export function anyText(said: string): string | undefined {
  return said === '' || said.length > 200 ? undefined : said;
}

/** `10000.00 USD`, never below zero. */
export function amountWord(said: string): Money | undefined {
  const [, amount, code] = /^(\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})$/u.exec(said) ?? [];
  const currency = code === undefined ? undefined : parseCurrency(code);
  return currency && parseMoney(amount ?? '', currency);
}

/** Percent with up to two decimals, as hundredths of a percent. */
export function percentWord(said: string): number | undefined {
  const [, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/u.exec(said) ?? [];
  if (whole === undefined) return undefined;
  const bps = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return bps <= 10_000 ? bps : undefined;
}
