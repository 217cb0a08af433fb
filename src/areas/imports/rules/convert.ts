/**
 * Turns the rows of a table into records under a plan.
 *
 *   row ──▶ record     taken in, perhaps with a warning
 *    ├────▶ problem    not taken in, with its line, its field and what to do
 *    └────▶ skipped    left out without being wrong: blank, a copy, deleted, a total
 *
 * Every row ends in exactly one of the three, so rows in = records + problems + skipped.
 * Two rows with one id and different content are both problems: which one is right is not
 * for a program to say.
 */
import { type Row, type Table } from '#formats/table.ts';
import { type DeskRecord, naturalKey } from './desk-record.ts';
import { deskRecordOf } from './desk-rows.ts';
import { customerOf } from './customer-row.ts';
import { itemOf } from './item-row.ts';
import { type Field, type Kind } from './kinds.ts';
import { applicationOf, orderOf, paymentOf } from './money-rows.ts';
import { type Plan } from './plan.ts';
import {
  type RowFinding,
  type RowProblem,
  type RowProblemCode,
  type RowWarning,
  type SkipReason,
  type SkippedRow,
} from './problems.ts';
import { type RecordOf, type Records } from './records.ts';
import { type ReadingRow, flagOf, makeReader, turnTo } from './row-reader.ts';
import { termsOf } from './terms-row.ts';
import { type FileTotal, totalsOf } from './totals.ts';

export type Converted<K extends Kind> = {
  readonly kind: K;
  readonly records: readonly RecordOf<K>[];
  /** One a row that was not taken in, by line. */
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
  readonly skipped: readonly SkippedRow[];
  /** Every row below the header: those that became records, problems, or were skipped. */
  readonly rows: number;
  readonly totals: readonly FileTotal[];
};
export type Conversion = { [K in Kind]: Converted<K> }[Kind];

/** Reads every row of a table. The plan was made for this table. */
export function convert(table: Table, plan: Plan): Conversion {
  switch (plan.kind) {
    case 'customers':
      return convertRows('customers', table, plan, customerOf, (each) => each.number);
    case 'items':
      return convertRows('items', table, plan, itemOf, (each) =>
        [each.company ?? '', each.externalId, each.instalment ?? ''].join(' '),
      );
    case 'payments':
      return convertRows('payments', table, plan, paymentOf, (each) => each.externalId);
    case 'applications':
      return convertRows('applications', table, plan, applicationOf, (each) => each.externalId);
    case 'orders':
      return convertRows('orders', table, plan, orderOf, (each) => each.externalId);
    case 'terms':
      return convertRows('terms', table, plan, termsOf, (each) => each.code);
    case 'contacts':
    case 'owners':
    case 'notes':
    case 'promises':
    case 'disputes':
    case 'next-actions': {
      const { kind } = plan;
      const build = (row: ReadingRow): DeskRecord | undefined => deskRecordOf(kind, row);
      return convertRows(kind, table, plan, build, identityOf);
    }
  }
}

/** Two rows of the desk are one record by their id, else by what they say. */
function identityOf(record: DeskRecord): string {
  const { company, customerNumber, externalId } = record;
  return [company ?? '', customerNumber, externalId ?? naturalKey(record)].join(' ');
}

type Taken<R> = { readonly record: R; readonly row: Row; torn: boolean };

function convertRows<K extends Kind>(
  kind: K,
  table: Table,
  plan: Plan,
  build: (row: ReadingRow) => Records[K] | 'closed' | undefined,
  identify: (record: Records[K]) => string,
): Converted<K> {
  const reading = makeReader(plan);
  const taken = new Map<string, Taken<Records[K]>>();
  const problems: RowProblem[] = [];
  const warnings: RowWarning[] = tableWarnings(table);
  const skipped: SkippedRow[] = table.blankLines.map((line) => skip(line, 'import.blank_row'));
  for (const row of table.rows) {
    turnTo(reading, row);
    if (row.cells.length > table.columns.length) {
      problems.push(slipped(row, table.columns.length));
      continue;
    }
    if (flagOf(reading, 'deleted') === true) {
      skipped.push(skip(row.line, 'import.deleted_in_source'));
      continue;
    }
    const record = build(reading);
    if (record === 'closed') skipped.push(skip(row.line, 'import.already_closed'));
    else if (record === undefined) {
      if (isTotalRow(row)) skipped.push(skip(row.line, 'import.total_row'));
      else if (saysNothing(plan, row)) skipped.push(skip(row.line, 'import.heading_row'));
      else problems.push(problemOf(reading.problems));
    } else {
      const id = identify(record);
      const before = taken.get(id);
      if (before === undefined) {
        taken.set(id, { record, row, torn: false });
        if (reading.warnings.length > 0) warnings.push(...reading.warnings);
      } else if (sameContent(plan, before.row, row)) {
        skipped.push(skip(row.line, 'import.duplicate_row', { first: before.row.line }));
      } else {
        if (!before.torn) problems.push(repeated(plan, before.row, row.line));
        before.torn = true;
        problems.push(repeated(plan, row, before.row.line));
      }
    }
  }
  const whole = [...taken.values()].filter((each) => !each.torn);
  const lines = new Set(problems.map((problem) => problem.line));
  const records = whole.map((each) => each.record);
  return {
    kind,
    records,
    problems: problems.toSorted((a, b) => a.line - b.line),
    warnings: warnings.filter((warning) => !lines.has(warning.line)),
    skipped: skipped.toSorted((a, b) => a.line - b.line),
    rows: table.rows.length + table.blankLines.length,
    totals: totalsOf(kind, records),
  };
}

function skip(line: number, reason: SkipReason, facts: SkippedRow['facts'] = {}): SkippedRow {
  return { line, reason, facts };
}

/** What the reader of the file found, as far as the rows are read all the same. */
function tableWarnings(table: Table): RowWarning[] {
  return table.problems.flatMap(({ line, code, facts }) =>
    code === 'read.long_row' ? [] : [{ line, field: '', code, facts }],
  );
}

function slipped(row: Row, width: number): RowProblem {
  const facts = { cells: row.cells.length, width };
  return { line: row.line, field: '', code: 'read.long_row', facts, also: [] };
}

function problemOf(found: readonly RowFinding<RowProblemCode>[]): RowProblem {
  const [first, ...also] = found;
  if (first === undefined) throw new Error('a row was refused without a problem');
  return { ...first, also };
}

/** A row that adds the others up: a label and figures, and most of its cells empty. */
function isTotalRow(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const label = /^(?:grand |sub|report )?-?total(?:es|s)?\b|^suma\b|^saldo total\b/iu;
  return (
    filled.length * 2 <= row.cells.length + 1 && filled.some((cell) => label.test(cell.trim()))
  );
}

/** A heading between the rows: nothing stands in any column that is read. */
function saysNothing(plan: Plan, row: Row): boolean {
  for (const index of plan.columnOf.values()) {
    if ((row.cells[index] ?? '').trim() !== '') return false;
  }
  return true;
}

/** Rows that say the same in every column that is read. */
function sameContent(plan: Plan, a: Row, b: Row): boolean {
  for (const index of plan.columnOf.values()) {
    if ((a.cells[index] ?? '').trim() !== (b.cells[index] ?? '').trim()) return false;
  }
  return true;
}

/** The columns that identify a row, the first of which a person looks at. */
const identities: { readonly [K in Kind]: readonly Field[] } = {
  customers: ['number', 'name'],
  items: ['externalId', 'number'],
  payments: ['externalId', 'reference'],
  applications: ['externalId', 'documentId'],
  orders: ['externalId'],
  terms: ['code'],
  contacts: ['externalId', 'email', 'contactName'],
  owners: ['customerNumber'],
  notes: ['externalId', 'text'],
  promises: ['externalId', 'dueOn'],
  disputes: ['externalId', 'number'],
  'next-actions': ['externalId', 'action'],
};

function repeated(plan: Plan, row: Row, other: number): RowProblem {
  const field = identities[plan.kind].find((each) => plan.columnOf.has(each)) ?? '';
  const index = field === '' ? undefined : plan.columnOf.get(field);
  const column = index === undefined ? '' : (plan.columns[index] ?? '');
  const value = index === undefined ? '' : (row.cells[index] ?? '').trim();
  const facts = { column, value, other };
  return { line: row.line, field, code: 'import.id_repeated', facts, also: [] };
}
