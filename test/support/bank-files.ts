/**
 * Files of banks in a story: what a file says is built here, so that a test of taking in does
 * not depend on how one format writes it.
 *
 *     const bank = await deskWithBank('2026-06-03');
 *     await bank.takeIn(fileOf(statementOf([line('2026-06-02', '45.00', 'DEPOSIT')])));
 */
import type { BankTransaction, NeutralFile, Statement } from '#formats/neutral.ts';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { sql } from '#platform/postgres/sql.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import {
  type Intake,
  type TakeInFile,
  takeInFile,
} from '#areas/bank-files/actions/take-in-file.ts';
import { type Story, deskOn, usd } from './builders.ts';

/** A booked line; `more` says what else it tells. */
export function line(
  on: string,
  amount: string,
  text: string,
  more: Partial<BankTransaction> = {},
): BankTransaction {
  const { bookedOn = day(on), ...rest } = more;
  return {
    record: 1,
    bookedOn,
    amount: usd(amount),
    status: 'booked',
    channel: 'other',
    references: [],
    text,
    ...rest,
  };
}

/** A statement of account 000123 with these lines. */
export function statementOf(
  transactions: readonly BankTransaction[],
  more: Partial<Statement> = {},
): Statement {
  const numbered = transactions.map((each, index) => ({ ...each, record: index + 1 }));
  return {
    account: '000123',
    currency: 'USD',
    kind: 'statement',
    ...more,
    transactions: numbered,
  };
}

export function fileOf(...statements: readonly Statement[]): NeutralFile {
  return {
    format: 'bai2',
    statements,
    remittances: [],
    settlements: [],
    controls: [],
    problems: [],
  };
}

/** Bytes that say the same as the file; two equal files have equal bytes. */
export function bytesFor(neutral: NeutralFile): Uint8Array {
  const text = JSON.stringify(neutral, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return new TextEncoder().encode(text);
}

export type BankDesk = Story & {
  readonly bankAccountId: Id;
  /** Takes a file in and answers the action's outcome. */
  tryIn(neutral: NeutralFile, more?: Partial<TakeInFile>): Promise<Outcome<Intake>>;
  /** The same; a refusal fails the test. */
  takeIn(neutral: NeutralFile, more?: Partial<TakeInFile>): Promise<Intake>;
  /** A further bank account in USD. */
  bankAccount(number: string): Promise<Id>;
  /** Every line as it stands: `2026-06-02 45.00 booked DEPOSIT`, sorted. */
  lines(of?: Id): Promise<string[]>;
};

/** A desk on a day with one bank account in USD, number 000123. */
export async function deskWithBank(start: string): Promise<BankDesk> {
  const story = await deskOn(start);
  const bankAccount = async (number: string): Promise<Id> => {
    const made = await story.done((context) =>
      registerBankAccount(context, {
        companyId: story.companyId,
        name: number === '000123' ? 'Operating' : `Account ${number}`,
        number,
        currency: currency('USD'),
        cashAccount: number === '000123' ? '1010' : number,
      }),
    );
    return made.bankAccountId;
  };
  const bankAccountId = await bankAccount('000123');
  const wish = (neutral: NeutralFile, more: Partial<TakeInFile>): TakeInFile => {
    const bytes = bytesFor(neutral);
    return {
      companyId: story.companyId,
      fileName: 'bank.bai',
      bytes,
      sha256: fingerprint(bytes),
      source: 'upload',
      neutral,
      companies: 'all',
      ...more,
    };
  };
  return {
    ...story,
    bankAccountId,
    bankAccount,
    tryIn: (neutral, more = {}) => story.act((context) => takeInFile(context, wish(neutral, more))),
    takeIn: (neutral, more = {}) =>
      story.done((context) => takeInFile(context, wish(neutral, more))),
    lines: async (of = bankAccountId) => {
      const rows = await story.db.all(sql<{ line: string }>`
        select concat_ws(' ', booked_on, to_char(amount_minor / 100.0, 'FM999990.00'), status,
                         nullif(said, '')) as line
          from bank_files.line_card
         where bank_account_id = ${of}
         order by 1`);
      return rows.map((row) => row.line);
    },
  };
}
