/**
 * Opens a batch with what was counted, and writes receipts into it from the keyboard or a paste.
 *
 * Rows may come at once or later; a row whose account number is not known is kept and asked
 * about, because the money is there whether we know its payer or not.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Control } from '../rules/receipts/control.ts';
import type { Arrived } from '../rules/receipts/receipt.ts';
import {
  type BatchMethod,
  type BatchSource,
  type LockedBatch,
  insertBatch,
  lockBatch,
} from '../store/batches.ts';
import { accountsByNumber } from '../store/items.ts';
import { insertReceipts } from '../store/receipts.ts';

/** A row as it was typed: the account by its number. */
export type TypedRow = Pick<
  Arrived,
  'amount' | 'payerName' | 'payerAccount' | 'checkNumber' | 'reference' | 'remittance'
> & { readonly account: string };

export type OpenBatch = {
  readonly companyId: Id;
  readonly method: BatchMethod;
  readonly source: Exclude<BatchSource, 'file'>;
  readonly receivedOn: Day;
  readonly bank: string | null;
  readonly control: Control;
  readonly note: string;
  readonly rows: readonly TypedRow[];
};

export type EnterRefusal =
  | 'cash.no_such_batch'
  | 'cash.batch_not_open'
  | 'cash.amount_not_positive'
  | 'cash.other_currency'
  | 'cash.received_ahead';

export async function openBatch(
  context: Context,
  wish: OpenBatch,
): Promise<Outcome<{ batchId: Id }, EnterRefusal>> {
  if (wish.receivedOn > context.today) {
    return refuse('cash.received_ahead', { day: wish.receivedOn });
  }
  if (wish.control.amount.minor <= 0n) return refuse('cash.amount_not_positive');
  const batchId = context.newId();
  await insertBatch(context, { ...wish, batchId });
  context.did({
    what: 'batch',
    id: batchId,
    facts: { count: wish.control.count, amount: formatMoney(wish.control.amount) },
  });
  const batch = { ...wish, batchId, state: 'open' } as const;
  const entered = await enter(context, batch, wish.rows);
  return entered.ok ? accept({ batchId }) : entered;
}

/** Writes more rows into a batch that is open. */
export async function enterReceipts(
  context: Context,
  { batchId, rows }: { readonly batchId: Id; readonly rows: readonly TypedRow[] },
): Promise<Outcome<{ receiptIds: readonly Id[] }, EnterRefusal>> {
  const batch = await lockBatch(context.tx, batchId);
  if (!batch) return refuse('cash.no_such_batch');
  if (batch.state !== 'open') return refuse('cash.batch_not_open', { state: batch.state });
  return enter(context, batch, rows);
}

async function enter(
  context: Context,
  batch: LockedBatch,
  rows: readonly TypedRow[],
): Promise<Outcome<{ receiptIds: readonly Id[] }, EnterRefusal>> {
  const { currency } = batch.control.amount;
  if (rows.some(({ amount }) => amount.minor <= 0n)) return refuse('cash.amount_not_positive');
  const strange = rows.find(({ amount }) => amount.currency !== currency);
  if (strange) {
    return refuse('cash.other_currency', { currency, other: strange.amount.currency });
  }
  const numbers = [...new Set(rows.map(({ account }) => account).filter((each) => each !== ''))];
  const accounts = await accountsByNumber(context.tx, batch.companyId, numbers);
  const receipts = rows.map(({ account, ...row }) => ({
    ...row,
    receiptId: context.newId(),
    companyId: batch.companyId,
    batchId: batch.batchId,
    lineId: null,
    source: batch.source === 'paste' ? ('paste' as const) : ('keyboard' as const),
    bankAccountId: null,
    bank: batch.bank,
    state: 'entered' as const,
    method: batch.method,
    receivedOn: batch.receivedOn,
    said: account === '' || accounts.has(account.trim().toUpperCase()) ? '' : account,
    refs: row.remittance.map(({ reference }) => reference),
    statedAccount: accounts.get(account.trim().toUpperCase()) ?? null,
  }));
  await insertReceipts(context, receipts);
  context.did({ what: 'receipts', facts: { count: receipts.length } });
  return accept({ receiptIds: receipts.map(({ receiptId }) => receiptId) });
}
