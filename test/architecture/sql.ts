/**
 * Which tables and views a piece of SQL names.
 *
 * Enough of a reader for the statements of this house: it skips comments and strings, knows
 * the names of common table expressions and tells `from a.b` from `extract(day from x)`.
 */

export type Named = {
  /** `schema.name`, wherever it stands. */
  readonly qualified: readonly string[];
  /** Names without a schema where a table must stand. */
  readonly bare: readonly string[];
  /** Names that this text itself defines: common table expressions. */
  readonly defined: readonly string[];
};

/** What stands where `${}` stood. */
export const place = '¤';

const skipped = String.raw`--[^\n]*|/\*[\s\S]*?\*/|'(?:[^']|'')*'`;
const names = String.raw`"[^"]+"|[a-z_][\w$]*(?:\s*\.\s*[a-z_][\w$]*)*`;
const pattern = new RegExp(`${skipped}|${names}|[(),;¤]`, 'giu');

function tokensOf(text: string): string[] {
  return [...text.matchAll(pattern)]
    .map(([token]) => token.replaceAll(/\s/gu, '').toLowerCase())
    .filter((token) => !/^(?:--|\/\*|')/u.test(token));
}

/** Reads a statement or a fragment of one. */
export function readSql(text: string): Named {
  const tokens = tokensOf(text);
  const relations = relationsOf(tokens);
  return {
    qualified: tokens.filter((token) => /^[a-z_][\w$]*\.[a-z_]/u.test(token)),
    bare: relations.filter((name) => /^[a-z_][\w$]*$/u.test(name)),
    defined: definedIn(tokens),
  };
}

/** The names of `with name (columns) as materialized (`. */
function definedIn(tokens: readonly string[]): string[] {
  return tokens.filter((_, index) => {
    if (!['with', 'recursive', ','].includes(tokens[index - 1] ?? '')) return false;
    let next = tokens[index + 1] === '(' ? closing(tokens, index + 1) + 1 : index + 1;
    if (tokens[next] !== 'as') return false;
    next += 1;
    while (['not', 'materialized'].includes(tokens[next] ?? '')) next += 1;
    return tokens[next] === '(';
  });
}

function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (tokens[index] === '(') depth += 1;
    if (tokens[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

const opening = ['from', 'join', 'update', 'into', 'using', 'truncate'];
/** After these, `from` and `update` open no list of tables. */
const notAfter = ['distinct', 'do', 'for', 'key', 'on'];
/** After one of these, a comma no longer separates tables. */
const ending = new Set(
  (
    'where group order limit having union except intersect returning set window select offset ' +
    'fetch for'
  ).split(' '),
);
/** Functions that have a `from` of their own. */
const withFrom = ['extract', 'substring', 'trim', 'overlay', 'position'];

type Level = { readonly call: string; inFrom: boolean };

/** The names that stand where a table must stand; a function or a subquery is none. */
function relationsOf(tokens: readonly string[]): string[] {
  const found: string[] = [];
  const levels: Level[] = [{ call: '', inFrom: false }];
  tokens.forEach((token, index) => {
    const level = levels.at(-1) ?? { call: '', inFrom: false };
    if (token === '(') levels.push({ call: tokens[index - 1] ?? '', inFrom: false });
    else if (token === ')') levels.pop();
    else if (ending.has(token)) level.inFrom = false;
    if (!opensTable(tokens, index, level)) return;
    level.inFrom ||= token === 'from';
    const name = tableAt(tokens, index + 1);
    if (name !== undefined) found.push(name);
  });
  return found;
}

function opensTable(tokens: readonly string[], index: number, level: Level): boolean {
  const token = tokens[index] ?? '';
  if (token === ',') return level.inFrom;
  if (!opening.includes(token)) return false;
  if (withFrom.includes(level.call)) return false;
  return !notAfter.includes(tokens[index - 1] ?? '');
}

function tableAt(tokens: readonly string[], index: number): string | undefined {
  const token = tokens[index] ?? '';
  if (['lateral', 'only', 'table', 'rows'].includes(token)) return tableAt(tokens, index + 1);
  const isName = /^["a-z_]/u.test(token) && !ending.has(token);
  const isCall = tokens[index + 1] === '(' && tokens[index - 1] !== 'into';
  return isName && !isCall ? token.replaceAll('"', '') : undefined;
}
