/**
 * The words of an OData expression: names, literals, brackets and commas.
 *
 * A literal keeps its kind, so that `'5'` is a text and `5` a number. What is no word is
 * refused with the place where it stands.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { ODataRefusal } from './refusal.ts';

export type Token =
  | { readonly kind: 'name' | 'mark'; readonly text: string; readonly at: number }
  | { readonly kind: 'text' | 'value'; readonly text: string; readonly at: number };

const moment = String.raw`\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)`;
const day = String.raw`\d{4}-\d\d-\d\d(?![\w-])`;
const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const number = String.raw`-?\d+(?:\.\d+)?(?![\w.])`;
const pattern = new RegExp(
  String.raw`\s+|'((?:[^']|'')*)'|(${moment}|${day}|${guid}|${number})` +
    String.raw`|(\$?[A-Za-z_][\w./]*)|([(),])`,
  'uy',
);

/** The words in turn, or `odata.not_understood` with the place. */
export function tokensOf(expression: string): Outcome<Token[], ODataRefusal> {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(expression);
    if (!found) return refuse('odata.not_understood', { field: expression.slice(at, at + 20), at });
    const [, text, value, name, mark] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'"), at });
    else if (value !== undefined) tokens.push({ kind: 'value', text: value, at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, at });
  }
  return accept(tokens);
}
