/**
 * Where a text stops being JSON.
 *
 * The parser says that a text is wrong and not always where. This walks its tokens after the
 * parser has refused it, and answers the offset of the first one that JSON does not allow.
 */
type Place =
  | 'value'
  | 'first value or end'
  | 'key'
  | 'first key or end'
  | 'colon'
  | 'comma or end'
  | 'nothing';

const space = /[ \t\n\r]*/uy;
const string = '"(?:[ !#-[\\]-\\u{10FFFF}]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*"';
const number = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const token = new RegExp(`[[\\]{},:]|${string}|${number}|true|false|null`, 'uy');

/** The offset of the first fault; the length of the text when it ends too early. */
export function faultAt(text: string): number {
  const open: string[] = [];
  let place: Place | undefined = 'value';
  let at = matchAt(space, text, 0).length;
  while (at < text.length) {
    const found = matchAt(token, text, at);
    place = found === '' ? undefined : after(place, found, open);
    if (place === undefined) return at;
    at += found.length;
    at += matchAt(space, text, at).length;
  }
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** What may follow a token that stands in a place; undefined when it may not stand there. */
function after(place: Place, found: string, open: string[]): Place | undefined {
  if (found === ':') return place === 'colon' ? 'value' : undefined;
  if (found === ',') {
    if (place !== 'comma or end') return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (found === '}' || found === ']') return afterEnd(place, found, open);

  const isKey = place === 'key' || place === 'first key or end';
  if (isKey) return found.startsWith('"') ? 'colon' : undefined;
  if (place !== 'value' && place !== 'first value or end') return undefined;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'first key or end' : 'first value or end';
  }
  return open.length === 0 ? 'nothing' : 'comma or end';
}

function afterEnd(place: Place, found: '}' | ']', open: string[]): Place | undefined {
  const empty = found === '}' ? 'first key or end' : 'first value or end';
  if (place !== 'comma or end' && place !== empty) return undefined;
  if (open.pop() !== (found === '}' ? '{' : '[')) return undefined;
  return open.length === 0 ? 'nothing' : 'comma or end';
}
