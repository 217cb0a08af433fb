/**
 * MT940 and MT942: statements and interim reports in SWIFT's fields.
 *
 * A field that carries an amount and cannot be read refuses the whole file: a statement
 * with a line left out would look whole.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { tooLarge, wholeOrRefused } from '../bad-record.ts';
import { exactText, nothingInOrOut, together } from '../exact.ts';
import { type Control, missingEnd } from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { type Gathered, gatherPage, groupOf } from './groups.ts';
import { type Page, partsOf } from './page.ts';
import { type Surveyed, controlsOf, neutralOf, toldOf } from './statements.ts';

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
  const surveyed = wholeOrRefused(() => survey(bytes));
  if (!surveyed.ok) return surveyed;
  const { figures, ...found } = surveyed.value;
  return accept({
    summary: () => summaryOf(figures),
    neutral: () => neutralOf(bytes, found),
    told: () => toldOf(bytes, found),
  });
}

function survey(bytes: Uint8Array): Surveyed & { readonly figures: Figures } {
  const figures = noFigures();
  const gathered: Gathered[] = [];
  const controls: Control[] = [];
  let last: Page | undefined;
  for (const part of partsOf(bytes)) {
    if (part.kind === 'line') continue;
    takePage(figures, part);
    gatherPage(gathered, part);
    controls.push(...controlsOf(part));
    last = part;
  }
  if (last && figures.statements > 1 && isEmpty(last)) {
    // Below other statements, a header alone is where the file was torn.
    controls.push(missingEnd('closing_balance', last.record, ''));
  }
  return { figures, groups: gathered.map(groupOf), controls };
}

function isEmpty({ lines, opening, closing, sums }: Page): boolean {
  return lines === 0 && !opening && !closing && sums.length === 0;
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
    found: nothingInOrOut,
    opening,
    closing,
    currencies: new Set<string>(),
  };
}

function takePage(figures: Figures, { lines, found, opening, closing }: Page): void {
  figures.found = together(figures.found, found);
  figures.statements += 1;
  figures.transactions += lines;
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
