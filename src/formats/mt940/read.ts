/**
 * MT940 and MT942: statements and interim reports in SWIFT's fields.
 *
 * A field that carries an amount and cannot be read refuses the whole file: a statement
 * with a line left out would look whole.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { tooLarge } from '../bad-record.ts';
import { decodeText } from '../csv/encoding.ts';
import { exactText, inAndOut } from '../exact.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { messagesOf } from './fields.ts';
import { type Page, readPage } from './page.ts';
import { neutralOf } from './statements.ts';

export const mt940: BankReader = {
  format: 'mt940',
  recognises: ({ start }) =>
    /^[\p{Cc} ]*\{1:[^{}]*\}\s*\{2:[IO]9(?:40|41|42|50)/u.test(start) ||
    (/^(?:[^\n]*\n){0,6}?[\p{Cc} ]*:(?:20|25P?|28C?|60[FM]|61|62[FM]|NS|940):/u.test(start) &&
      !/^:(?:23[A-Z]|32[A-Z]|50[A-Z]):/mu.test(start)),
  read,
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const pages: Page[] = [];
  for (const message of messagesOf(decodeText(bytes).text)) {
    const page = readPage(message);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  return accept({ summary: () => summaryOf(pages), neutral: () => neutralOf(pages) });
}

/** The lists of a summary end here: it is for comparing, not for reading whole files. */
const longestList = 30;

function summaryOf(pages: readonly Page[]): Summary {
  const found = inAndOut(pages.flatMap(({ lines }) => lines.map(({ entry }) => entry.amount)));
  const balances = pages.flatMap(({ opening, closing }) => [opening, closing]);
  const text = (balance: Page['opening']) => (balance ? exactText(balance.amount) : null);
  return {
    statements: pages.length,
    transactions: pages.reduce((count, { lines }) => count + lines.length, 0),
    credits: exactText(found.credits),
    debits: exactText(found.debits),
    creditCount: found.creditCount,
    debitCount: found.debitCount,
    opening: pages.slice(0, longestList).map(({ opening }) => text(opening)),
    closing: pages.slice(0, longestList).map(({ closing }) => text(closing)),
    ccy: [...new Set(balances.flatMap((balance) => (balance ? [balance.currency] : [])))],
  };
}
