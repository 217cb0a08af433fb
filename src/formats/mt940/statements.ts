/**
 * Pages of SWIFT statements as neutral statements: pages that continue each other become one.
 *
 *   60F … 62M ─▶ 60M … 62M ─▶ 60M … 62F   is one statement of three pages
 *
 * That opening and movements make the closing balance is no rule of the format (its network
 * rules check only that currencies agree), and old samples of banks break it. So it warns,
 * and reconciling the account has the last word. What an interim report states about itself
 * in 90C and 90D is a control.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Currency, type Money, parseCurrency } from '#kernel/money.ts';
import { added, asMoney, comparable, inAndOut } from '../exact.ts';
import {
  type BankTransaction,
  type Channel,
  type Control,
  type FileProblem,
  type NeutralFile,
  type Statement,
} from '../neutral.ts';
import { lastingId, stated, unrepeated } from '../references.ts';
import { type Line, type Page } from './page.ts';
import { type Purpose, readPurpose } from './purpose.ts';

/** All pages of a file in the neutral form. */
export function neutralOf(pages: readonly Page[]): NeutralFile {
  const { statements, ...rest } = toldOf(() => pages);
  return { ...rest, statements: [...statements], problems: [...rest.problems] };
}

type Told = Omit<NeutralFile, 'statements' | 'problems'> & {
  readonly statements: Iterable<Statement>;
  readonly problems: Iterable<FileProblem>;
};

/** Told statement by statement; the problems are complete once those were gone through. */
export function toldOf(pages: () => Iterable<Page>): Told {
  const problems: FileProblem[] = [];
  const controls: Control[] = [];
  for (const page of pages()) controls.push(...controlsOf(page));
  return {
    format: 'mt940',
    statements: { [Symbol.iterator]: () => statementsOf(pages(), problems) },
    remittances: [],
    settlements: [],
    controls,
    problems,
  };
}

function* statementsOf(pages: Iterable<Page>, problems: FileProblem[]): Generator<Statement> {
  for (const group of joinPages(pages)) yield* statementOf(group, problems);
}

/** Runs of pages: one that closes with an intermediate balance goes on in the next. */
function* joinPages(pages: Iterable<Page>): Generator<Page[]> {
  let group: Page[] = [];
  for (const page of pages) {
    const before = group.at(-1);
    const goesOn =
      before?.closing?.intermediate === true &&
      page.opening?.intermediate === true &&
      before.account === page.account;
    if (!goesOn && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(page);
  }
  if (group.length > 0) yield group;
}

function statementOf(pages: readonly Page[], problems: FileProblem[]): Statement[] {
  const [head] = pages;
  const opening = head?.opening;
  const closing = pages.at(-1)?.closing;
  const lines = pages.flatMap((page) => page.lines);
  if (!head || (lines.length === 0 && !opening && !closing)) {
    problems.push({ record: head?.record ?? 1, code: 'mt940.empty_statement', facts: {} });
    return [];
  }
  const currency = currencyOf(pages, problems);
  warnOfSums(pages, problems);
  const unique = unrepeated(lines.map(({ entry }) => entry.bankReference));
  return [
    {
      account: head.account,
      currency,
      kind: opening || closing ? 'statement' : 'intraday',
      ...(head.number === '' ? {} : { id: head.number }),
      ...(opening ? { from: opening.on, opening: moneyOf(opening.amount, currency) } : {}),
      ...(closing ? { to: closing.on, closing: moneyOf(closing.amount, currency) } : {}),
      transactions: lines.map((line) => transactionOf(line, currency, unique, problems)),
    },
  ];
}

/** The code of no currency, where none is named: such lines never meet an account of ours. */
function currencyOf(pages: readonly Page[], problems: FileProblem[]): Currency {
  const named = pages.flatMap(({ opening, closing, otherCurrencies, account }) => [
    opening?.currency,
    closing?.currency,
    ...otherCurrencies,
    /[\s\d]([A-Z]{3})$/u.exec(account)?.[1],
  ]);
  const code = parseCurrency(named.find((name) => name !== undefined) ?? '');
  if (code !== undefined) return code;
  problems.push({ record: pages[0]?.record ?? 1, code: 'mt940.no_currency', facts: {} });
  // Three capital letters are a currency code by its shape.
  return 'XXX' as Currency;
}

function moneyOf(amount: Decimal, currency: Currency): Money {
  return asMoney(amount, currency).money;
}

function transactionOf(
  line: Line,
  currency: Currency,
  unique: ReadonlySet<string>,
  problems: FileProblem[],
): BankTransaction {
  const { entry, record } = line;
  const purpose = readPurpose(line.purpose);
  const amount = asMoney(entry.amount, currency);
  if (amount.rounded) {
    const facts = { amount: comparable(entry.amount) };
    problems.push({ record, code: 'read.finer_than_currency', facts });
  }
  if (entry.impossibleDay) {
    problems.push({ record, code: 'mt940.impossible_day', facts: { taken: entry.valueOn } });
  }
  const [externalId] = stated([entry.bankReference]);
  const returned = returnOf(entry.mark, entry.type, purpose.returned);
  return {
    record,
    ...(externalId !== undefined && unique.has(externalId)
      ? { externalId: lastingId(externalId, entry.valueOn) }
      : {}),
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    amount: amount.money,
    status: entry.mark === 'EC' || entry.mark === 'ED' ? 'pending' : 'booked',
    ...(entry.type === '' ? {} : { code: `swift:${entry.type}` }),
    channel: channels[entry.type.slice(1)] ?? 'other',
    ...(returned === undefined ? {} : { returned: { reason: returned } }),
    ...payerOf(line, purpose),
    ...checkNumberOf(line, purpose),
    references: stated([...purpose.references, customerReference(entry.customerReference)]),
    text: [line.supplement.map((part) => part.trim()).join(' '), purpose.text]
      .filter((part) => part !== '')
      .join('\n'),
  };
}

/** Kinds of business after the first letter of field 61's type. */
const channels: Readonly<Record<string, Channel>> = {
  CHK: 'check',
  CLR: 'check',
  TRF: 'transfer',
  STO: 'transfer',
  DDT: 'ach',
  CHG: 'charge',
  COM: 'charge',
  INT: 'charge',
  LBX: 'lockbox',
};

function returnOf(mark: string, type: string, stating?: string): string | undefined {
  // A fee for a returned check is no return.
  if (stating !== undefined && channels[type.slice(1)] !== 'charge') return stating;
  if (mark === 'RC' || mark === 'RD') return 'reversal';
  return type.endsWith('RTI') ? 'unknown' : undefined;
}

const iban = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/u;

/** Dutch banks put the other account into field 61, and its name or account below it. */
function payerOf(
  { entry, supplement }: Line,
  purpose: Purpose,
): Pick<BankTransaction, 'payerName' | 'payerAccount'> {
  const below = supplement.map((line) => line.trim()).filter((line) => line !== '');
  const account = purpose.payerAccount ?? [entry.customerReference, ...below].find(isIban);
  const name = purpose.payerName ?? (isIban(entry.customerReference) ? below[0] : undefined);
  return {
    ...(name ? { payerName: name } : {}),
    ...(account ? { payerAccount: account } : {}),
  };
}

function isIban(text: string): boolean {
  return iban.test(text);
}

/** `EREF` and its like say only that the reference stands in field 86. */
function customerReference(text: string): string | undefined {
  const [reference = ''] = text.split(/\s{2,}/u);
  return /^[EKP]REF\+?$/u.test(reference) || isIban(reference) ? undefined : reference;
}

function checkNumberOf({ entry }: Line, purpose: Purpose): { checkNumber?: string } {
  const ofType = entry.type.endsWith('CHK') ? /^\d{3,}$/u.exec(entry.customerReference) : null;
  const number = ofType?.[0] ?? purpose.checkNumber;
  return number === undefined ? {} : { checkNumber: number };
}

function warnOfSums(pages: readonly Page[], problems: FileProblem[]): void {
  for (const { opening, closing, lines } of pages) {
    if (!opening || !closing || opening.currency !== closing.currency) continue;
    const movements = added(
      lines.filter(({ entry }) => !entry.mark.startsWith('E')).map(({ entry }) => entry.amount),
    );
    const found = comparable(added([opening.amount, movements]));
    const wanted = comparable(closing.amount);
    if (found === wanted) continue;
    const facts = { found, stated: wanted };
    problems.push({ record: closing.record, code: 'mt940.sums_do_not_prove', facts });
  }
}

function controlsOf({ lines, sums }: Page): Control[] {
  const found = inAndOut(lines.map(({ entry }) => entry.amount));
  return sums.flatMap(({ side, record, count, amount }) => {
    const credit = side === 'C';
    const total: Control = {
      kind: 'amount',
      what: credit ? 'credit_sum' : 'debit_sum',
      record,
      stated: comparable(amount),
      found: comparable(credit ? found.credits : found.debits),
    };
    if (count === undefined) return [total];
    return [
      total,
      {
        kind: 'count',
        what: credit ? 'credit_count' : 'debit_count',
        record,
        stated: String(count),
        found: String(credit ? found.creditCount : found.debitCount),
      },
    ];
  });
}
