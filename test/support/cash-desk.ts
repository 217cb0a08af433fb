/**
 * Money in a story: batches and receipts as the cash desk enters, posts and changes them.
 *
 *     const cash = cashOf(desk);
 *     const batch = await cash.batch([{ account: 'NORTH', amount: '750', pays: ['A', 'B'] }]);
 *     await cash.post(batch);
 */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, sum } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { openBatch } from '#areas/cash/actions/enter-receipts.ts';
import { type PostedBatch, postBatch } from '#areas/cash/actions/post-batch.ts';
import type { BatchMethod } from '#areas/cash/store/batches.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Story, usd } from './builders.ts';

export type RowTold = {
  readonly account?: string;
  readonly amount: string;
  readonly payer?: string;
  readonly payerAccount?: string;
  readonly check?: string;
  /** Numbers, or numbers with what is paid on each and the discount taken. */
  readonly pays?: readonly (string | readonly [string, string, string?])[];
};

export type BatchTold = {
  readonly method?: BatchMethod;
  readonly on?: string;
  /** Default: what the rows come to. */
  readonly count?: number;
  readonly amount?: string;
};

export function cashOf(desk: Story) {
  return {
    batch: (rows: readonly RowTold[], told: BatchTold = {}): Promise<Id> =>
      desk
        .done((context) =>
          openBatch(context, {
            companyId: desk.companyId,
            method: told.method ?? 'check',
            source: 'keyboard',
            receivedOn: day(told.on ?? desk.clock.today()),
            bank: null,
            control: {
              count: told.count ?? rows.length,
              amount:
                told.amount === undefined
                  ? sum(
                      rows.map(({ amount }) => usd(amount)),
                      currency('USD'),
                    )
                  : usd(told.amount),
            },
            note: '',
            rows: rows.map(typed),
          }),
        )
        .then(({ batchId }) => batchId),
    post: (batchId: Id): Promise<PostedBatch> =>
      desk.done((context) => postBatch(context, batchId)),
    tryPost: (batchId: Id): Promise<Outcome<PostedBatch>> =>
      desk.act((context) => postBatch(context, batchId)),
    receipts: (): Promise<StandingRow[]> => receiptsOf(desk),
  };
}

function typed(row: RowTold) {
  return {
    account: row.account ?? '',
    payerName: row.payer ?? '',
    payerAccount: row.payerAccount ?? '',
    amount: usd(row.amount),
    checkNumber: row.check ?? '',
    reference: '',
    remittance: (row.pays ?? []).map((each) => {
      if (typeof each === 'string') return { reference: each };
      const [reference, paid, discount] = each;
      const paidMinor = usd(paid).minor;
      return discount === undefined
        ? { reference, paidMinor }
        : { reference, paidMinor, discountMinor: usd(discount).minor };
    }),
  };
}

export type StandingRow = {
  readonly receiptId: Id;
  readonly state: string;
  readonly itemId: Id | null;
  readonly accountId: Id | null;
};

async function receiptsOf(desk: Story): Promise<StandingRow[]> {
  const rows = await desk.db.all(sql<{
    receipt_id: string;
    state: string;
    item_id: string | null;
    on_account: string | null;
  }>`
    select receipt_id, state, item_id, on_account
      from cash.receipt_card
     order by received_on, receipt_id`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    state: row.state,
    itemId: row.item_id === null ? null : id(row.item_id),
    accountId: row.on_account === null ? null : id(row.on_account),
  }));
}
