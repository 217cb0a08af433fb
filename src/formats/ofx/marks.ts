/**
 * The marks of an OFX file, SGML or XML alike: opening tags, closing tags, the text between.
 *
 * Version 1 does not close the tags that hold a value, and banks forget to close others; so
 * nothing here counts on a tag being closed.
 */
export type Mark =
  | { readonly kind: 'open' | 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Every mark in order; comments and processing instructions are left out. */
export function* marksOf(text: string): Generator<Mark> {
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start !== at) yield* textMark(text.slice(at, start < 0 ? undefined : start));
    if (start < 0) return;
    const special = specials.find(({ begin }) => text.startsWith(begin, start));
    if (special) {
      const end = text.indexOf(special.end, start + special.begin.length);
      const stop = end < 0 ? text.length : end;
      if (special.keep)
        yield { kind: 'text', text: text.slice(start + special.begin.length, stop) };
      at = stop + special.end.length;
    } else {
      at = start + 1;
      // A tag ends before the next one begins; else its sign is text.
      const next = text.indexOf('<', at);
      const inside = text.slice(at, next < 0 ? undefined : next);
      const tag = /^(\/?)([\w.:-]+)\s*\/?>/u.exec(inside);
      if (tag === null) continue;
      yield { kind: tag[1] === '/' ? 'close' : 'open', name: (tag[2] ?? '').toUpperCase() };
      at += tag[0].length;
    }
  }
}

const specials = [
  { begin: '<!--', end: '-->', keep: false },
  { begin: '<![CDATA[', end: ']]>', keep: true },
  { begin: '<?', end: '?>', keep: false },
] as const;

function* textMark(raw: string): Generator<Mark> {
  const text = raw.trim();
  if (text !== '') yield { kind: 'text', text: text.replaceAll(entity, plain) };
}

const entity = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6});/giu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function plain(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = Number(name.slice(1));
  return code < 32 || (code >= 0xd800 && code < 0xe000) ? ' ' : String.fromCodePoint(code);
}
