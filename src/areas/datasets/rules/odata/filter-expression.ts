/**
 * `$filter` of OData, read by recursive descent into the same tree that reports filter by.
 *
 *   or ─▶ and ─▶ not ─▶ comparison │ function │ ( or )
 *
 * Texts are compared letter by letter, as OData says; inside `tolower(…)` case does not count.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Operator } from '../dataset.ts';
import type { Filter } from '../filter.ts';
import type { ODataRefusal } from './refusal.ts';
import { type Token, tokensOf } from './tokens.ts';

type Read<T> = Outcome<T, ODataRefusal>;
type Operand =
  | { readonly column: string; readonly folded: boolean }
  /** Null is `undefined`. */
  | { readonly value: string | undefined };

/** The tree, or a refusal that says where the expression is not understood. */
export function readFilterExpression(expression: string): Read<Filter> {
  const tokens = tokensOf(expression);
  if (!tokens.ok) return tokens;
  const reader: Reader = { tokens: tokens.value, next: 0, depth: 0 };
  const filter = readOr(reader);
  if (!filter.ok) return filter;
  return reader.next === reader.tokens.length ? filter : notUnderstood(reader);
}

type Reader = { readonly tokens: readonly Token[]; next: number; depth: number };

const deepest = 60;

function readOr(reader: Reader): Read<Filter> {
  return readJoined(reader, 'or', readAnd, (parts) => ({ any: parts }));
}

function readAnd(reader: Reader): Read<Filter> {
  return readJoined(reader, 'and', readNot, (parts) => ({ all: parts }));
}

function readJoined(
  reader: Reader,
  word: string,
  part: (reader: Reader) => Read<Filter>,
  join: (parts: Filter[]) => Filter,
): Read<Filter> {
  const parts: Filter[] = [];
  do {
    const one = part(reader);
    if (!one.ok) return one;
    parts.push(one.value);
  } while (takes(reader, 'name', word));
  const [only] = parts;
  return accept(parts.length === 1 && only ? only : join(parts));
}

function readNot(reader: Reader): Read<Filter> {
  if ((reader.depth += 1) > deepest) return notUnderstood(reader);
  if (takes(reader, 'name', 'not')) {
    const part = readNot(reader);
    return part.ok ? accept({ not: part.value }) : part;
  }
  if (takes(reader, 'mark', '(')) {
    const inner = readOr(reader);
    if (!inner.ok) return inner;
    reader.depth -= 1;
    return takes(reader, 'mark', ')') ? inner : notUnderstood(reader);
  }
  const read = readTest(reader);
  reader.depth -= 1;
  return read;
}

const textTests: Readonly<Record<string, Operator>> = {
  contains: 'contains',
  startswith: 'starts',
  endswith: 'ends',
};

function readTest(reader: Reader): Read<Filter> {
  const first = reader.tokens[reader.next];
  const is = first?.kind === 'name' ? textTests[first.text] : undefined;
  if (is) {
    reader.next += 1;
    const test = readTextTest(reader, is);
    return test.ok ? comparedWithTruth(reader, test.value) : test;
  }
  const left = readOperand(reader);
  if (!left.ok) return left;
  return readComparison(reader, left.value);
}

/** `contains(name,'x') eq true`, as some clients write it. */
function comparedWithTruth(reader: Reader, test: Filter): Read<Filter> {
  const before = reader.next;
  const isEqual = takes(reader, 'name', 'eq');
  if (!isEqual && !takes(reader, 'name', 'ne')) return accept(test);
  const truth = takes(reader, 'name', 'true');
  if (!truth && !takes(reader, 'name', 'false')) {
    reader.next = before;
    return notUnderstood(reader);
  }
  return accept(truth === isEqual ? test : { not: test });
}

function readTextTest(reader: Reader, is: Operator): Read<Filter> {
  if (!takes(reader, 'mark', '(')) return notUnderstood(reader);
  const column = readOperand(reader);
  if (!column.ok) return column;
  if (!takes(reader, 'mark', ',')) return notUnderstood(reader);
  const part = readOperand(reader);
  if (!part.ok) return part;
  if (!takes(reader, 'mark', ')')) return notUnderstood(reader);
  if (!('column' in column.value) || !('value' in part.value)) return notUnderstood(reader);
  const { value } = part.value;
  if (value === undefined) return accept({ any: [] });
  const { column: name, folded } = column.value;
  return accept({ column: name, is, values: [value], exact: !folded });
}

const signs = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Sign = (typeof signs)[number];
const turned: Readonly<Record<Sign, Sign>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

function readComparison(reader: Reader, left: Operand): Read<Filter> {
  const word = reader.tokens[reader.next];
  if (word?.kind === 'name' && word.text === 'in') return readIn(reader, left);
  const sign = word?.kind === 'name' ? signs.find((each) => each === word.text) : undefined;
  if (!sign) {
    // A column of yes and no stands for itself.
    return 'column' in left
      ? accept({ column: left.column, is: 'eq', values: ['true'] })
      : notUnderstood(reader);
  }
  reader.next += 1;
  const right = readOperand(reader);
  if (!right.ok) return right;
  if ('column' in left && 'value' in right.value) return compare(left, sign, right.value.value);
  if ('value' in left && 'column' in right.value) {
    return compare(right.value, turned[sign], left.value);
  }
  return refuse('odata.not_supported', { field: `${sign} of two columns or two values` });
}

function compare(
  { column, folded }: { readonly column: string; readonly folded: boolean },
  sign: Sign,
  value: string | undefined,
): Read<Filter> {
  if (folded) return refuse('odata.not_supported', { field: `tolower(${column}) ${sign}` });
  if (value !== undefined) return accept({ column, is: sign, values: [value] });
  if (sign === 'eq') return accept({ column, is: 'empty' });
  return accept(sign === 'ne' ? { column, is: 'filled' } : { any: [] });
}

function readIn(reader: Reader, left: Operand): Read<Filter> {
  reader.next += 1;
  if (!('column' in left) || !takes(reader, 'mark', '(')) return notUnderstood(reader);
  const values: string[] = [];
  do {
    const one = readOperand(reader);
    if (!one.ok) return one;
    if (!('value' in one.value) || one.value.value === undefined) return notUnderstood(reader);
    values.push(one.value.value);
  } while (takes(reader, 'mark', ','));
  if (!takes(reader, 'mark', ')')) return notUnderstood(reader);
  return accept({ column: left.column, is: 'in', values });
}

function readOperand(reader: Reader): Read<Operand> {
  const token = reader.tokens[reader.next];
  if (!token || token.kind === 'mark') return notUnderstood(reader);
  reader.next += 1;
  if (token.kind !== 'name') return accept({ value: token.text });
  if (token.text === 'null') return accept({ value: undefined });
  if (token.text === 'true' || token.text === 'false') return accept({ value: token.text });
  if (!takes(reader, 'mark', '(')) return accept({ column: token.text, folded: false });
  if (token.text !== 'tolower' && token.text !== 'toupper') {
    return refuse('odata.not_supported', { field: `${token.text}()` });
  }
  const inner = readOperand(reader);
  if (!inner.ok) return inner;
  if (!takes(reader, 'mark', ')')) return notUnderstood(reader);
  return accept('column' in inner.value ? { ...inner.value, folded: true } : inner.value);
}

function takes(reader: Reader, kind: Token['kind'], text: string): boolean {
  const token = reader.tokens[reader.next];
  if (token?.kind !== kind || token.text !== text) return false;
  reader.next += 1;
  return true;
}

function notUnderstood({ tokens, next }: Reader) {
  const token = tokens[next];
  return refuse('odata.not_understood', { field: token?.text ?? 'its end', at: token?.at ?? -1 });
}
