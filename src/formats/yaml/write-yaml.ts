/**
 * Writes YAML: one field of a text that people wrote, or a whole document of our own.
 *
 * A word that is replaced changes only its own place; where a part is added or taken out the
 * comments stay, though spaces within brackets may be set anew.
 */
import { isScalar, parseDocument, type Scalar, stringify } from 'yaml';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

const how = { schema: 'failsafe', logLevel: 'silent' } as const;

/**
 * The text with one field set to data; a field that is set to undefined is taken out. Refuses a
 * text that does not parse.
 */
export function setField(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
): Outcome<string, 'yaml.syntax'> {
  const document = parseDocument(text, how);
  if (document.errors.length > 0) return refuse('yaml.syntax');
  const words = wordsOf(value);
  const old: unknown = document.getIn(path, true);
  if (typeof words === 'string' && isScalar(old) && isInPlace(old)) {
    const [start, end] = old.range;
    return accept(text.slice(0, start) + quotedLike(old, words) + text.slice(end));
  }
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, typeof words === 'string' ? words : document.createNode(words));
  return accept(document.toString({ lineWidth: 0 }));
}

type InPlace = Scalar & { range: NonNullable<Scalar['range']> };

/** Written on one line, so that it can be replaced where it stands. */
function isInPlace(old: Scalar): old is InPlace {
  const { range, type } = old;
  const oneLine = type === 'PLAIN' || type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return oneLine && range !== undefined && range !== null && range[1] > range[0];
}

/** In the quotes of the word that stood there, or those that it needs. */
function quotedLike({ type }: Scalar, word: string): string {
  if (type === 'QUOTE_SINGLE') return `'${word.replaceAll("'", "''")}'`;
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(word);
  const plain = stringify(word, { schema: 'failsafe', lineWidth: 0 }).trimEnd();
  return plain.includes('\n') ? JSON.stringify(word) : plain;
}

/** Everything as words, as it will be read; what is undefined is left out. */
function wordsOf(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map(wordsOf);
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(entries.map(([key, each]) => [key, wordsOf(each)]));
  }
  // Neither nothing nor an object: a word, a number, yes or no.
  return `${value as string | number | boolean | bigint}`;
}

/** Data as YAML of our own, fields in their order. */
export function writeYaml(data: unknown): string {
  return stringify(wordsOf(data), { schema: 'failsafe', lineWidth: 0 });
}
