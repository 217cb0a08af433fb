/**
 * ABA routing numbers: nine digits, the last of which proves the others.
 *
 *   3·d1 + 7·d2 + 1·d3 + 3·d4 + 7·d5 + 1·d6 + 3·d7 + 7·d8 + 1·d9 ≡ 0 (mod 10)
 *
 * The check finds every single wrong digit and most swapped neighbours, so a number that is
 * keyed from a check is always proved by it.
 */

const weights = [3, 7, 1, 3, 7, 1, 3, 7];

/** The ninth digit that eight digits ask for; undefined when they are not eight digits. */
export function checkDigitOf(eight: string): string | undefined {
  if (!/^\d{8}$/u.test(eight)) return undefined;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(eight[at]), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Is this a routing number whose check digit proves it? Nine zeros are none. */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/u.test(text) || text === '000000000') return false;
  return checkDigitOf(text.slice(0, 8)) === text[8];
}
