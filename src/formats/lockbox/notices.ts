/**
 * A lockbox file as payments: one for each check, with what it pays where that was keyed.
 *
 * The account is what the bank calls it: its own number, and the number of the lockbox.
 */
import { type Currency, currency } from '#kernel/money.ts';
import { checkDigitOf } from '../micr/routing.ts';
import {
  type BankTransaction,
  type NeutralFile,
  type Remittance,
  type Statement,
} from '../neutral.ts';
import { stated } from '../references.ts';
import { type LockboxBatch, type LockboxCheck, type LockboxFile } from './batches.ts';

const dollars: Currency = currency('USD');

/** The checks by lockbox and day of deposit, in the file's order. */
export function lockboxNeutral({ batches, controls }: LockboxFile): NeutralFile {
  const statements = new Map<string, Statement & { transactions: BankTransaction[] }>();
  for (const batch of batches) {
    const account = stated([batch.origin, batch.lockbox]).join(' ');
    const key = `${account} ${batch.on}`;
    const open = statements.get(key) ?? {
      account,
      currency: dollars,
      kind: 'notices',
      from: batch.on,
      to: batch.on,
      transactions: [],
    };
    statements.set(key, open);
    open.transactions.push(...batch.checks.map((check) => paymentOf(check, batch)));
  }
  return {
    format: 'lockbox',
    statements: [...statements.values()],
    remittances: [],
    settlements: [],
    controls,
    problems: [],
  };
}

function paymentOf(check: LockboxCheck, { lockbox, on, batch }: LockboxBatch): BankTransaction {
  const { record, item, amount, remitter, payee, number, lines } = check;
  const remittance = remittanceOf(check);
  const account = payerAccount(check);
  return {
    record,
    externalId: `${lockbox}/${on}/${batch}/${item}`,
    bookedOn: on,
    amount: { minor: amount, currency: dollars },
    status: 'booked',
    channel: 'lockbox',
    ...(remitter ? { payerName: remitter } : {}),
    ...(account ? { payerAccount: account } : {}),
    ...(number ? { checkNumber: number } : {}),
    references: stated(lines.map(({ reference }) => reference)),
    text: stated([`LOCKBOX ${lockbox} BATCH ${batch} ITEM ${item}`, payee]).join('\n'),
    ...(remittance && { remittance }),
  };
}

/** Eight digits of routing lack their check digit, which follows from them. */
function payerAccount({ routing, account }: LockboxCheck): string {
  const whole = routing.length === 8 ? `${routing}${checkDigitOf(routing) ?? ''}` : routing;
  return /[1-9]/u.test(account) ? `${whole} ${account}`.trim() : '';
}

function remittanceOf({
  record,
  number,
  amount,
  remitter,
  lines,
}: LockboxCheck): Remittance | undefined {
  if (lines.length === 0) return undefined;
  const customers = new Set(lines.map(({ customer }) => customer));
  const [customer = ''] = customers;
  return {
    record,
    ...(remitter ? { payerName: remitter } : {}),
    ...(customers.size === 1 && customer ? { payerId: customer } : {}),
    ...(number ? { paymentReference: number } : {}),
    total: { minor: amount, currency: dollars },
    method: 'CHK',
    lines: lines.map((line) => ({
      record: line.record,
      kind: line.amount === undefined ? 'other' : 'invoice',
      reference: line.reference,
      ...(line.amount === undefined ? {} : { paid: { minor: line.amount, currency: dollars } }),
      deductions: [],
      ...(line.customer ? { note: line.customer } : {}),
    })),
  };
}
