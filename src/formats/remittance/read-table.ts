/**
 * A remittance advice in a table: CSV, a sheet, a table in a mail or rows pasted from a
 * spreadsheet.
 *
 * One file may advise several payments; rows with one payment number belong together. A row
 * with an amount is a line whatever else it lacks: what we do not know the payer may mean.
 */
import { type Currency, currency, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Day } from '#kernel/day.ts';
import {
  type Control,
  type FileProblem,
  type Remittance,
  type RemittanceLine,
} from '../neutral.ts';
import { type Row, type Table } from '../table.ts';
import { findColumns } from '../tables/find-columns.ts';
import { type TableMapping, type TableQuestion } from '../tables/questions.ts';
import { type TableValues, minorOf, settleValues } from '../tables/values.ts';
import { knownCurrency } from '../values/currencies.ts';
import { plainName } from '../values/header-name.ts';
import { type RemittanceField, remittanceFields, totalWords } from './fields.ts';
import { lineOf } from './line.ts';
import { prove } from './proof.ts';

export type RemittanceTable = {
  readonly remittances: readonly Remittance[];
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly TableQuestion[];
  readonly mapping: TableMapping<RemittanceField>;
};

type Columns = ReadonlyMap<RemittanceField, number>;
type Sheet = { readonly at: Columns; readonly values: TableValues; readonly usual: Currency };

const amountFields: readonly RemittanceField[] = [
  'gross',
  'discount',
  'deduction',
  'paid',
  'total',
];

/** Is it an advice: documents, with what was paid on them? */
export function looksLikeRemittance(table: Table): boolean {
  if (table.headerLine === undefined) return false;
  const at = remittanceColumns(table);
  const plain = table.columns.map(plainName);
  const paying = at.has('paid') || at.has('paymentReference');
  const advised = at.has('discount') || at.has('deduction') || at.has('paymentReference');
  // Our own list of open items has due dates; whoever pays does not write ours.
  if (plain.some((name) => /^(?:due date|net due date|days overdue|vencimiento)$/u.test(name))) {
    return false;
  }
  if (plain.some((name) => /\bpayment id\b|^customer (?:number|no|id)$/u.test(name))) return false;
  return at.has('reference') && paying && advised;
}

/** `Payment Amount` is the payment's total beside a net, and what is paid on a row alone. */
function remittanceColumns(table: Table, said?: TableMapping<RemittanceField>['columns']): Columns {
  const at = new Map(findColumns(table, remittanceFields, said).at);
  const total = at.get('total');
  if (total === undefined || at.has('paid') || at.has('gross')) return at;
  at.delete('total');
  return at.set('paid', total);
}

/** Reads an advice; refused by the row whose amount cannot be read. */
export function readRemittanceTable(
  table: Table,
  said: TableMapping<RemittanceField> = {},
): Outcome<RemittanceTable, 'read.bad_record'> {
  const at = remittanceColumns(table, said.columns);
  const pick = (fields: readonly RemittanceField[]): number[] =>
    fields.flatMap((field) => at.get(field) ?? []);
  const columns = { days: pick(['paidOn', 'issuedOn']), amounts: pick(amountFields) };
  const values = settleDates(table, columns, said);
  const code = currencyOf(table, at, values, said);
  const questions = [...values.questions, ...missing(at), ...(code === none ? [unknown] : [])];
  const mapping = { ...said, columns: namesOf(table, at) };
  const open = questions.map((each) => ({ record: 1, code: each.code, facts: each.facts }));
  if (questions.some((question) => question !== unknown)) {
    return accept({ remittances: [], controls: [], problems: open, questions, mapping });
  }
  const sheet: Sheet = { at, values, usual: code };
  const bad = badAmount(table, sheet);
  if (bad !== undefined) return refuse('read.bad_record', bad);
  const problems: FileProblem[] = [...open];
  const controls: Control[] = [];
  const proved = paymentsOf(table, sheet, problems).map(prove);
  for (const each of proved) {
    controls.push(...each.controls);
    problems.push(...each.problems);
  }
  const remittances = proved.map(({ remittance }) => remittance);
  return accept({ remittances, controls, problems, questions, mapping });
}

/** No money hangs on the dates of an advice: what nothing decides is read as Americans write. */
function settleDates(
  table: Table,
  columns: { readonly days: readonly number[]; readonly amounts: readonly number[] },
  said: TableMapping<RemittanceField>,
): TableValues {
  const values = settleValues(table, columns, said);
  const open = values.questions.some(({ code }) => code === 'table.date_order_unknown');
  return open ? settleValues(table, columns, { ...said, dateOrder: 'mdy' }) : values;
}

const none = currency('XXX');
const unknown: TableQuestion = {
  code: 'table.currency_unknown',
  facts: {},
  option: 'currency',
  choices: [],
};

function missing(at: Columns): TableQuestion[] {
  const lacks = [
    ...(at.has('reference') || at.has('order') ? [] : ['reference']),
    ...(at.has('paid') || at.has('gross') ? [] : ['paid']),
  ];
  return lacks.map((field) => ({
    code: 'table.column_missing',
    facts: { field },
    option: 'columns',
    choices: [],
  }));
}

function namesOf(table: Table, at: Columns): Partial<Record<RemittanceField, string>> {
  const names: Partial<Record<RemittanceField, string>> = {};
  for (const [field, index] of at) names[field] = table.columns[index] ?? '';
  return names;
}

/** The currency said, or the one beside the amounts; a dollar sign alone is ours to decide. */
function currencyOf(
  table: Table,
  at: Columns,
  values: TableValues,
  said: TableMapping<RemittanceField>,
): Currency {
  for (const row of table.rows) {
    const own = knownCurrency(cellOf(row, at, 'currency'));
    if (own !== undefined) return own;
    for (const field of amountFields) {
      const beside = values.amount(row, at.get(field))?.currency;
      if (beside !== undefined) return beside;
    }
  }
  const dollars = table.rows.some((row) => row.cells.some((cell) => cell.includes('$')));
  return currency(knownCurrency(said.currency ?? '') ?? (dollars ? 'USD' : none));
}

function cellOf(row: Row, at: Columns, field: RemittanceField): string {
  const index = at.get(field);
  return index === undefined ? '' : (row.cells[index] ?? '').trim();
}

function badAmount(table: Table, sheet: Sheet): { record: number; reason: string } | undefined {
  for (const row of table.rows) {
    const field = amountFields.find(
      (each) => /\d/u.test(cellOf(row, sheet.at, each)) && minorIn(row, each, sheet) === undefined,
    );
    if (field !== undefined) {
      return { record: row.line, reason: `an amount: "${cellOf(row, sheet.at, field)}"` };
    }
  }
  return undefined;
}

function minorIn(row: Row, field: RemittanceField, sheet: Sheet): bigint | undefined {
  const cell = sheet.values.amount(row, sheet.at.get(field));
  if (cell === undefined) return undefined;
  const minor = minorOf(cell.value, sheet.usual);
  return minor !== undefined && cell.side === 'in' ? -minor : minor;
}

function dayIn(row: Row, field: RemittanceField, { at, values }: Sheet): Day | undefined {
  const day = values.day(row, at.get(field));
  return day === 'blank' ? undefined : day;
}

type Open = Omit<Remittance, 'lines'> & { lines: RemittanceLine[] };

/** The payments that the rows advise, in the order in which they first appear. */
function paymentsOf(table: Table, sheet: Sheet, problems: FileProblem[]): Remittance[] {
  const payments = new Map<string, Open>();
  let last: Open | undefined;
  for (const row of table.rows) {
    if (isTotal(row, sheet)) {
      const total = minorIn(row, 'paid', sheet) ?? minorIn(row, 'gross', sheet);
      if (last !== undefined && total !== undefined && last.total === undefined) {
        last = replaceTotal(payments, last, money(total, sheet.usual));
      }
      continue;
    }
    const line = lineIn(row, sheet);
    if (line === undefined) {
      const text = row.cells
        .filter((cell) => cell.trim() !== '')
        .join(' ')
        .slice(0, 200);
      problems.push({ record: row.line, code: 'remittance.row_kept_aside', facts: { text } });
      continue;
    }
    last = paymentFor(row, sheet, payments);
    last.lines.push(line);
  }
  return [...payments.values()];
}

function isTotal(row: Row, { at }: Sheet): boolean {
  const reference = cellOf(row, at, 'reference');
  if (reference !== '' && !/^\W*(?:grand |sub)?totals?\b/iu.test(reference)) return false;
  return row.cells.some((cell) => totalWords.test(cell));
}

function replaceTotal(payments: Map<string, Open>, open: Open, total: Remittance['total']): Open {
  const settled = { ...open, ...(total === undefined ? {} : { total }) };
  for (const [key, value] of payments) if (value === open) payments.set(key, settled);
  return settled;
}

function paymentFor(row: Row, sheet: Sheet, payments: Map<string, Open>): Open {
  const cell = (field: RemittanceField): string => cellOf(row, sheet.at, field);
  const key = ['paymentReference', 'payer', 'payerId', 'paidOn'] as const;
  const name = key.map(cell).join('\n');
  const known = payments.get(name);
  if (known !== undefined) return known;
  const paidOn = dayIn(row, 'paidOn', sheet);
  const total = minorIn(row, 'total', sheet);
  const payment: Open = {
    record: row.line,
    ...(cell('payer') === '' ? {} : { payerName: cell('payer') }),
    ...(cell('payerId') === '' ? {} : { payerId: cell('payerId') }),
    ...(cell('paymentReference') === '' ? {} : { paymentReference: cell('paymentReference') }),
    ...(paidOn === undefined ? {} : { paidOn }),
    ...(total === undefined ? {} : { total: money(total, sheet.usual) }),
    lines: [],
  };
  payments.set(name, payment);
  return payment;
}

/** The line of a row; undefined for a row with neither a document nor an amount. */
function lineIn(row: Row, sheet: Sheet): RemittanceLine | undefined {
  const cell = (field: RemittanceField): string => cellOf(row, sheet.at, field);
  const figures = {
    gross: minorIn(row, 'gross', sheet),
    discount: minorIn(row, 'discount', sheet),
    deduction: minorIn(row, 'deduction', sheet),
    paid: minorIn(row, 'paid', sheet),
  };
  const empty = Object.values(figures).every((figure) => figure === undefined);
  if (empty && cell('reference') === '' && cell('order') === '') return undefined;
  const issuedOn = dayIn(row, 'issuedOn', sheet);
  const words = {
    record: row.line,
    reference: cell('reference'),
    type: cell('type'),
    ...(cell('order') === '' ? {} : { order: cell('order') }),
    reason: cell('reason'),
    note: cell('note'),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  };
  return lineOf(words, figures, sheet.usual);
}
