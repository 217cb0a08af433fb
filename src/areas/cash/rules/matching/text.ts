/**
 * Words of banks and payers made comparable: upper case, no accents, no dots.
 *
 * Letters stay letters here. Reading a letter O as a zero is a repair, and repairs belong to
 * references.ts, where they cost certainty.
 */

/** Upper case without accents; dots, commas and apostrophes go, other signs part words. */
export function plainWords(text: string): string {
  return unaccented(text)
    .toUpperCase()
    .replaceAll(/[.,'’`]/gu, '')
    .replaceAll(/[^A-Z0-9&]+/gu, ' ')
    .trim();
}

/** The same without blanks: what is left when a bank moves or drops one. */
export function packed(text: string): string {
  return plainWords(text).replaceAll(' ', '');
}

export function unaccented(text: string): string {
  return text.normalize('NFD').replaceAll(/[\u0300-\u036F]/gu, '');
}

/** Letters and digits only, upper case: how two spellings of one number are compared. */
export function alphanumeric(text: string): string {
  return unaccented(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '');
}

/**
 * Slips between two words: a letter more, less, other, or two swapped, each counts one
 * (optimal string alignment). Gives `most + 1` as soon as there are more than `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (swapped(a, b, i, j)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

function swapped(a: string, b: string, i: number, j: number): boolean {
  return (
    i > 1 &&
    j > 1 &&
    a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
    a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
  );
}
