/**
 * Which open items a payer's words name, letter for letter.
 *
 * Stricter than matching on purpose: a finder that accuses a posting of being wrong repairs no
 * number and guesses none. 1004 is not found in 10045.
 */
import { alphanumeric } from '../matching/text.ts';
import type { OpenDebit } from './variance.ts';

/** Open items by their number as it is compared. */
export type CitedIndex = ReadonlyMap<string, readonly OpenDebit[]>;

export function indexByNumber(debits: readonly OpenDebit[]): CitedIndex {
  return Map.groupBy(debits, ({ number }) => alphanumeric(number));
}

/** The words of what was said, and two words that follow each other as one: `INV 1001`. */
export function wordsSaid(said: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of said) {
    const row = text
      .split(/[\s,;:()]+/u)
      .map(alphanumeric)
      .filter((word) => word !== '');
    for (const [at, word] of row.entries()) {
      const both = `${row[at - 1] ?? ''}${word}`;
      for (const each of [word, both]) if (isNumber(each)) words.add(each);
    }
  }
  return words;
}

/** A letter and a digit, or four digits: what may stand for a document. */
function isNumber(word: string): boolean {
  return /[A-Z]/u.test(word) ? /\d/u.test(word) : /^\d{4,}$/u.test(word);
}

/** Open items that are named. */
export function citedIn(words: ReadonlySet<string>, index: CitedIndex): OpenDebit[] {
  return [...words].flatMap((word) => index.get(word) ?? []);
}

/** Is this document among what was said? */
export function isCited(words: ReadonlySet<string>, number: string): boolean {
  return words.has(alphanumeric(number));
}
