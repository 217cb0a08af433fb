/**
 * A SWIFT file as neutral statements, told line by line: no statement stands in memory with
 * its lines, for one may be as long as its file.
 *
 * What an interim report states about itself in 90C and 90D is a control, and so is that a page
 * closes.
 */
import { addDecimals } from '#kernel/decimal.ts';
import { type Currency } from '#kernel/money.ts';
import { asMoney, comparable } from '../exact.ts';
import { fingerprint } from '../fingerprint.ts';
import {
  type BankTransaction,
  type Channel,
  type Control,
  type FileProblem,
  type NeutralFile,
  type ToldFile,
  missingEnd,
} from '../neutral.ts';
import { lastingId, stated } from '../references.ts';
import { type Group } from './groups.ts';
import { type Line, type Page, partsOf } from './page.ts';
import { type Purpose, readPurpose } from './purpose.ts';

/** What was found when the file was gone through first. */
export type Surveyed = {
  readonly groups: readonly Group[];
  readonly controls: readonly Control[];
};

/** The whole file in the neutral form. */
export function neutralOf(bytes: Uint8Array, surveyed: Surveyed): NeutralFile {
  const { statements, problems, ...rest } = toldOf(bytes, surveyed);
  const whole = Array.from(statements, ({ transactions, ...head }) => ({
    ...head,
    transactions: [...transactions],
  }));
  return { ...rest, statements: whole, problems: [...problems] };
}

/** The same line by line; the problems are complete once the statements were gone through. */
export function toldOf(bytes: Uint8Array, { groups, controls }: Surveyed): ToldFile {
  const problems: FileProblem[] = [];
  return {
    format: 'mt940',
    statements: { [Symbol.iterator]: () => statementsOf(bytes, groups, problems) },
    remittances: [],
    settlements: [],
    controls,
    problems,
  };
}

type Told = ToldFile['statements'] extends Iterable<infer One> ? One : never;

function* statementsOf(
  bytes: Uint8Array,
  groups: readonly Group[],
  problems: FileProblem[],
): Generator<Told> {
  const parts = partsOf(bytes);
  for (const group of groups) {
    problems.push(...group.problems);
    const lines = linesOf(parts, group, problems);
    if (group.head) yield { ...group.head, transactions: lines };
    // Whatever the listener left over, so that the next statement begins on its own page.
    while (lines.next().done !== true);
  }
}

/** The lines on the pages of one statement. */
function* linesOf(
  parts: Iterator<Line | Page>,
  { pages, currency, repeated }: Group,
  problems: FileProblem[],
): Generator<BankTransaction> {
  let ended = 0;
  while (ended < pages) {
    const { value: part } = parts.next();
    if (part?.kind === 'line') {
      yield transactionOf(part, currency, repeated, problems);
    } else {
      ended += 1;
    }
  }
}

function transactionOf(
  line: Line,
  currency: Currency,
  repeated: ReadonlySet<number>,
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
    ...(externalId !== undefined && !repeated.has(fingerprint(externalId))
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

/**
 * What a page states about itself beside what was counted on it. A balance report (MT941) states
 * the sums of lines that it does not list: there is nothing to count. A page that opens with a
 * balance closes with one, and the other way round; where one is missing, the file was torn.
 */
export function controlsOf({ record: at, found, movements, sums, ...page }: Page): Control[] {
  const { lines, opening, closing } = page;
  if (opening && !closing) {
    const reached = comparable(addDecimals(opening.amount, movements));
    return [missingEnd('closing_balance', at, reached)];
  }
  if (closing && !opening) {
    return [missingEnd('opening_balance', at, comparable(closing.amount))];
  }
  if (lines === 0 && closing) return [];
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
