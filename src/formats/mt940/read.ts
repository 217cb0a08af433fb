/**
 * MT940 and MT942: statements and interim reports in SWIFT's fields.
 *
 * A field that carries an amount and cannot be read refuses the whole file: a statement
 * with a line left out would look whole.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { tooLarge } from '../bad-record.ts';
import { added, exactText, inAndOut } from '../exact.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { messagesOf } from './fields.ts';
import { type Page, readPage } from './page.ts';
import { neutralOf, toldOf } from './statements.ts';

export const mt940: BankReader = {
  format: 'mt940',
  recognises: ({ start }) =>
    /^[\p{Cc} ]*\{1:[^{}]*\}\s*\{2:[IO]9(?:40|41|42|50)/u.test(start) ||
    (/^(?:[^\n]*\n){0,6}?[\p{Cc} ]*:(?:20|25P?|28C?|60[FM]|61|62[FM]|NS|940):/u.test(start) &&
      !/^:(?:23[A-Z]|32[A-Z]|50[A-Z]):/mu.test(start)),
  read,
};

/** Gone through once to be judged and summed; the lines of a large file never stand together. */
function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const figures = noFigures();
  for (const message of messagesOf(bytes)) {
    const page = readPage(message);
    if (!page.ok) return page;
    takePage(figures, page.value);
  }
  return accept({
    summary: () => summaryOf(figures),
    neutral: () => neutralOf([...pagesOf(bytes)]),
    told: () => toldOf(() => pagesOf(bytes)),
  });
}

/** The pages of a file that was judged already. */
function* pagesOf(bytes: Uint8Array): Generator<Page> {
  for (const message of messagesOf(bytes)) {
    const page = readPage(message);
    if (!page.ok) throw new Error(`a file that was read does not read again: ${page.refusal}`);
    yield page.value;
  }
}

/** The lists of a summary end here: it is for comparing, not for reading whole files. */
const longestList = 30;

type Figures = ReturnType<typeof noFigures>;

function noFigures() {
  const opening: (string | null)[] = [];
  const closing: (string | null)[] = [];
  return {
    statements: 0,
    transactions: 0,
    found: inAndOut([]),
    opening,
    closing,
    currencies: new Set<string>(),
  };
}

function takePage(figures: Figures, { lines, opening, closing }: Page): void {
  const { found } = figures;
  const more = inAndOut(lines.map(({ entry }) => entry.amount));
  figures.found = {
    credits: added([found.credits, more.credits]),
    debits: added([found.debits, more.debits]),
    creditCount: found.creditCount + more.creditCount,
    debitCount: found.debitCount + more.debitCount,
  };
  figures.statements += 1;
  figures.transactions += lines.length;
  for (const balance of [opening, closing]) if (balance) figures.currencies.add(balance.currency);
  if (figures.opening.length === longestList) return;
  figures.opening.push(opening ? exactText(opening.amount) : null);
  figures.closing.push(closing ? exactText(closing.amount) : null);
}

function summaryOf({ statements, transactions, found, ...figures }: Figures): Summary {
  return {
    statements,
    transactions,
    credits: exactText(found.credits),
    debits: exactText(found.debits),
    creditCount: found.creditCount,
    debitCount: found.debitCount,
    opening: figures.opening,
    closing: figures.closing,
    ccy: [...figures.currencies],
  };
}
