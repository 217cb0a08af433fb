/**
 * The number of an account as files write it: with blanks, dashes and leading zeros or without.
 *
 * Two spellings of one number compare equal; on screens only its end is shown.
 */

/** Letters and digits without leading zeros; empty when there are none. */
export function plainNumber(written: string): string {
  return written
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
    .replace(/^0+/u, '');
}

/** The last four characters, the rest as dots. */
export function maskedNumber(written: string): string {
  const plain = plainNumber(written);
  return plain === '' ? '' : `••${plain.slice(-4)}`;
}
