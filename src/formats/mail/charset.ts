/**
 * Words of a mail that lied about its charset.
 *
 * Two lies are common: UTF-8 that is called Latin-1 (`estÃ¡`), and Windows-1252 that is called
 * UTF-8 (`est�`). The first can be undone from the text; the second needs the bytes again, with
 * another label on them. Text without a trace of either is never touched.
 */

/** As in csv/encoding.ts: the decoder of the Encoding standard, declared for a pure room. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Characters that Windows-1252 has where Latin-1 has none, from 0x80; a dot has no letter. */
const windows = new Map(
  Array.from('€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ').flatMap((letter, at) =>
    letter === '.' ? [] : [[letter, 0x80 + at] as const],
  ),
);

/** The text as it was meant, when it is UTF-8 that was read a byte at a time. */
export function mendMojibake(text: string): string {
  if (!/[ÂÃâÅ][\u0080-\u00BF‚-™€ŠŒŽœžŸšƒˆ˜]/u.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const byte = point <= 0xff ? point : windows.get(letter);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    // It was no UTF-8 after all.
    return text;
  }
}

/** Are there letters that the named charset could not read? */
export function isUnreadable(text: string): boolean {
  return text.includes('\uFFFD');
}

/** The mail's head lines with every UTF-8 label called Windows-1252, for another reading. */
export function relabelled(raw: string): string {
  return raw.replaceAll(/(charset\s*=\s*"?)utf-?8/giu, '$1windows-1252');
}
