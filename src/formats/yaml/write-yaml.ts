/**
 * Writes YAML: one field of a text that people wrote, or a whole document of our own.
 *
 * A change keeps every comment and every other line as it was; a person's file is never
 * written anew because one figure in it moved.
 */
import { parseDocument, stringify } from 'yaml';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

const how = { schema: 'failsafe', logLevel: 'silent' } as const;

/**
 * The same text with one field set to data, everything else with its comments as it was; a
 * field that is set to undefined is taken out. Refuses a text that does not parse.
 */
export function setField(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
): Outcome<string, 'yaml.syntax'> {
  const document = parseDocument(text, how);
  if (document.errors.length > 0) return refuse('yaml.syntax');
  const words = wordsOf(value);
  if (value === undefined) document.deleteIn(path);
  // A word is put where the old one stood, whose comment then stays.
  else document.setIn(path, typeof words === 'string' ? words : document.createNode(words));
  return accept(document.toString({ lineWidth: 0 }));
}

/** Data as YAML of our own, fields in their order. */
export function writeYaml(data: unknown): string {
  return stringify(wordsOf(data), { schema: 'failsafe', lineWidth: 0 });
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
