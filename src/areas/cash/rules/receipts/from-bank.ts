/**
 * Which lines of the bank become receipts: money in, and payments that the bank took back.
 *
 * A statement may hold a lockbox deposit as one sum of which another file lists the single
 * payments; those are the receipts, and the sum is only where they went. So with the sum of
 * payments that came back. What card processors pay out is settled against card batches; charges
 * and payments of ours are not the cash desk's.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { RemittanceRow } from '../matching/model.ts';
import type { Method } from './receipt.ts';

export type BankLine = {
  readonly lineId: Id;
  readonly bankAccountId: Id;
  /** The journal's word for the bank account. */
  readonly bank: string;
  readonly fileId: Id;
  readonly bookedOn: Day;
  readonly valueOn: Day | null;
  readonly amount: Money;
  readonly channel: string;
  readonly code: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly checkNumber: string;
  readonly refs: readonly string[];
  readonly said: string;
  readonly externalId: string;
  /** Why an earlier payment came back, such as R01; empty for any other line. */
  readonly returnedReason: string;
  readonly remittance: readonly RemittanceRow[];
  readonly listedAs: string;
};

/** The single payments of one file on one account, as one sum. */
export type NoticeSum = {
  readonly bankAccountId: Id;
  readonly bookedOn: Day;
  readonly amount: Money;
  readonly channel: string;
};

/** On a statement, checks that were deposited together go by one of these. */
const deposits = ['lockbox', 'check', 'other'];

/** A deposit may be booked so many days from the list of its payments. */
const near = 5;

/** The lines that become receipts, in their order. */
export function receiptLines(
  lines: readonly BankLine[],
  sums: readonly NoticeSum[],
): readonly BankLine[] {
  const listed = sumLines(lines, sums);
  return lines.filter((line) => {
    if (line.channel === 'card' || listed.has(line.lineId)) return false;
    return line.amount.minor > 0n || isReturn(line);
  });
}

/** A payment of a customer that the bank took back from us. */
export function isReturn({ amount, returnedReason, said }: BankLine): boolean {
  if (amount.minor >= 0n) return false;
  return returnedReason !== '' || returnWords.test(said);
}

const returnWords =
  /\b(?:RETURNED? (?:ITEM|CHECK|DEPOSIT)|NSF|CHARGEBACK|ACH RETURN|DEVUELTO|DEVOLUCION)\b/iu;

type Booked = Pick<
  BankLine,
  'lineId' | 'bankAccountId' | 'bookedOn' | 'amount' | 'listedAs' | 'channel'
>;

/**
 * The lines that are sums of payments which are receipts of their own. A list is one deposit: of
 * two equal credits it is the one of its own kind, then the one that was booked nearest.
 */
export function sumLines(lines: readonly Booked[], sums: readonly NoticeSum[]): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const sum of sums) {
    const [line] = lines
      .filter((each) => !found.has(each.lineId) && isSumOf(each, sum))
      .toSorted((one, other) => farFrom(one, sum) - farFrom(other, sum));
    if (line) found.add(line.lineId);
  }
  return found;
}

function isSumOf(line: Booked, { bankAccountId, bookedOn, amount, channel }: NoticeSum): boolean {
  return (
    line.listedAs !== 'notices' &&
    (line.channel === channel || deposits.includes(line.channel)) &&
    bankAccountId === line.bankAccountId &&
    amount.currency === line.amount.currency &&
    amount.minor === line.amount.minor &&
    Math.abs(daysBetween(bookedOn, line.bookedOn)) <= near
  );
}

function farFrom({ channel, bookedOn }: Booked, sum: NoticeSum): number {
  const days = Math.abs(daysBetween(bookedOn, sum.bookedOn));
  return channel === sum.channel ? days : days + near + 1;
}

const methods: Readonly<Record<string, Method>> = {
  ach: 'ach',
  wire: 'wire',
  check: 'check',
  lockbox: 'lockbox',
  cash: 'cash',
};

/** How the money came, in the words of the cash desk. */
export function methodOf({ channel }: Pick<BankLine, 'channel'>): Method {
  return methods[channel] ?? 'other';
}

/** The day that aging counts: value date where the bank gives one that has come. */
export function receivedOn(line: Pick<BankLine, 'bookedOn' | 'valueOn'>, today: Day): Day {
  if (line.valueOn !== null && line.valueOn <= today) return line.valueOn;
  return line.bookedOn <= today ? line.bookedOn : today;
}
