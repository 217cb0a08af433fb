/**
 * How many parts a text goes out in: every part is carried, and paid for, on its own.
 *
 * One character outside the small alphabet of phones halves what a part holds; so does an accent
 * that it lacks (á, í, ó, ú), while é, ñ and ü are in it (3GPP TS 23.038, section 6.2.1).
 */
export type Segments = {
  readonly alphabet: 'gsm' | 'unicode';
  /** In the units of the alphabet; a few characters of the small one count twice. */
  readonly units: number;
  readonly parts: number;
  /** What the parts still hold before another one is needed. */
  readonly left: number;
};

const once = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const twice = new Set('^{}\\[~]|€\f');

/** What one part holds, and each of several, which lose a little to their numbering. */
const holds = { gsm: { alone: 160, joined: 153 }, unicode: { alone: 70, joined: 67 } } as const;

export function segmentsOf(text: string): Segments {
  const small = Array.from(text).every((each) => once.has(each) || twice.has(each));
  const alphabet = small ? 'gsm' : 'unicode';
  const sizes = Array.from(text).map((each) => (small ? (twice.has(each) ? 2 : 1) : each.length));
  const units = sizes.reduce((total, size) => total + size, 0);
  const { alone, joined } = holds[alphabet];
  if (units <= alone) return { alphabet, units, parts: 1, left: alone - units };
  const { parts, last } = joinedParts(sizes, joined);
  return { alphabet, units, parts, left: joined - last };
}

/** A character that counts twice never stands in two parts. */
function joinedParts(sizes: readonly number[], joined: number): { parts: number; last: number } {
  let [parts, last] = [1, 0];
  for (const size of sizes) {
    if (last + size > joined) [parts, last] = [parts + 1, 0];
    last += size;
  }
  return { parts, last };
}
