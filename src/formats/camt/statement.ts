/**
 * One statement, report or notice of a camt file: its balances, its entries, and what it
 * states about itself.
 *
 * The closing booked balance is by its definition the opening one and all booked entries, so
 * a statement that does not add up is an amount control that fails. Pages of one statement
 * state sums of the whole, which no page can prove alone.
 */
import { type Day } from '#kernel/day.ts';
import { type Decimal, addDecimals } from '#kernel/decimal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Currency, type Money, parseCurrency } from '#kernel/money.ts';
import { added, asMoney, comparable, exactAmount, nothing } from '../exact.ts';
import { fingerprint, repeatedAmong } from '../fingerprint.ts';
import {
  type BankTransaction,
  type Control,
  type FileProblem,
  type Statement,
} from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { lastingId } from '../references.ts';
import { type XmlNode, all, at, firstText, textAt } from '../xml/node.ts';
import { type CamtEntry, dayAt, readEntry, signedAmount } from './entry.ts';
import { accountOf } from './party.ts';

export type CamtKind = 'Stmt' | 'Rpt' | 'Ntfctn';
type CamtBalance = {
  readonly code: string;
  readonly amount: Decimal;
  readonly currency: Currency;
  readonly on: Day | undefined;
};
type Tally = { count: number; sum: Decimal };

/** A statement while its file is read; `facts` are the small elements before its entries. */
export type CamtStatement = {
  readonly kind: CamtKind;
  readonly firstRecord: number;
  readonly facts: Map<string, XmlNode>;
  readonly balances: CamtBalance[];
  readonly credits: Tally;
  readonly debits: Tally;
  /** Booked entries only, by currency. */
  readonly booked: Map<Currency, Decimal>;
  entries: number;
  details: number;
  readonly transactions: BankTransaction[];
  /** Of its first line, for a statement that names its currency nowhere else. */
  firstCurrency: Currency | undefined;
  /** Fingerprints of the bank's identities of its lines. */
  readonly marks: number[];
  readonly controls: Control[];
};

/** An empty statement; `record` is the number its first line will have. */
export function beginStatement(kind: CamtKind, record: number): CamtStatement {
  return {
    kind,
    firstRecord: record,
    facts: new Map(),
    balances: [],
    credits: { count: 0, sum: nothing },
    debits: { count: 0, sum: nothing },
    booked: new Map(),
    entries: 0,
    details: 0,
    transactions: [],
    firstCurrency: undefined,
    marks: [],
    controls: [],
  };
}

/** Where in the file a piece stands. */
export type Counted = {
  entries: number;
  records: number;
  readonly problems: FileProblem[];
  /** Whether the lines are kept, or only counted and added up. */
  readonly keeps: 'lines' | 'figures';
};

/** Takes one element of a statement in; refused where an amount or a day cannot be read. */
export function takePiece(
  statement: CamtStatement,
  node: XmlNode,
  counted: Counted,
  writtenOn: Day | undefined,
): Outcome<undefined, BankFileRefusal> {
  if (node.name === 'Bal') return takeBalance(statement, node, counted);
  if (node.name !== 'Ntry') {
    statement.facts.set(node.name, node);
    return accept(undefined);
  }
  counted.entries += 1;
  const read = readEntry(node, {
    entry: counted.entries,
    firstRecord: counted.records + 1,
    otherwiseOn:
      dayAt(statement.facts.get('FrToDt'), 'ToDtTm') ??
      dayAt(statement.facts.get('CreDtTm')) ??
      writtenOn,
    problems: counted.problems,
  });
  if (!read.ok) return read;
  takeEntry(statement, node, read.value, counted.records + 1);
  statement.firstCurrency ??= read.value.transactions[0]?.amount.currency;
  for (const { externalId } of read.value.transactions) {
    if (externalId !== undefined) statement.marks.push(fingerprint(externalId));
  }
  if (counted.keeps === 'lines') statement.transactions.push(...read.value.transactions);
  counted.records += read.value.transactions.length;
  return accept(undefined);
}

function takeEntry(
  statement: CamtStatement,
  node: XmlNode,
  entry: CamtEntry,
  record: number,
): void {
  const tally = entry.amount.units < 0n ? statement.debits : statement.credits;
  tally.count += 1;
  tally.sum = addDecimals(tally.sum, entry.amount);
  if (entry.booked) {
    const before = statement.booked.get(entry.currency) ?? nothing;
    statement.booked.set(entry.currency, addDecimals(before, entry.amount));
  }
  statement.entries += 1;
  statement.details += entry.details;
  const batched = all(node, 'NtryDtls').filter((group) => all(group, 'TxDtls').length > 0);
  for (const group of batched) {
    const found = all(group, 'TxDtls').length;
    pushCount(statement, 'batch_count', textAt(group, 'Btch', 'NbOfTxs'), found, record);
  }
}

function takeBalance(
  statement: CamtStatement,
  node: XmlNode,
  counted: Counted,
): Outcome<undefined, BankFileRefusal> {
  const amount = signedAmount(node);
  const currency = parseCurrency(at(node, 'Amt')?.attributes['Ccy'] ?? '');
  if (amount === undefined || currency === undefined) {
    const reason = 'an amount, its currency and CRDT or DBIT';
    return refuse('read.bad_record', { record: counted.entries + 1, path: 'Bal/Amt', reason });
  }
  const code = firstText(node, ['Tp', 'CdOrPrtry', 'Cd'], ['Tp', 'Cd']) ?? '';
  statement.balances.push({ code, amount, currency, on: dayAt(node, 'Dt') });
  return accept(undefined);
}

/** The booked balance before the entries; the previous closing one where only that is given. */
export function openingOf({ balances }: CamtStatement): CamtBalance | undefined {
  const find = (wanted: string) => balances.find(({ code }) => code === wanted);
  return find('OPBD') ?? find('PRCD');
}

export function closingOf({ balances }: CamtStatement): CamtBalance | undefined {
  return balances.find(({ code }) => code === 'CLBD');
}

/** The statement in the neutral form. */
export function neutralStatement(statement: CamtStatement): Statement {
  const transactions = [...withOwnIds(statement.transactions, statement)];
  return { ...headOf(statement), transactions };
}

/** The statement but for its lines; balances in a currency of their own are left out. */
export function headOf(statement: CamtStatement): Omit<Statement, 'transactions'> {
  const { facts, kind, balances } = statement;
  const opening = openingOf(statement);
  const closing = closingOf(statement);
  const account = facts.get('Acct');
  const from = dayAt(facts.get('FrToDt'), 'FrDtTm') ?? opening?.on;
  const to = dayAt(facts.get('FrToDt'), 'ToDtTm') ?? closing?.on;
  const id = textAt(facts.get('Id'));
  const code =
    parseCurrency(textAt(account, 'Ccy') ?? '') ??
    (opening ?? closing ?? balances[0])?.currency ??
    statement.firstCurrency ??
    noCurrency;
  return {
    account: accountOf(account) ?? '',
    currency: code,
    kind: kind === 'Stmt' ? 'statement' : kind === 'Rpt' ? 'intraday' : 'notices',
    ...(id === undefined ? {} : { id }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(opening?.currency === code ? { opening: moneyOf(opening) } : {}),
    ...(closing?.currency === code ? { closing: moneyOf(closing) } : {}),
  };
}

/** The lines with the identities that the bank gave to one of them only. */
export function* withOwnIds(
  transactions: Iterable<BankTransaction>,
  { marks }: CamtStatement,
): Generator<BankTransaction> {
  const repeated = repeatedAmong(marks);
  for (const { externalId, ...rest } of transactions) {
    const own = externalId !== undefined && !repeated.has(fingerprint(externalId));
    const on = rest.valueOn ?? rest.bookedOn;
    yield own ? { ...rest, externalId: lastingId(externalId, on) } : rest;
  }
}

/** The code of no currency, for a statement that names none. */
const noCurrency = 'XXX';

function moneyOf({ amount, currency }: CamtBalance): Money {
  return asMoney(amount, currency).money;
}

/** What the statement states about itself beside what was counted. */
export function controlsOf(statement: CamtStatement): Control[] {
  if (isPageOfSeveral(statement)) return statement.controls;
  return [...statement.controls, ...summaryControls(statement), ...balanceControl(statement)];
}

function isPageOfSeveral({ facts, kind }: CamtStatement): boolean {
  const pages = facts.get(`${kind}Pgntn`);
  const page = textAt(pages, 'PgNb') ?? '1';
  return page !== '1' || /^(?:false|0)$/u.test(textAt(pages, 'LastPgInd') ?? '');
}

function balanceControl(statement: CamtStatement): Control[] {
  const opening = openingOf(statement);
  const closing = closingOf(statement);
  if (!opening || !closing || statement.kind !== 'Stmt') return [];
  const currencies = [...statement.booked.keys(), closing.currency];
  if (currencies.some((code) => code !== opening.currency)) return [];
  const movements = statement.booked.get(opening.currency) ?? nothing;
  return [
    {
      kind: 'amount',
      what: 'closing_balance',
      record: statement.firstRecord,
      stated: comparable(closing.amount),
      found: comparable(added([opening.amount, movements])),
    },
  ];
}

function summaryControls(statement: CamtStatement): Control[] {
  const summary = statement.facts.get('TxsSummry');
  if (summary === undefined) return [];
  const { credits, debits, firstRecord } = statement;
  const turned = { units: -debits.sum.units, scale: debits.sum.scale };
  const own: CamtStatement = { ...statement, controls: [] };
  const both = added([credits.sum, turned]);
  const groups = [
    ['TtlNtries', 'entry', statement.entries, both],
    ['TtlCdtNtries', 'credit', credits.count, credits.sum],
    ['TtlDbtNtries', 'debit', debits.count, turned],
  ] as const;
  for (const [element, word, count, sum] of groups) {
    const group = at(summary, element);
    pushCount(own, `${word}_count`, textAt(group, 'NbOfNtries'), count, firstRecord);
    const wanted = exactAmount(textAt(group, 'Sum') ?? '');
    if (wanted === undefined) continue;
    own.controls.push({
      kind: 'amount',
      what: `${word}_sum`,
      record: firstRecord,
      stated: comparable(wanted),
      found: comparable(sum),
    });
  }
  return own.controls;
}

function pushCount(
  { controls }: CamtStatement,
  what: string,
  wanted: string | undefined,
  found: number,
  record: number,
): void {
  if (wanted === undefined) return;
  const count = comparable(exactAmount(wanted) ?? nothing);
  controls.push({ kind: 'count', what, record, stated: count, found: String(found) });
}
