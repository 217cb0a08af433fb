/**
 * A sheet of payments that shall go to the bank: one row a payment, and what all have in common
 * (who we are, the day) in the same columns or told once beside them.
 *
 * What is missing or cannot be read is named by its row and field; nothing is guessed, because
 * what is written from here moves money.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { type Money, currency, parseCurrency, parseMoney } from '#kernel/money.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Table } from '../table.ts';

export type SheetRefusal = 'payments.field_missing' | 'payments.field_wrong' | 'payments.empty';

/** One row, or what all rows have in common. */
export type PaymentCells = {
  readonly line: number;
  /** Trimmed; empty when it is not there. */
  readonly text: (field: string) => string;
};

/** Rows with their fields; a field that a row leaves empty is taken from `common`. */
export function paymentRows(
  table: Table,
  common: Readonly<Record<string, string>>,
): PaymentCells[] {
  const places = new Map(table.columns.map((name, at) => [fieldName(name), at]));
  return table.rows.map(({ line, cells }) => ({
    line,
    text: (field) => (cells[places.get(field) ?? -1] ?? '').trim() || (common[field] ?? '').trim(),
  }));
}

/** `End to end ID` and `end_to_end_id` are one field. */
function fieldName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '_');
}

/** A field that must be there. */
export class Wanting extends Error {
  readonly refusal: SheetRefusal;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(refusal: SheetRefusal, facts: Readonly<Record<string, string | number>>) {
    super(refusal);
    this.refusal = refusal;
    this.facts = facts;
  }
}

/** Runs a reading; what it found wanting becomes the refusal. */
export function reading<T, R extends string>(
  read: () => Outcome<T, R>,
): Outcome<T, R | SheetRefusal> {
  try {
    return read();
  } catch (error) {
    if (error instanceof Wanting) return refuse(error.refusal, error.facts);
    throw error;
  }
}

export function wanted(row: PaymentCells, field: string): string {
  const value = row.text(field);
  if (value === '') throw new Wanting('payments.field_missing', { line: row.line, field });
  return value;
}

/** One of a few words, in any capitals. */
export function oneOf<T extends string>(
  row: PaymentCells,
  field: string,
  choices: readonly T[],
  otherwise?: T,
): T {
  const value = row.text(field);
  if (value === '' && otherwise !== undefined) return otherwise;
  const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw wrong(row, field, choices.join(', '));
  return found;
}

export function dayIn(row: PaymentCells, field: string): Day {
  const value = parseDay(wanted(row, field));
  if (value === undefined) throw wrong(row, field, '2026-11-20');
  return value;
}

/** In the row's currency, or the one that is usual for such files; never below zero. */
export function amountIn(row: PaymentCells, usual: string): Money {
  const code = parseCurrency(row.text('currency') || usual);
  if (code === undefined) throw wrong(row, 'currency', usual);
  const amount = parseMoney(wanted(row, 'amount'), currency(code));
  if (amount === undefined || amount.minor < 0n) throw wrong(row, 'amount', '1250.10');
  return amount;
}

export function digitsIn(row: PaymentCells, field: string, otherwise?: string): number {
  const value = row.text(field) || (otherwise ?? wanted(row, field));
  if (!/^\d{1,9}$/u.test(value)) throw wrong(row, field, '1');
  return Number(value);
}

function wrong(row: PaymentCells, field: string, example: string): Wanting {
  const { line } = row;
  return new Wanting('payments.field_wrong', { line, field, value: row.text(field), example });
}
