/**
 * A NACHA file of our own: debits that our customers agreed to, refunds, prenotes and
 * reversals, as they are handed to the bank.
 *
 * What is computed (controls, counts, hashes, fillers) is not part of it: writing makes it
 * and reading proves it. Texts stand without the blanks that fill their columns.
 */
import { type Day } from '#kernel/day.ts';

/** The entry classes that we send: persons, companies, companies with remittances, web, phone. */
export type SentClass = 'PPD' | 'CCD' | 'CTX' | 'WEB' | 'TEL';

export type AchEntry = {
  /** `22` credit and `27` debit of a checking account, `32` and `37` of savings, one more for
   *  a prenote. */
  readonly transactionCode: string;
  /** Nine digits. */
  readonly routing: string;
  readonly account: string;
  /** Cents; nought in a prenote. */
  readonly amount: bigint;
  /** Our own number of the other side. */
  readonly id: string;
  readonly name: string;
  /** Two characters; `S` and `R` say single or recurring in WEB and TEL. */
  readonly discretionary: string;
  /** Fifteen digits, the first eight of them the bank's. */
  readonly trace: string;
  /** Payment information, at most 80 characters a piece. */
  readonly addenda: readonly string[];
};

export type AchBatch = {
  readonly number: number;
  readonly companyName: string;
  readonly discretionary: string;
  readonly companyId: string;
  readonly sec: SentClass;
  /** What the receiver sees on the statement: `REVERSAL` and `RETRY PYMT` are prescribed. */
  readonly description: string;
  readonly descriptiveDate: string;
  readonly effectiveOn: Day;
  /** Eight digits of our bank's routing number. */
  readonly bank: string;
  readonly entries: readonly AchEntry[];
};

export type AchFile = {
  /** Our bank's routing number. */
  readonly destination: string;
  readonly destinationName: string;
  /** Nine or ten characters that the bank gave us. */
  readonly origin: string;
  readonly originName: string;
  readonly createdOn: Day;
  /** `HHMM`. */
  readonly createdAt: string;
  /** `A` for the first file of a day, then `B` … */
  readonly modifier: string;
  readonly reference: string;
  readonly batches: readonly AchBatch[];
};
