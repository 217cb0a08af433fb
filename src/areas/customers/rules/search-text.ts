/**
 * What somebody typed into the search box, read as everything it may be.
 *
 *   solar text      part of a name, the beginning of a number
 *   4471            the beginning or the end of a document's number, of a purchase order
 *   =1250.10        an amount, billed or still open, in any currency
 *   ap@solar.ex     the beginning of an e-mail address
 *   (512) 555-0142  the last digits of a telephone number
 *
 * One text can be several of these; the search asks for all of them.
 */
import { type Currency, decimalsOf, parseMinor } from '#kernel/money.ts';

export type SearchText = {
  /** Trimmed; empty: everything. */
  readonly text: string;
  /** A plain decimal without thousands marks when an amount was asked for, and nothing else. */
  readonly amount: string | undefined;
  readonly email: string | undefined;
  /** The digits of a telephone number, when there are enough of them to be one. */
  readonly digits: string | undefined;
  /** Long enough to look for a document by it. */
  readonly number: string | undefined;
};

const fewestDigits = 5;
const shortestNumber = 3;

/** Reads the text; never refuses, because a search that finds nothing says so. */
export function readSearch(typed: string): SearchText {
  const text = typed.trim().replaceAll(/\s+/gu, ' ');
  if (text.startsWith('=')) {
    const amount = readAmount(text.slice(1).trim());
    return { text, amount, email: undefined, digits: undefined, number: undefined };
  }
  const digits = /^[+(]?\d[\d\s().+/-]*$/u.test(text) ? text.replaceAll(/\D/gu, '') : '';
  return {
    text,
    amount: undefined,
    email: text.length >= shortestNumber && /^[^\s]*@?[^\s]*$/u.test(text) ? text : undefined,
    digits: digits.length >= fewestDigits ? digits : undefined,
    number: text.length >= shortestNumber ? text : undefined,
  };
}

/** `1,250.10`, `1.250,10` and `1250.1` are the same amount; `-` finds credits as well. */
function readAmount(text: string): string | undefined {
  const bare = text.replace(/^[-−]/u, '').replaceAll(/[\s$€£']/gu, '');
  if (/^\d+(?:\.\d+)?$/u.test(bare)) return bare;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(bare)) return bare.replaceAll(',', '');
  if (/^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/u.test(bare)) {
    return bare.replaceAll('.', '').replace(',', '.');
  }
  return undefined;
}

/** The minor units that an amount can stand for, over all decimals a currency may have. */
export function possibleMinors(amount: string): bigint[] {
  const minors = [0, 2, 3, 4].map((decimals) => parseMinor(amount, decimals));
  return [...new Set(minors.filter((minor) => minor !== undefined))];
}

/** Is this amount in minor units of the currency the one that was asked for? */
export function isAmount(amount: string, minor: bigint, currency: Currency): boolean {
  return parseMinor(amount, decimalsOf(currency)) === (minor < 0n ? -minor : minor);
}
