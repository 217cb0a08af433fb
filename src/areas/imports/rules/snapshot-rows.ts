/**
 * What a snapshot reads out of the book of its file: a row for each open item, and what the rows
 * that could not be read may have meant.
 *
 * A row that could not be read is no vanished item: whatever any of its cells may name stays.
 */
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import type { Row, Table } from '#formats/table.ts';
import type { Conversion } from './convert.ts';
import type { Incoming, IncomingDocument, IncomingPayment } from './incoming.ts';
import type { Plan } from './plan.ts';
import type { FileState } from './snapshot.ts';

/** One open item of the file; its place among them leads back to the record. */
export type OpenRow = {
  readonly externalId: string;
  /** The number of the document; several due days of one share it. */
  readonly number: string;
  readonly customer: string;
  readonly customerName: string | null;
  readonly currency: Currency;
  /** Minor units; credits negative. */
  readonly open: bigint;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Money on account has no due day of its own. */
  readonly onAccount: boolean;
  readonly record: IncomingDocument | IncomingPayment;
};

/** The open items of a file; what it says was paid in full is not open. */
export function openRows(incoming: Incoming): OpenRow[] {
  const documents = incoming.documents.filter(({ paidOn }) => paidOn === null);
  return [...documents.map(documentRow), ...incoming.payments.map(moneyRow)];
}

function documentRow(record: IncomingDocument): OpenRow {
  const credit = record.kind === 'credit_memo';
  return {
    ...place(record),
    customerName: record.customerName,
    open: credit ? -record.amount : record.amount,
    issuedOn: record.issuedOn,
    dueOn: record.dueOn,
    onAccount: false,
    record,
  };
}

function moneyRow(record: IncomingPayment): OpenRow {
  return {
    ...place(record),
    customerName: null,
    open: -record.amount,
    issuedOn: record.on,
    dueOn: record.on,
    onAccount: true,
    record,
  };
}

function place(record: IncomingDocument | IncomingPayment) {
  const { externalId, customer, currency } = record;
  return { externalId, number: externalId.split('#')[0] ?? externalId, customer, currency };
}

/** The book that only the rows at these places bring. */
export function onlyRows(rows: readonly OpenRow[], places: ReadonlySet<number>): Incoming {
  const documents: IncomingDocument[] = [];
  const payments: IncomingPayment[] = [];
  rows.forEach(({ record }, index) => {
    if (!places.has(index)) return;
    if ('issuedOn' in record) documents.push(record);
    else payments.push(record);
  });
  return { customers: [], terms: [], documents, payments, applications: [], orders: [] };
}

/** What could not be read of a file. */
export type Unread = FileState & {
  /** Every cell of the rows that were not taken in, as a number may be written there. */
  readonly cells: readonly string[];
};

/** Looks at the rows of a file that were not taken in. */
export function unreadOf(table: Table, plan: Plan, conversion: Conversion): Unread {
  const lines = new Set(conversion.problems.map(({ line }) => line));
  const rows = table.rows.filter(({ line }) => lines.has(line));
  const named = plan.columnOf.get('externalId') ?? plan.columnOf.get('number') ?? -1;
  const nameless = rows.filter(
    (row) => row.cells.length > table.columns.length || (row.cells[named] ?? '').trim() === '',
  );
  const cells = new Set(rows.flatMap(cellsOf));
  return {
    rows: conversion.records.length + conversion.problems.length,
    truncated: isTruncated(table, conversion),
    nameless: nameless.map(({ line }) => line),
    cells: [...cells],
  };
}

function cellsOf({ cells }: Row): string[] {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return texts.flatMap((text) => [text, text.replace(/\.0$/u, '')]);
}

/** The last row ends before its columns do, and is no line of totals. */
function isTruncated(table: Table, conversion: Conversion): boolean {
  const last = table.rows.at(-1)?.line;
  const short = table.problems.some(({ line, code }) => code === 'read.short_row' && line === last);
  return short && !conversion.skipped.some(({ line }) => line === last);
}

/** Several files of one snapshot. */
export function unreadTogether(parts: readonly Unread[]): Unread {
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    truncated: parts.some(({ truncated }) => truncated),
    nameless: parts.flatMap(({ nameless }) => nameless),
    cells: parts.flatMap(({ cells }) => cells),
  };
}
