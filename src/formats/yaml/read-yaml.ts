/**
 * Reads YAML that a person wrote: one document of words, lists and maps, with every line.
 *
 * What could surprise is refused, not read: anchors and aliases (a small file could stand for a
 * huge one), tags, two fields of one name, several documents, files beyond the limit.
 */
import {
  type Document,
  LineCounter,
  type Node as YamlNode,
  type ParsedNode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import type { Entry, Node, Place } from './tree.ts';

export type YamlProblemCode =
  | 'yaml.alias'
  | 'yaml.duplicate_field'
  | 'yaml.empty'
  | 'yaml.field_not_a_word'
  | 'yaml.several_documents'
  | 'yaml.syntax'
  | 'yaml.tab'
  | 'yaml.tag'
  | 'yaml.too_deep'
  | 'yaml.too_large';

export type YamlProblem = {
  readonly code: YamlProblemCode;
  readonly at: Place;
  /** What the sentence names: a field, a limit. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Nobody writes a policy of more; longer ones are not even parsed. */
const mostCharacters = 256 * 1024;
const mostDepth = 24;

export type YamlRead =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** The tree, or every problem with its line. */
export function readYaml(text: string): YamlRead {
  if (text.length > mostCharacters) {
    return failed({ code: 'yaml.too_large', at: start, facts: { limit: mostCharacters } });
  }
  if (deepestBracket(text) > mostDepth * 4) {
    return failed({ code: 'yaml.too_deep', at: start, facts: { limit: mostDepth } });
  }
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === undefined) {
    return failed({ code: 'yaml.too_deep', at: start, facts: { limit: mostDepth } });
  }
  const problems = problemsOf(document, lines);
  if (problems.length > 0) return { ok: false, problems };
  if (document.contents === null) return failed({ code: 'yaml.empty', at: start, facts: {} });
  const found: YamlProblem[] = [];
  const node = nodeOf(document.contents, { lines, found, depth: 0 });
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, node };
}

/** Undefined where it nests deeper than the stack of the program. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      lineCounter,
      prettyErrors: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const start: Place = { line: 1, column: 1 };

function failed(problem: YamlProblem): YamlRead {
  return { ok: false, problems: [problem] };
}

/** How deep brackets nest, without knowing quotes: enough to keep a bomb from the parser. */
function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const knownCodes: Readonly<Record<string, YamlProblemCode>> = {
  BAD_ALIAS: 'yaml.alias',
  DUPLICATE_KEY: 'yaml.duplicate_field',
  MULTIPLE_DOCS: 'yaml.several_documents',
  RESOURCE_EXHAUSTION: 'yaml.too_deep',
  TAB_AS_INDENT: 'yaml.tab',
  TAG_RESOLVE_FAILED: 'yaml.tag',
};

/** The first problem of each line: those behind it only follow from it. */
function problemsOf(document: Document.Parsed, lines: LineCounter): YamlProblem[] {
  const byLine = new Map<number, YamlProblem>();
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    const at = placeAt(lines, pos[0]);
    if (!byLine.has(at.line)) {
      byLine.set(at.line, { code: knownCodes[code] ?? 'yaml.syntax', at, facts: {} });
    }
  }
  return [...byLine.values()];
}

type Reading = {
  readonly lines: LineCounter;
  readonly found: YamlProblem[];
  readonly depth: number;
};

function nodeOf(node: ParsedNode | null, reading: Reading): Node {
  const at = placeOf(node, reading);
  if (node === null) return { is: 'nothing', at };
  if (reading.depth > mostDepth)
    return complain('yaml.too_deep', at, reading, { limit: mostDepth });
  if (isAlias(node) || node.anchor !== undefined) return complain('yaml.alias', at, reading);
  if (node.tag !== undefined && !isPlainTag(node.tag)) return complain('yaml.tag', at, reading);
  const inner = { ...reading, depth: reading.depth + 1 };
  if (isMap(node))
    return { is: 'map', at, entries: node.items.flatMap((each) => entryOf(each, inner)) };
  if (isSeq(node)) return { is: 'list', at, items: node.items.map((each) => nodeOf(each, inner)) };
  const { value, type } = node;
  const text = String(value);
  const isNothing = type === 'PLAIN' && (text === '' || text === '~' || text === 'null');
  return isNothing ? { is: 'nothing', at } : { is: 'word', at, text };
}

/** Tags that the parser gives by itself. */
function isPlainTag(tag: string): boolean {
  return /^tag:yaml\.org,2002:(?:str|map|seq)$/u.test(tag);
}

function entryOf(
  pair: { readonly key: ParsedNode; readonly value: ParsedNode | null },
  reading: Reading,
): Entry[] {
  const { key, value } = pair;
  const at = placeOf(key, reading);
  if (!isScalar(key) || key.anchor !== undefined) {
    complain('yaml.field_not_a_word', at, reading);
    return [];
  }
  // A map that is made of data later must not reach the roots of all objects.
  const name = String(key.value);
  if (name === '__proto__') return [];
  return [
    { key: name, at, value: value === null ? { is: 'nothing', at } : nodeOf(value, reading) },
  ];
}

function complain(
  code: YamlProblemCode,
  at: Place,
  { found }: Reading,
  facts: YamlProblem['facts'] = {},
): Node {
  found.push({ code, at, facts });
  return { is: 'nothing', at };
}

function placeOf(node: YamlNode | null, { lines }: Reading): Place {
  return placeAt(lines, node?.range?.[0] ?? 0);
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
