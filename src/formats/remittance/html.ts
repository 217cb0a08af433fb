/**
 * The text of an HTML mail: a row of a table is a line and its cells are parted by tabs.
 *
 * Read as text only; nothing of it is ever shown as HTML. Scripts, styles and what a mail
 * hides from its reader's eyes are left out.
 */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  ndash: '–',
  mdash: '—',
  ordm: 'º',
  deg: '°',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
};

/** The lines of an HTML document, cells parted by tabs. */
export function textOfHtml(html: string): string {
  const shown = withoutHidden(withoutComments(html)).replaceAll(/[ \t\r\n\f]+/gu, ' ');
  // Behind the last mark that closes there are no tags, only signs of less.
  const end = shown.lastIndexOf('>') + 1;
  return `${withoutTags(shown.slice(0, end))}${shown.slice(end)}`
    .replaceAll(
      /&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu,
      (whole, name: string) => entityOf(name) ?? whole,
    )
    .replaceAll(/\u00A0/gu, ' ')
    .split('\n')
    .map((line) => line.replace(/^ +|(?<! ) +$/gu, ''))
    .join('\n');
}

function withoutTags(html: string): string {
  return html
    .replaceAll(/<\/(?:td|th)\s*>\s*(?=<(?:td|th)\b)/giu, '\t')
    .replaceAll(/<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|table|blockquote)\s*>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, '');
}

/** Comments that end; looking for the end of one that does not is done once. */
function withoutComments(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start < 0 ? -1 : html.indexOf('-->', start + 4);
    if (end < 0) return [...kept, html.slice(at)].join(' ');
    kept.push(html.slice(at, start));
    at = end + 3;
  }
}

/** Without the elements that are not for reading; one that is never closed is left. */
function withoutHidden(html: string): string {
  const kept: string[] = [];
  const endless = new Set<string>();
  let at = 0;
  for (const { index, 1: tag = '' } of html.matchAll(/<(script|style|head|title)\b/giu)) {
    const name = tag.toLowerCase();
    if (index < at || endless.has(name)) continue;
    const end = new RegExp(`</${name}\\s*>`, 'giu');
    end.lastIndex = index;
    if (end.test(html)) {
      kept.push(html.slice(at, index));
      at = end.lastIndex;
    } else {
      endless.add(name);
    }
  }
  return [...kept, html.slice(at)].join(' ');
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const hex = name[1]?.toLowerCase() === 'x';
  const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined;
}
