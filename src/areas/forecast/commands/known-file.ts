/**
 * A history of invoices as a file: who owed what, when it was due and when, if ever, it was paid.
 *
 * Columns: invoice_id, customer_id, company, currency, terms, attr, issue_date, due_date, amount,
 * paid_date; the last is empty while the invoice is open.
 */
import { readFileSync } from 'node:fs';
import { type Day, parseDay } from '#kernel/day.ts';
import { readCsv } from '#formats/csv/read.ts';
import { Unfit } from '#platform/cli/command.ts';
import { toNumber } from '../rules/days.ts';
import type { KnownItem } from '../rules/known-item.ts';

const columns = [
  'invoice_id',
  'customer_id',
  'company',
  'currency',
  'terms',
  'attr',
  'issue_date',
  'due_date',
  'amount',
  'paid_date',
] as const;
type Column = (typeof columns)[number];
/** Without these nothing can be said; the others may be missing and are then empty. */
const needed: readonly Column[] = [
  'invoice_id',
  'customer_id',
  'issue_date',
  'due_date',
  'amount',
  'paid_date',
];

export function readKnown(file: string): KnownItem[] {
  const table = readCsv(bytesOf(file));
  const places = new Map(table.columns.map((column, at) => [column.trim().toLowerCase(), at]));
  const missing = needed.find((column) => !places.has(column));
  if (missing !== undefined) {
    throw new Unfit(
      'predict.no_column',
      `${file} has no column "${missing}"; it needs ${needed.join(', ')}`,
    );
  }
  const seen = new Map<string, number>();
  return table.rows.map(({ cells, line }) => {
    const cell = (column: Column): string => (cells[places.get(column) ?? -1] ?? '').trim();
    const at = `${file}, line ${line}`;
    const invoiceId = cell('invoice_id');
    if (invoiceId === '') throw unreadable(`${at}: invoice_id is empty`);
    const earlier = seen.get(invoiceId);
    if (earlier !== undefined) {
      throw unreadable(`${at}: invoice ${invoiceId} stands on line ${earlier} already`);
    }
    seen.set(invoiceId, line);
    const dayIn = (column: Column): number => toNumber(dayOf(cell(column), `${at}: ${column}`));
    return {
      invoiceId,
      customerId: cell('customer_id'),
      company: cell('company'),
      currency: cell('currency'),
      terms: cell('terms'),
      attr: cell('attr'),
      issuedOn: dayIn('issue_date'),
      dueOn: dayIn('due_date'),
      size: sizeOf(cell('amount'), at),
      paidOn: cell('paid_date') === '' ? null : dayIn('paid_date'),
    };
  });
}

function dayOf(text: string, at: string): Day {
  const read = parseDay(text.slice(0, 10));
  if (!read) throw unreadable(`${at} is "${text}"; write a day such as 2026-09-30`);
  return read;
}

function sizeOf(text: string, at: string): number {
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) {
    throw unreadable(`${at}: amount is "${text}"; write a number such as 1250.10`);
  }
  return Number(text);
}

function unreadable(message: string): Unfit {
  return new Unfit('predict.unreadable_row', message);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Unfit('predict.no_file', `${file} cannot be read; name a CSV file of invoices`);
  }
}
