/**
 * Pages of SWIFT statements joined: those that continue each other are one statement.
 *
 *   60F … 62M ─▶ 60M … 62M ─▶ 60M … 62F   is one statement of three pages
 *
 * That opening and movements make the closing balance is no rule of the format (its network
 * rules check only that currencies agree), and old samples of banks break it. So it warns,
 * and reconciling the account has the last word.
 */
import { addDecimals } from '#kernel/decimal.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { asMoney, comparable } from '../exact.ts';
import { repeatedAmong } from '../fingerprint.ts';
import { type FileProblem, type Statement } from '../neutral.ts';
import { type Page, type PageBalance } from './page.ts';

/** A statement without its lines, which stand on so many pages. */
export type Group = {
  readonly pages: number;
  readonly currency: Currency;
  /** Undefined for a message that states nothing. */
  readonly head: Omit<Statement, 'transactions'> | undefined;
  /** Fingerprints of references that the bank gave to several lines. */
  readonly repeated: ReadonlySet<number>;
  readonly problems: readonly FileProblem[];
};

/** Pages of one statement, added up as they come. */
export type Gathered = {
  readonly first: Page;
  last: Page;
  pages: number;
  lines: number;
  named: string | undefined;
  marks: number[];
  readonly unproved: FileProblem[];
};

/** Adds a page to the statements gathered so far, to the last one where it goes on there. */
export function gatherPage(gathered: Gathered[], page: Page): void {
  const before = gathered.at(-1);
  if (before && continues(before.last, page)) {
    before.last = page;
    before.pages += 1;
    before.lines += page.lines;
    before.named ??= currencyNamedOn(page);
    for (const mark of page.marks) before.marks.push(mark);
    before.unproved.push(...unprovedSum(page));
    return;
  }
  gathered.push({
    first: page,
    last: page,
    pages: 1,
    lines: page.lines,
    named: currencyNamedOn(page),
    marks: [...page.marks],
    unproved: unprovedSum(page),
  });
}

/** A page that closes with an intermediate balance goes on in the next. */
function continues(before: Page, page: Page): boolean {
  return (
    before.closing?.intermediate === true &&
    page.opening?.intermediate === true &&
    before.account === page.account
  );
}

/** The statement that so many pages are. */
export function groupOf({ first, last, pages, lines, named, marks, unproved }: Gathered): Group {
  const { opening, account, number } = first;
  const { closing } = last;
  const { record } = first;
  const known = parseCurrency(named ?? '');
  // Three capital letters are a currency code by its shape; lines of no currency never meet
  // an account of ours.
  const currency = known ?? ('XXX' as Currency);
  if (lines === 0 && !opening && !closing) {
    const problems = [{ record, code: 'mt940.empty_statement', facts: {} }];
    return { pages, currency, head: undefined, repeated: new Set(), problems };
  }
  const unnamed = { record, code: 'mt940.no_currency', facts: {} };
  return {
    pages,
    currency,
    head: {
      account,
      currency,
      kind: opening || closing ? 'statement' : 'intraday',
      ...(number === '' ? {} : { id: number }),
      ...(opening ? { from: opening.on, opening: moneyOf(opening, currency) } : {}),
      ...(closing ? { to: closing.on, closing: moneyOf(closing, currency) } : {}),
    },
    repeated: repeatedAmong(marks),
    problems: known === undefined ? [unnamed, ...unproved] : unproved,
  };
}

function moneyOf({ amount }: PageBalance, currency: Currency) {
  return asMoney(amount, currency).money;
}

function currencyNamedOn({ opening, closing, otherCurrencies, account }: Page): string | undefined {
  return (
    opening?.currency ??
    closing?.currency ??
    otherCurrencies[0] ??
    /[\s\d]([A-Z]{3})$/u.exec(account)?.[1]
  );
}

function unprovedSum({ opening, closing, movements, lines, sums }: Page): FileProblem[] {
  if (!opening || !closing || opening.currency !== closing.currency) return [];
  // A balance report lists no lines.
  if (lines === 0 && sums.length > 0) return [];
  const found = comparable(addDecimals(opening.amount, movements));
  const wanted = comparable(closing.amount);
  if (found === wanted) return [];
  const facts = { found, stated: wanted };
  return [{ record: closing.record, code: 'mt940.sums_do_not_prove', facts }];
}
