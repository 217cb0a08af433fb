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

/**
 * The numbers that a file may mean, the likeliest first: as written, without the bank before a
 * slash (`:25:BANKDEFF/0001234567EUR` of SWIFT), without the currency behind it.
 */
export function numbersMeant(written: string, currency: string): string[] {
  const behindBank = written.slice(written.lastIndexOf('/') + 1);
  const meant = [written, behindBank].map(plainNumber).flatMap((plain) => {
    const bare = plain.endsWith(currency) ? plain.slice(0, -currency.length) : plain;
    return [plain, bare];
  });
  const [whole = '', ...shorter] = meant;
  return [...new Set([whole, ...shorter.filter((plain) => plain.length >= shortestPart)])];
}

/** Fewer characters than this are no account by themselves. */
const shortestPart = 4;

/** The last four characters, the rest as dots. */
export function maskedNumber(written: string): string {
  const plain = plainNumber(written);
  return plain === '' ? '' : `••${plain.slice(-4)}`;
}
