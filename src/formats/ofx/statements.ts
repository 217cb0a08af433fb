/**
 * OFX statements in the neutral form.
 *
 * A line without an amount or a day is refused alone, as banks do send such lines: the
 * others stand. An identity (`FITID`) that the bank repeats in one statement is none.
 */
import { type Day, dayOf } from '#kernel/day.ts';
import { type Currency, parseCurrency } from '#kernel/money.ts';
import { saidInText } from '../bank-text.ts';
import { asMoney, comparable, looseAmount } from '../exact.ts';
import {
  type BankTransaction,
  type Channel,
  type FileProblem,
  type NeutralFile,
  type Statement,
  missingEnd,
} from '../neutral.ts';
import { lastingId, stated, unrepeated } from '../references.ts';
import { type OfxContent, type OfxStatement, type OfxTransaction } from './content.ts';

/** All statements of a file. */
export function neutralOf({ statements, refusals, isClosed }: OfxContent): NeutralFile {
  const problems: FileProblem[] = refusals.map((status) => ({
    record: 1,
    code: 'ofx.refused_by_bank',
    facts: { code: status.get('CODE') ?? '', message: status.get('MESSAGE') ?? '' },
  }));
  return {
    format: 'ofx',
    statements: statements.map((statement) => statementOf(statement, problems)),
    remittances: [],
    settlements: [],
    controls: isClosed ? [] : [missingEnd('end_of_file', lastRecord(statements), '</OFX>')],
    problems,
  };
}

function lastRecord(statements: readonly OfxStatement[]): number {
  return statements.at(-1)?.transactions.at(-1)?.record ?? 1;
}

function statementOf(statement: OfxStatement, problems: FileProblem[]): Statement {
  const { values, transactions } = statement;
  const currency = currencyOf(statement);
  const from = dayIn(values.get('DTSTART'));
  const to = dayIn(values.get('DTEND'));
  const ledger = looseAmount(values.get('LEDGER/BALAMT') ?? '');
  const unique = unrepeated(transactions.map((one) => one.values.get('FITID')));
  return {
    account: values.get('ACCOUNT/ACCTID') ?? '',
    currency,
    kind: 'statement',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(ledger === undefined ? {} : { closing: asMoney(ledger, currency).money }),
    transactions: transactions.flatMap((one) =>
      transactionOf(one, { currency, unique, problems, card: statement.kind === 'CCSTMTRS' }),
    ),
  };
}

/** The statement's currency, else that of its first line, else the code of no currency. */
function currencyOf({ values, transactions }: OfxStatement): Currency {
  const named = [
    values.get('CURDEF'),
    ...transactions.map((one) => one.values.get('CURRENCY/CURSYM')),
  ];
  const found = named.map((code) => parseCurrency(code ?? '')).find((code) => code !== undefined);
  // Three capital letters are a currency code by its shape.
  return found ?? ('XXX' as Currency);
}

type Around = {
  readonly currency: Currency;
  readonly unique: ReadonlySet<string>;
  readonly problems: FileProblem[];
  readonly card: boolean;
};

function transactionOf(
  { record, pending, values }: OfxTransaction,
  { currency: general, unique, problems, card }: Around,
): BankTransaction[] {
  const tell = (code: string, value = ''): BankTransaction[] => {
    problems.push({ record, code, facts: { value } });
    return [];
  };
  const amount = looseAmount(values.get('TRNAMT') ?? '');
  const bookedOn = dayIn(values.get('DTPOSTED'));
  if (amount === undefined) return tell('ofx.line_without_amount', values.get('TRNAMT'));
  if (bookedOn === undefined) return tell('ofx.line_without_day', values.get('DTPOSTED'));
  // Amounts of a line with a currency of its own are in that currency (OFX 2.3, 5.2).
  const currency = parseCurrency(values.get('CURRENCY/CURSYM') ?? '') ?? general;
  const money = asMoney(amount, currency);
  if (money.rounded) tell('read.finer_than_currency', comparable(amount));
  if (values.has('CORRECTFITID')) tell('ofx.corrects_another_line', values.get('CORRECTFITID'));
  const [externalId] = stated([values.get('FITID')]);
  const valueOn = dayIn(values.get('DTAVAIL'));
  const type = (values.get('TRNTYPE') ?? '').toUpperCase();
  const shown = values.get('NAME') ?? values.get('PAYEE/NAME') ?? values.get('EXTDNAME');
  const text = textOf(shown, values.get('EXTDNAME'), values.get('MEMO'));
  const said = saidInText(text.slice(0, longestText));
  const inText = amount.units < 0n ? (said.payeeName ?? said.payerName) : said.payerName;
  const name = inText ?? shown;
  const payerAccount = accountOf(values) ?? said.payerAccount;
  const channel = card ? 'card' : (channels[type] ?? 'other');
  const checkNumber = /[1-9]/u.test(values.get('CHECKNUM') ?? '')
    ? values.get('CHECKNUM')
    : said.checkNumber;
  return [
    {
      record,
      ...(externalId !== undefined && unique.has(externalId)
        ? { externalId: lastingId(externalId, bookedOn) }
        : {}),
      bookedOn,
      ...(valueOn === undefined ? {} : { valueOn }),
      amount: money.money,
      status: pending ? 'pending' : 'booked',
      ...(type === '' ? {} : { code: `ofx:${type}` }),
      channel,
      ...(name ? { payerName: name } : {}),
      ...(payerAccount === undefined ? {} : { payerAccount }),
      ...(checkNumber === undefined ? {} : { checkNumber }),
      ...returnedOf(channel, said.returnReason),
      references: stated([values.get('REFNUM'), ...said.references]),
      text,
    },
  ];
}

/** A fee for a returned check is no return. */
function returnedOf(
  channel: Channel,
  reason: string | undefined,
): Pick<BankTransaction, 'returned'> {
  return reason === undefined || channel === 'charge' ? {} : { returned: { reason } };
}

/** Memos have 255 characters; whoever writes more is read so far. */
const longestText = 4000;

const channels: Readonly<Record<string, Channel>> = {
  CHECK: 'check',
  DIRECTDEP: 'ach',
  DIRECTDEBIT: 'ach',
  XFER: 'transfer',
  PAYMENT: 'transfer',
  REPEATPMT: 'transfer',
  POS: 'card',
  ATM: 'cash',
  CASH: 'cash',
  FEE: 'charge',
  SRVCHG: 'charge',
  INT: 'charge',
};

function accountOf(values: ReadonlyMap<string, string>): string | undefined {
  const number = values.get('TO/ACCTID') ?? values.get('ACCOUNT/ACCTID');
  const bank = values.get('TO/BANKID') ?? values.get('ACCOUNT/BANKID');
  if (!number) return undefined;
  return bank ? `${bank} ${number}` : number;
}

/** Name and memo, without the name twice where the memo repeats it. */
function textOf(...parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => part !== undefined && part !== '');
  return said
    .filter((part, at) => !said.some((other, index) => index > at && other.startsWith(part)))
    .join('\n');
}

/** `YYYYMMDD` with whatever follows: the day in the bank's own zone, as it wrote it. */
function dayIn(text: string | undefined): Day | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})/u.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
