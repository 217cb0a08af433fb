/** Batches over the wire: opened with a control, filled, posted when it agrees. */
import { day } from '#kernel/day.ts';
import { type Currency, currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { type TypedRow, enterReceipts, openBatch } from '../actions/enter-receipts.ts';
import { postBatch } from '../actions/post-batch.ts';
import { reverseBatch } from '../actions/return-payment.ts';
import { withdrawBatch } from '../actions/withdraw.ts';
import { wireBatch, wireReceipt } from '../answers/wire-receipts.ts';
import * as contract from '../contract/receipts.ts';
import { listBatches } from '../store/batches.ts';
import { listReceipts } from '../store/receipt-list.ts';
import { type AmountRefusal, readAmount, readRemittance } from './amounts.ts';
import { batchInSight, companyInSight } from './in-sight.ts';

type WireRow = (typeof contract.typedRow)['_output'];

const readings: readonly Served[] = [
  serve(contract.batches, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const rows = await listBatches(desk.db, { companies, state: query.state }, query.limit);
    return accept({ rows: rows.map(wireBatch) });
  }),
  serve(contract.oneBatch, async ({ params, desk, session }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    const filter = { companies: session.companyIds, batchId: batch.value.batchId };
    const { rows } = await listReceipts(desk.db, filter, { offset: 0, limit: 2000 });
    return accept({ batch: wireBatch(batch.value), receipts: rows.map(wireReceipt) });
  }),
];

const writings: readonly Served[] = [
  serve(contract.openBatch, async ({ body, desk, session, perform }) => {
    const companyId = companyInSight(session, body.company);
    if (!companyId.ok) return companyId;
    const code = currency(body.currency);
    const amount = readAmount(body.amount, code);
    if (!amount.ok) return amount;
    const rows = readRows(body.rows, code);
    if (!rows.ok) return rows;
    const { method, source, receivedOn, bank, note, count } = body;
    const wish = {
      companyId: companyId.value,
      method,
      source,
      receivedOn: receivedOn === undefined ? desk.clock.today() : day(receivedOn),
      bank: bank ?? null,
      control: { count, amount: amount.value },
      note,
      rows: rows.value,
    };
    return perform('cash.open_batch', note === '' ? 'a batch of receipts' : note, (context) =>
      openBatch(context, wish),
    );
  }),
  serve(contract.enterReceipts, async ({ params, body, desk, session, perform }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    const { batchId, control } = batch.value;
    const rows = readRows(body.rows, control.amount.currency);
    if (!rows.ok) return rows;
    return perform('cash.enter_receipts', 'receipts of a batch', async (context) => {
      const entered = await enterReceipts(context, { batchId, rows: rows.value });
      return entered.ok ? accept({ receiptIds: [...entered.value.receiptIds] }) : entered;
    });
  }),
  serve(contract.postBatch, async ({ params, desk, session, perform }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    return perform('cash.post_batch', 'the control agrees', (context) =>
      postBatch(context, batch.value.batchId),
    );
  }),
  serve(contract.withdrawBatch, async ({ params, body, desk, session, perform }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    return perform('cash.withdraw_batch', body.reason, (context) =>
      withdrawBatch(context, batch.value.batchId),
    );
  }),
  serve(contract.reverseBatch, async ({ params, body, desk, session, perform }) => {
    const batch = await batchInSight(desk, session, params.batchId);
    if (!batch.ok) return batch;
    return perform('cash.reverse_batch', body.reason, (context) =>
      reverseBatch(context, batch.value.batchId),
    );
  }),
];

export const batchRoutes: readonly Served[] = [...readings, ...writings];

function readRows(rows: readonly WireRow[], code: Currency): Outcome<TypedRow[], AmountRefusal> {
  const read: TypedRow[] = [];
  for (const { pays, ...row } of rows) {
    const amount = readAmount(row.amount, code);
    if (!amount.ok) return amount;
    const remittance = readRemittance(pays, code);
    if (!remittance.ok) return remittance;
    read.push({ ...row, amount: amount.value, remittance: remittance.value });
  }
  return accept(read);
}
