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
  return html
    .replaceAll(/<!--[\s\S]*?-->/gu, ' ')
    .replaceAll(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replaceAll(/[ \t\r\n\f]+/gu, ' ')
    .replaceAll(/<\/(?:td|th)\s*>\s*(?=<(?:td|th)\b)/giu, '\t')
    .replaceAll(/<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|table|blockquote)\s*>/giu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(
      /&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu,
      (whole, name: string) => entityOf(name) ?? whole,
    )
    .replaceAll(/\u00A0/gu, ' ')
    .split('\n')
    .map((line) => line.replace(/^ +| +$/gu, ''))
    .join('\n');
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const hex = name[1]?.toLowerCase() === 'x';
  const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined;
}
