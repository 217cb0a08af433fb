/**
 * A filled template as it is read: plain text and HTML from the same words.
 *
 * What people write is text; here it becomes paragraphs, lists and lines, every sign of it
 * escaped. A table is a block that the text names with a mark of its own, which no customer's
 * name can contain. The rule: HTML is made here and nowhere else.
 */
export type Block = { readonly text: string; readonly html: string };

const open = '\uE000';
const close = '\uE001';
const mark = /\uE000([a-z_]+)\uE001/gu;

/** The mark by which a text names a block. */
export function markOf(name: string): string {
  return `${open}${name}${close}`;
}

/** A value without marks and without the signs that nobody types. */
export function plainValue(value: string): string {
  return value.replaceAll(/[\uE000-\uF8FF\p{Cc}]+/gu, ' ').trim();
}

/** Text and HTML of a filled template. */
export function layOut(filled: string, blocks: Readonly<Record<string, Block>>): Block {
  const tidy = filled
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  const text = tidy.replaceAll(mark, (_, name: string) => blocks[name]?.text ?? '');
  const html = tidy
    .split(/\n\n+/u)
    .map((part) => paragraph(part, blocks))
    .join('\n');
  return { text: `${text}\n`, html };
}

function paragraph(part: string, blocks: Readonly<Record<string, Block>>): string {
  const whole = /^\uE000([a-z_]+)\uE001$/u.exec(part.trim());
  if (whole) return blocks[whole[1] ?? '']?.html ?? '';
  const lines = part.split('\n');
  if (lines.every((line) => line.startsWith('- '))) {
    const points = lines.map((line) => `<li>${inline(line.slice(2), blocks)}</li>`);
    return `<ul>${points.join('')}</ul>`;
  }
  // Somebody lined it up: a table that was copied out of the text.
  if (lines.length > 1 && lines.some((line) => / {2}\S/u.test(line))) {
    return `<pre>${lines.map((line) => inline(line, blocks)).join('\n')}</pre>`;
  }
  return `<p>${lines.map((line) => inline(line, blocks)).join('<br>\n')}</p>`;
}

function inline(line: string, blocks: Readonly<Record<string, Block>>): string {
  return escaped(line).replaceAll(mark, (_, name: string) => blocks[name]?.html ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside HTML. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? '');
}
