/**
 * A lockbox list as receipts: one check is one receipt with the invoices of all its rows.
 *
 * The check's amount stands on every row of it and counts once: batch and item say which
 * rows are one check, else routing, account and number of the check. Rows of one check that
 * state different amounts are a file that contradicts itself, and it is refused.
 */
import { type Currency, currency, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Day } from '#kernel/day.ts';
import {
  type BankTransaction,
  type FileProblem,
  type RemittanceLine,
  type Statement,
} from '../neutral.ts';
import { type Row, type Table } from '../table.ts';
import { findColumns } from '../tables/find-columns.ts';
import { type TableMapping, type TableQuestion } from '../tables/questions.ts';
import { type TableValues, minorOf, settleValues } from '../tables/values.ts';
import { knownCurrency } from '../values/currencies.ts';
import { type LockboxField, lockboxFields } from './fields.ts';

export type LockboxTable = {
  readonly statements: readonly Statement[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly TableQuestion[];
  readonly mapping: TableMapping<LockboxField>;
};

type Columns = ReadonlyMap<LockboxField, number>;
type Sheet = { readonly at: Columns; readonly values: TableValues; readonly usual: Currency };

/** A lockbox belongs to an American bank unless the list says otherwise. */
const usualCurrency = 'USD';

/** Is it a lockbox list: a check, its amount, and the invoices it pays? */
export function looksLikeLockbox(table: Table): boolean {
  const { at } = findColumns(table, lockboxFields);
  const check = at.has('checkNumber') && at.has('checkAmount');
  const boxed = at.has('lockbox') || (at.has('batch') && at.has('item'));
  return table.headerLine !== undefined && check && boxed;
}

/** Reads a lockbox list; refused by the row that contradicts the others or cannot be read. */
export function readLockboxTable(
  table: Table,
  said: TableMapping<LockboxField> = {},
): Outcome<LockboxTable, 'read.bad_record'> {
  const { at } = findColumns(table, lockboxFields, said.columns);
  const pick = (fields: readonly LockboxField[]): number[] =>
    fields.flatMap((field) => at.get(field) ?? []);
  const values = settleValues(
    table,
    {
      days: pick(['depositedOn', 'checkDate']),
      amounts: pick(['checkAmount', 'invoiceAmount', 'discount']),
    },
    said,
  );
  const { questions } = values;
  const mapping = { ...said, columns: namesOf(table, at) };
  if (questions.length > 0) {
    const problems = questions.map(({ code, facts }) => ({ record: 1, code, facts }));
    return accept({ statements: [], problems, questions, mapping });
  }
  const usual = currency(knownCurrency(said.currency ?? '') ?? usualCurrency);
  const sheet: Sheet = { at, values, usual };
  const statements = new Map<string, Statement & { transactions: BankTransaction[] }>();
  const problems: FileProblem[] = [];
  for (const rows of checksOf(table.rows, at)) {
    const read = receiptOf(rows, sheet, problems);
    if (!read.ok) return read;
    const { transaction, account } = read.value;
    const key = `${account}\n${transaction.amount.currency}`;
    const statement = statements.get(key) ?? {
      account,
      currency: transaction.amount.currency,
      kind: 'notices' as const,
      transactions: [],
    };
    statement.transactions.push(transaction);
    statements.set(key, statement);
  }
  return accept({ statements: [...statements.values()], problems, questions, mapping });
}

function namesOf(table: Table, at: Columns): Partial<Record<LockboxField, string>> {
  const names: Partial<Record<LockboxField, string>> = {};
  for (const [field, index] of at) names[field] = table.columns[index] ?? '';
  return names;
}

function cellOf(row: Row, at: Columns, field: LockboxField): string {
  const index = at.get(field);
  return index === undefined ? '' : (row.cells[index] ?? '').trim();
}

/** The rows of each check together, in the order in which the checks first appear. */
function checksOf(rows: readonly Row[], at: Columns): Row[][] {
  const checks = new Map<string, Row[]>();
  const fields: readonly LockboxField[] =
    at.has('batch') && at.has('item')
      ? ['lockbox', 'depositedOn', 'batch', 'item']
      : ['lockbox', 'depositedOn', 'batch', 'routing', 'account', 'checkNumber'];
  for (const row of rows) {
    const key = fields.map((field) => cellOf(row, at, field)).join('\n');
    const others = checks.get(key);
    if (others === undefined) checks.set(key, [row]);
    else others.push(row);
  }
  return [...checks.values()];
}

type Receipt = { readonly account: string; readonly transaction: BankTransaction };

function receiptOf(
  rows: readonly Row[],
  sheet: Sheet,
  problems: FileProblem[],
): Outcome<Receipt, 'read.bad_record'> {
  const { at, values, usual } = sheet;
  const [first] = rows;
  if (first === undefined) return refuse('read.bad_record', { record: 1, reason: 'a check' });
  const code = knownCurrency(cellOf(first, at, 'currency')) ?? usual;
  const amounts = rows.map((row) => amountIn(row, 'checkAmount', sheet, code));
  const [amount] = amounts;
  const wrong = rows[amounts.findIndex((each) => each === undefined || each !== amount)];
  if (amount === undefined || wrong !== undefined) {
    const reason = 'the same readable check amount on every row of a check';
    return refuse('read.bad_record', { record: (wrong ?? first).line, reason });
  }
  const booked = values.day(first, at.get('depositedOn'));
  const written = values.day(first, at.get('checkDate'));
  const bookedOn = booked === 'blank' ? written : booked;
  if (bookedOn === undefined || bookedOn === 'blank') {
    return refuse('read.bad_record', { record: first.line, reason: 'a deposit date' });
  }
  const lines: RemittanceLine[] = [];
  for (const row of rows) {
    const line = lineOf(row, sheet, code);
    if (typeof line === 'string') {
      return refuse('read.bad_record', { record: row.line, reason: line });
    }
    if (line !== undefined) lines.push(line);
  }
  const names = [...new Set(rows.map((row) => cellOf(row, at, 'payer')))].filter(Boolean);
  if (names.length > 1) {
    const facts = { check: cellOf(first, at, 'checkNumber'), names: names.join(', ') };
    problems.push({ record: first.line, code: 'lockbox.payers_differ', facts });
  }
  const transaction = checkOf(first, { at, code, amount, bookedOn, payer: names[0], lines });
  return accept({ account: cellOf(first, at, 'lockbox'), transaction });
}

type Check = {
  readonly at: Columns;
  readonly code: Currency;
  readonly amount: bigint;
  readonly bookedOn: Day;
  readonly payer: string | undefined;
  readonly lines: readonly RemittanceLine[];
};

/** Batches and items are numbered anew each day, so that box and day belong to the identity. */
function checkOf(row: Row, check: Check): BankTransaction {
  const { at, code, amount, bookedOn, payer, lines } = check;
  const lockbox = cellOf(row, at, 'lockbox');
  const checkNumber = cellOf(row, at, 'checkNumber');
  const payerAccount = [cellOf(row, at, 'routing'), cellOf(row, at, 'account')].join(' ').trim();
  const batch = cellOf(row, at, 'batch');
  const item = cellOf(row, at, 'item');
  const named = {
    ...(payer === undefined ? {} : { payerName: payer }),
    ...(payerAccount === '' ? {} : { payerAccount }),
  };
  return {
    record: row.line,
    ...(batch === '' || item === ''
      ? {}
      : { externalId: `${lockbox}/${bookedOn}/${batch}/${item}` }),
    bookedOn,
    amount: money(amount, code),
    status: 'booked',
    channel: 'lockbox',
    ...named,
    ...(checkNumber === '' ? {} : { checkNumber }),
    references: lines.map(({ reference }) => reference),
    text: lines.map(({ reference }) => reference).join('\n'),
    ...(lines.length === 0 ? {} : { remittance: { record: row.line, ...remitter(named), lines } }),
  };
}

function remitter(named: { readonly payerName?: string; readonly payerAccount?: string }): {
  readonly payerName?: string;
  readonly payerId?: string;
} {
  return {
    ...(named.payerName === undefined ? {} : { payerName: named.payerName }),
    ...(named.payerAccount === undefined ? {} : { payerId: named.payerAccount }),
  };
}

/** The invoice of a row; undefined when the row names none, a text when it is unreadable. */
function lineOf(row: Row, sheet: Sheet, code: Currency): RemittanceLine | undefined | string {
  const { at } = sheet;
  const reference = cellOf(row, at, 'invoice');
  const stated = cellOf(row, at, 'invoiceAmount');
  if (reference === '' && stated === '') return undefined;
  const paid = amountIn(row, 'invoiceAmount', sheet, code);
  if (paid === undefined && /\d/u.test(stated)) return `an amount: "${stated}"`;
  const discount = amountIn(row, 'discount', sheet, code) ?? 0n;
  const reason = cellOf(row, at, 'reason');
  return {
    record: row.line,
    kind: paid !== undefined && paid < 0n ? 'credit_memo' : 'invoice',
    reference,
    ...(paid === undefined ? {} : { paid: money(paid, code) }),
    ...(discount === 0n ? {} : { discount: money(discount, code) }),
    deductions: [],
    ...(reason === '' ? {} : { note: reason }),
  };
}

function amountIn(
  row: Row,
  field: LockboxField,
  { at, values }: Sheet,
  code: Currency,
): bigint | undefined {
  const cell = values.amount(row, at.get(field));
  return cell === undefined ? undefined : minorOf(cell.value, code);
}

/** Checks and what they add up to, by batch, as the list has them. */
export function lockboxFigures(statements: readonly Statement[]): {
  readonly checks: number;
  readonly total: string;
} {
  const all = statements.flatMap(({ transactions }) => transactions);
  const minor = all.reduce((sum, { amount }) => sum + amount.minor, 0n);
  const code = statements[0]?.currency ?? usualCurrency;
  return { checks: all.length, total: formatMoney(money(minor, code)) };
}
