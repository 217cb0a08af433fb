/** Writes XML: every text escaped, an element without content left out. */

export type Xml = string;

/** An element with its content; nothing at all when there is none. */
export function element(
  name: string,
  content: string | null | undefined | readonly (Xml | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): Xml {
  const inner =
    typeof content === 'string'
      ? escaped(content)
      : (content ?? []).filter((each) => each !== undefined && each !== '').join('');
  if (inner === '') return '';
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${named.join('')}>${inner}</${name}>`;
}

/** What XML cannot hold at all, such as a bell, is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
