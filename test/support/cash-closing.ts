/**
 * A cash desk in a story: a bank account, payments posted on accounts, statements of the bank.
 *
 *     await using desk = await deskWithCash('2026-11-20');
 *     await desk.received('check', [['NORTH', '100.00', '1042']]);
 *     await desk.statement({ opening: '1000.00', closing: '1100.00' }, [line(…)]);
 */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Actor } from '#platform/action.ts';
import type { BankTransaction } from '#formats/neutral.ts';
import { openBatch } from '#areas/cash/actions/enter-receipts.ts';
import { postBatch } from '#areas/cash/actions/post-batch.ts';
import type { BatchMethod } from '#areas/cash/store/batches.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type BankDesk, deskWithBank, fileOf, statementOf } from './bank-files.ts';
import { amountIn, usd } from './builders.ts';

type Typed = readonly [account: string, amount: string, checkNumber?: string];

export type CashDesk = BankDesk & {
  readonly poster: Actor;
  readonly second: Actor;
  /** A batch of payments of that day, posted; answers the receipts in their order. */
  received(method: BatchMethod, rows: readonly Typed[], how?: { post?: boolean }): Promise<Id[]>;
  /** Takes in a statement of one day; answers its id. */
  statement(
    told: { opening: string; closing: string; on?: string },
    lines: readonly BankTransaction[],
  ): Promise<Id>;
};

/** A desk on a day with an account NORTH that owes 1,000.00 and two people. */
export async function deskWithCash(start: string): Promise<CashDesk> {
  const desk = await deskWithBank(start);
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '1000.00', issued: start, number: 'INV-1' });
  const poster = await desk.member('poster');
  const second = await desk.member('controller');
  return {
    ...desk,
    poster,
    second,
    async received(method, rows, { post = true } = {}) {
      const amounts = rows.map(([, amount]) => usd(amount).minor);
      const sum = amounts.reduce((total, minor) => total + minor, 0n);
      const { batchId } = await desk.done(
        (context) =>
          openBatch(context, {
            companyId: desk.companyId,
            method,
            source: 'keyboard',
            receivedOn: desk.clock.today(),
            bank: '1010',
            control: { count: rows.length, amount: { minor: sum, currency: currency('USD') } },
            note: '',
            rows: rows.map(([account, amount, checkNumber = '']) => ({
              account,
              amount: amountIn(amount, 'USD'),
              payerName: account,
              payerAccount: '',
              checkNumber,
              reference: checkNumber,
              remittance: [],
            })),
          }),
        poster,
      );
      if (post) await desk.done((context) => postBatch(context, batchId), poster);
      const made = await desk.db.all(sql<{ receipt_id: Id }>`
        select receipt_id from cash.receipt where batch_id = ${batchId} order by receipt_id`);
      return made.map((row) => row.receipt_id);
    },
    async statement({ opening, closing, on }, lines) {
      const shown = day(on ?? desk.clock.today());
      await desk.takeIn(
        fileOf(
          statementOf(lines, {
            from: shown,
            to: shown,
            opening: usd(opening),
            closing: usd(closing),
          }),
        ),
      );
      const made = await desk.db.one(sql<{ statement_id: Id }>`
        select statement_id
          from bank_files.statement_card
         where bank_account_id = ${desk.bankAccountId}
         order by recorded_at desc
         limit 1`);
      return made.statement_id;
    },
  };
}
