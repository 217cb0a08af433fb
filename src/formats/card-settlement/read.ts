/**
 * A card processor's report as lines of gross, fee and net, each in the batch it was paid
 * out with.
 *
 * The fee is what the processor kept and is positive here, whichever sign the report gives
 * it; gross less fee is net on every line, and the lines of a batch add up to its payout.
 */
import { type Currency, currency, decimalsOf, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type FileProblem, type SettlementLine } from '../neutral.ts';
import { type Row, type Table } from '../table.ts';
import { findColumns } from '../tables/find-columns.ts';
import { type TableMapping, type TableQuestion } from '../tables/questions.ts';
import { saysTotal } from '../tables/total-row.ts';
import { type TableValues, minorOf, settleValues } from '../tables/values.ts';
import { knownCurrency } from '../values/currencies.ts';
import { plainName } from '../values/header-name.ts';
import { type CardField, cardFields, processors } from './fields.ts';
import { kindOf } from './kinds.ts';

export type CardTable = {
  readonly processor: string;
  readonly lines: readonly SettlementLine[];
  /** What the processor held after a line, by the line's record; only some reports tell. */
  readonly balances: ReadonlyMap<number, bigint>;
  /** What the report adds up itself, in rows of their own. */
  readonly totals: readonly StatedTotal[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly TableQuestion[];
  readonly mapping: TableMapping<CardField>;
};

export type StatedTotal = {
  readonly record: number;
  readonly currency: Currency | undefined;
  /** Lines that stand above it. */
  readonly above: number;
  readonly gross: bigint;
  readonly net: bigint;
};

export type CardColumns = ReadonlyMap<CardField, number>;

/** Is it a processor's report: what was charged, what was kept, what is paid out? */
export function looksLikeSettlement(table: Table): boolean {
  if (table.headerLine === undefined) return false;
  const { at } = findColumns(table, cardFields);
  const has = (...fields: CardField[]): boolean => fields.every((field) => at.has(field));
  if (has('netDebit', 'netCredit')) return true;
  if (has('gross', 'fee', 'net')) return has('id') || has('batch');
  return has('id', 'gross', 'fee', 'currency') && processorOf(table) === 'stripe';
}

/** The processor by the header; `card` when any could have written it. */
export function processorOf(table: Table): string {
  const names = `|${table.columns.map(plainName).join('|')}|`;
  return processors.find(([pattern]) => pattern.test(names))?.[1] ?? 'card';
}

type Sheet = {
  readonly at: CardColumns;
  readonly values: TableValues;
  readonly usual: Currency;
  /** `cents`: the report counts in minor units, as an interface for programs does. */
  readonly unit: 'cents' | 'decimal';
  readonly feeSign: 1n | -1n;
  readonly processor: string;
};

const amountFields: readonly CardField[] = [
  'gross',
  'grossDebit',
  'grossCredit',
  'refunded',
  'fee',
  'commission',
  'markup',
  'schemeFees',
  'interchange',
  'net',
  'netDebit',
  'netCredit',
  'balance',
];

/** Reads a processor's report; refused by the row that cannot be read. */
export function readCardTable(
  table: Table,
  said: TableMapping<CardField> = {},
): Outcome<CardTable, 'read.bad_record'> {
  const { at } = findColumns(table, cardFields, said.columns);
  const pick = (fields: readonly CardField[]): number[] =>
    fields.flatMap((field) => at.get(field) ?? []);
  const values = settleValues(table, { days: pick(['on']), amounts: pick(amountFields) }, said);
  const known = at.has('currency') || said.currency !== undefined;
  const questions = [...values.questions, ...(known ? [] : [whichCurrency])];
  const mapping = { ...said, columns: namesOf(table, at) };
  const processor = processorOf(table);
  const nothing = { processor, lines: [], balances: new Map<number, bigint>(), totals: [] };
  if (values.questions.length > 0) {
    const problems = questions.map(({ code, facts }) => ({ record: 1, code, facts }));
    return accept({ ...nothing, problems, questions, mapping });
  }
  const usual = currency(knownCurrency(said.currency ?? '') ?? 'XXX');
  const unit = countsCents(table, at) ? 'cents' : 'decimal';
  const unsigned: Sheet = { at, values, usual, unit, feeSign: 1n, processor };
  const sheet: Sheet = { ...unsigned, feeSign: feeSignOf(table.rows, unsigned) };
  const lines: SettlementLine[] = [];
  const problems: FileProblem[] = [];
  const balances = new Map<number, bigint>();
  const totals: StatedTotal[] = [];
  for (const row of table.rows) {
    const total = totalOf(row, sheet, lines);
    if (total !== undefined) {
      totals.push(total);
      continue;
    }
    const read = linesOf(row, sheet, problems);
    if (typeof read === 'string') {
      return refuse('read.bad_record', { record: row.line, reason: read });
    }
    lines.push(...read);
    const balance = amountOf(row, 'balance', sheet, currencyOf(row, sheet));
    if (balance !== undefined) balances.set(row.line, balance);
  }
  const open = questions.map(({ code, facts }) => ({ record: 1, code, facts }));
  return accept({
    processor,
    lines,
    balances,
    totals,
    problems: [...problems, ...open],
    questions,
    mapping,
  });
}

const whichCurrency: TableQuestion = {
  code: 'table.currency_unknown',
  facts: {},
  option: 'currency',
  choices: [],
};

function namesOf(table: Table, at: CardColumns): Partial<Record<CardField, string>> {
  const names: Partial<Record<CardField, string>> = {};
  for (const [field, index] of at) names[field] = table.columns[index] ?? '';
  return names;
}

/** Whole numbers in every amount of Stripe's own tables are cents; lists for people have points. */
function countsCents(table: Table, at: CardColumns): boolean {
  const indexes = (['gross', 'fee', 'net'] as const).flatMap((field) => at.get(field) ?? []);
  const texts = table.rows.flatMap((row) =>
    indexes.map((index) => (row.cells[index] ?? '').trim()),
  );
  const filled = texts.filter((text) => text !== '');
  return (
    table.format === 'csv' &&
    processorOf(table) === 'stripe' &&
    filled.length > 0 &&
    filled.every((text) => /^-?\d+$/u.test(text))
  );
}

/** PayPal writes its fee below zero: gross and fee add up to net. */
function feeSignOf(rows: readonly Row[], sheet: Sheet): 1n | -1n {
  let votes = 0;
  for (const row of rows) {
    const code = currencyOf(row, sheet);
    const gross = amountOf(row, 'gross', sheet, code);
    const fee = amountOf(row, 'fee', sheet, code);
    const net = amountOf(row, 'net', sheet, code);
    if (gross === undefined || fee === undefined || net === undefined || fee === 0n) continue;
    if (gross + fee === net) votes -= 1;
    if (gross - fee === net) votes += 1;
  }
  return votes < 0 ? -1n : 1n;
}

function cellOf(row: Row, field: CardField, { at }: Sheet): string {
  const index = at.get(field);
  return index === undefined ? '' : (row.cells[index] ?? '').trim();
}

function currencyOf(row: Row, sheet: Sheet): Currency {
  return knownCurrency(cellOf(row, 'currency', sheet)) ?? sheet.usual;
}

function amountOf(
  row: Row,
  field: CardField,
  { at, values, unit }: Sheet,
  code: Currency,
): bigint | undefined {
  const cell = values.amount(row, at.get(field));
  if (cell === undefined) return undefined;
  if (unit === 'decimal' || decimalsOf(code) === 0) return minorOf(cell.value, code);
  return cell.value.scale === 0 ? cell.value.units : undefined;
}

type Figures = { readonly gross: bigint; readonly fee: bigint; readonly net: bigint };

/** A row's line; a refunded payment of a payments list is two; a failed one is none. */
function linesOf(row: Row, sheet: Sheet, problems: FileProblem[]): SettlementLine[] | string {
  const code = currencyOf(row, sheet);
  const unreadable = amountFields.find(
    (field) =>
      /\d/u.test(cellOf(row, field, sheet)) && amountOf(row, field, sheet, code) === undefined,
  );
  if (unreadable !== undefined) return `an amount: "${cellOf(row, unreadable, sheet)}"`;
  const figures = figuresOf(row, sheet, code);
  const on = sheet.values.day(row, sheet.at.get('on'));
  if (figures === undefined && (on === 'blank' || on === undefined)) {
    const text = row.cells
      .filter((cell) => cell.trim() !== '')
      .join(' ')
      .slice(0, 200);
    problems.push({ record: row.line, code: 'table.row_is_no_movement', facts: { text } });
    return [];
  }
  if (figures === undefined) return 'an amount';
  if (on === 'blank' || on === undefined) return 'a day';
  const status = cellOf(row, 'status', sheet);
  if (/^(?:failed|declined|canceled|cancelled|requires_\w+|denied|voided)$/iu.test(status)) {
    problems.push({ record: row.line, code: 'settlement.not_paid', facts: { status } });
    return [];
  }
  if (figures.gross - figures.fee !== figures.net) {
    problems.push({ record: row.line, code: 'settlement.line_does_not_add', facts: {} });
  }
  const line = lineOf(row, sheet, { on, code, figures });
  const refunded = sheet.at.has('net') ? 0n : (amountOf(row, 'refunded', sheet, code) ?? 0n);
  if (refunded === 0n) return [line];
  const back = money(-refunded, code);
  const refund = { ...line, kind: 'refund' as const, gross: back, fee: money(0n, code), net: back };
  return [line, { ...refund, id: `${line.id}/refund` }];
}

/** The figures of a row that says it is a total and has no day; in the currency of all lines. */
function totalOf(
  row: Row,
  sheet: Sheet,
  lines: readonly SettlementLine[],
): StatedTotal | undefined {
  const on = sheet.values.day(row, sheet.at.get('on'));
  if ((on !== 'blank' && on !== undefined) || !saysTotal(row)) return undefined;
  const codes = new Set(lines.map(({ net }) => net.currency));
  const only = codes.size === 1 ? [...codes][0] : undefined;
  const code = knownCurrency(cellOf(row, 'currency', sheet)) ?? only;
  const figures = figuresOf(row, sheet, code ?? sheet.usual);
  if (figures === undefined) return undefined;
  const { gross, net } = figures;
  return { record: row.line, currency: code, above: lines.length, gross, net };
}

function figuresOf(row: Row, sheet: Sheet, code: Currency): Figures | undefined {
  const read = (field: CardField): bigint | undefined => amountOf(row, field, sheet, code);
  if (sheet.at.has('netDebit') || sheet.at.has('netCredit'))
    return figuresOfPairs(row, sheet, code);
  const gross = read('gross');
  if (gross === undefined) return undefined;
  const fee = (read('fee') ?? 0n) * sheet.feeSign;
  const net = read('net') ?? gross - fee;
  // Some write what a refund took without a sign, and only its net below zero.
  return { gross: net === -gross - fee ? -gross : gross, fee, net };
}

/** Adyen: debit and credit apart, gross in the shopper's currency, net and costs in ours. */
function figuresOfPairs(row: Row, sheet: Sheet, code: Currency): Figures | undefined {
  const read = (field: CardField): bigint | undefined => amountOf(row, field, sheet, code);
  const [credit, debit] = [read('netCredit'), read('netDebit')];
  if (credit === undefined && debit === undefined) return undefined;
  const net = (credit ?? 0n) - (debit ?? 0n);
  const costs = (['commission', 'markup', 'schemeFees', 'interchange'] as const).map(read);
  const fee = costs.reduce((sum: bigint, cost) => sum + (cost ?? 0n), 0n);
  const [grossCredit, grossDebit] = [read('grossCredit'), read('grossDebit')];
  const own = knownCurrency(cellOf(row, 'grossCurrency', sheet)) === code;
  const stated = grossCredit !== undefined || grossDebit !== undefined;
  const gross = own && stated ? (grossCredit ?? 0n) - (grossDebit ?? 0n) : net + fee;
  return { gross, fee, net };
}

type Settled = {
  readonly on: SettlementLine['on'];
  readonly code: Currency;
  readonly figures: Figures;
};

function lineOf(row: Row, sheet: Sheet, { on, code, figures }: Settled): SettlementLine {
  const cell = (field: CardField): string => cellOf(row, field, sheet);
  const batch = cell('batch');
  const last4 = /(\d{4})\D*$/u.exec(cell('last4'))?.[1];
  const brand = cell('brand');
  return {
    record: row.line,
    kind: kindOf(wordOf(row, sheet), figures.gross),
    id: cell('id') || `${batch || 'row'}-${row.line}`,
    on,
    gross: money(figures.gross, code),
    fee: money(figures.fee, code),
    net: money(figures.net, code),
    reference: cell('reference') || cell('description') || cell('source'),
    ...(batch === '' ? {} : { batch }),
    ...(brand === '' ? {} : { brand }),
    ...(last4 === undefined ? {} : { last4 }),
  };
}

/** The processor's word for a line; PayPal's statement calls it the description. */
function wordOf(row: Row, sheet: Sheet): string {
  const type = cellOf(row, 'type', sheet);
  const described = sheet.processor === 'paypal';
  return type === '' && described ? cellOf(row, 'description', sheet) : type;
}
