/**
 * A lockbox transmission that Oracle Receivables AutoLockbox reads: records of 120 characters.
 *
 *   1 transmission header   5 lockbox header   6 receipt   4 what it pays   8 lockbox trailer
 *   9 transmission trailer
 *
 * AutoLockbox takes any layout that its transmission format describes; `oracleLayout` is that
 * description, field by field, and the manual prints it for whoever sets it up there. It knows
 * receipts and what they pay. What was moved or went back, discounts, write-offs, refunds and
 * credit memos it has no record for: those lines are named, and a person enters them there.
 */
import { parts, type Day } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import { type PostingFile, type PostingLine, paysFrom } from './posting-line.ts';

export type OracleLockbox = {
  readonly lockbox: string;
  /** Origin and destination of the transmission, as the Lockboxes window names them. */
  readonly origin: string;
  readonly destination: string;
};

type Field = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly fill: 'zero' | 'blank';
};

const field = (name: string, from: number, to: number, fill: Field['fill'] = 'blank'): Field => ({
  name,
  from,
  to,
  fill,
});

/** Positions counted from 1; amounts have two implied decimals and leading zeros. */
export const oracleLayout = {
  1: [
    field('origination', 2, 11),
    field('destination_account', 12, 31),
    field('deposit_date', 32, 37),
  ],
  5: [field('lockbox_number', 2, 8), field('deposit_date', 9, 14)],
  6: [
    field('item_number', 2, 6, 'zero'),
    field('lockbox_number', 7, 13),
    field('remittance_amount', 14, 25, 'zero'),
    field('currency_code', 26, 28),
    field('check_number', 29, 58),
    field('customer_number', 59, 88),
    field('receipt_date', 89, 94),
    field('comments', 95, 120),
  ],
  4: [
    field('item_number', 2, 6, 'zero'),
    field('overflow_sequence', 7, 9, 'zero'),
    field('overflow_indicator', 10, 10),
    field('invoice1', 11, 40),
    field('amount_applied1', 41, 52, 'zero'),
  ],
  8: [
    field('lockbox_number', 2, 8),
    field('lockbox_record_count', 9, 14, 'zero'),
    field('lockbox_amount', 15, 28, 'zero'),
  ],
  9: [
    field('transmission_record_count', 2, 7, 'zero'),
    field('transmission_amount', 8, 21, 'zero'),
  ],
} as const;

const width = 120;

/** Applications stand below their receipt; one whose receipt is not in the file goes by hand. */
export function writeOracleLockbox(
  lines: readonly PostingLine[],
  lockbox: OracleLockbox,
  depositOn: Day,
): PostingFile {
  const receipts = lines.filter(({ kind }) => kind === 'receipt');
  const records: string[] = [];
  const carried: { key: string; row: number }[] = [];
  const add = (text: string, key?: string): void => {
    records.push(text);
    if (key !== undefined) carried.push({ key, row: records.length });
  };
  const { origin, destination, lockbox: number } = lockbox;
  add(record(1, [origin, destination, shortDay(depositOn)]));
  add(record(5, [number, shortDay(depositOn)]));
  receipts.forEach((receipt, index) => {
    add(record(6, receiptCells(receipt, index + 1, number)), receipt.key);
    const own = lines.filter((line) => paysFrom(line, receipt));
    own.forEach((line, at) => {
      const last = at === own.length - 1 ? '9' : '0';
      const cells = [String(index + 1), String(at + 1), last, line.document, digits(line.amount)];
      add(record(4, cells), line.key);
    });
  });
  const total = receipts.reduce((sum, { amount }) => sum + amount.minor, 0n).toString();
  add(record(8, [number, String(records.length - 1), total]));
  add(record(9, [String(records.length + 1), total]));
  const done = new Set(carried.map(({ key }) => key));
  const byHand = lines.filter(({ key }) => !done.has(key)).map(({ key }) => key);
  return { text: records.map((each) => `${each}\r\n`).join(''), carried, byHand };
}

function receiptCells(receipt: PostingLine, item: number, lockbox: string): string[] {
  const { amount, receipt: number, account, on, key } = receipt;
  const { currency } = amount;
  return [String(item), lockbox, digits(amount), currency, number, account, shortDay(on), key];
}

function record(type: keyof typeof oracleLayout, cells: readonly string[]): string {
  const line = Array.from({ length: width }, () => ' ');
  line[0] = String(type);
  oracleLayout[type].forEach(({ from, to, fill }, index) => {
    const room = to - from + 1;
    const text = (cells[index] ?? '').slice(0, room);
    const padded = fill === 'zero' ? text.padStart(room, '0') : text.padEnd(room);
    for (let at = 0; at < room; at += 1) line[from - 1 + at] = padded[at] ?? ' ';
  });
  return line.join('');
}

function digits({ minor }: Money): string {
  return (minor < 0n ? -minor : minor).toString();
}

function shortDay(day: Day): string {
  const { year, month, dayOfMonth } = parts(day);
  return [year % 100, month, dayOfMonth].map((each) => String(each).padStart(2, '0')).join('');
}
