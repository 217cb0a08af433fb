import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { recordDocuments } from '#areas/invoices/index.ts';
import { postItem } from '#areas/ledger/index.ts';
import { documentWish } from '#test/support/builders.ts';
import { type TestDesk, openDesk } from '#test/support/http-desk.ts';

/** NORTH owes I-1 and I-2, 60 each, due 2026-10-01; its check of 100 paid I-1 and 40 are free. */
async function deskPosted() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const [first, second] = [await owe(desk, accountId, 'I-1'), await owe(desk, accountId, 'I-2')];
  const poster = await desk.signIn(await desk.member('poster'));
  const collector = await desk.signIn(await desk.member('collector'));
  const opened = await poster.send('POST', '/api/v1/cash/batches', {
    method: 'check',
    currency: 'USD',
    count: 1,
    amount: '100.00',
    rows: [{ account: 'NORTH', amount: '100.00', checkNumber: '7', pays: [{ reference: 'I-1' }] }],
  });
  // The answer of a batch opened.
  const { batchId } = opened.body as { batchId: string };
  await poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
  const { body } = await poster.get('/api/v1/cash/receipts?view=posted');
  // The answer of the queue.
  const { rows } = body as { rows: { receiptId: string; itemId: string }[] };
  const [receipt] = rows;
  if (!receipt) throw new Error('a receipt that is posted');
  const credit = `/api/v1/accounts/${accountId}/credits/${receipt.itemId}`;
  const board = `/api/v1/cash/receipts/${receipt.receiptId}/board`;
  return { ...desk, companyId, accountId, first, second, poster, collector, credit, board };
}

async function owe(desk: TestDesk, accountId: Id, number: string): Promise<Id> {
  const documentId = newId();
  const actor = { ref: 'job:test', memberId: null };
  const what = { action: 'test.owe', actor, reason: 'for the test', input: null };
  const told = { amount: '60.00', number, issued: '2026-09-01', due: '2026-10-01' };
  const made = await perform(desk, what, async (context) => {
    const lines = [
      { description: 'Bolts', net: 2500n, taxCode: null, tax: 0n },
      { description: 'Nuts', net: 3500n, taxCode: null, tax: 0n },
    ];
    const document = {
      accountId,
      documentId,
      kind: 'invoice',
      number,
      net: 6000n,
      tax: 0n,
    } as const;
    const rest = { poNumber: null, orderNumber: null, termsCode: null, credits: null };
    const none = { issuedOn: day('2026-09-01'), discountOn: null, discount: null };
    const dollars = { currency: currency('USD') };
    const whole = { ...document, ...rest, ...none, ...dollars, lines };
    await recordDocuments(context.tx, [whole], context.at);
    const posted = accepted(
      await postItem(context, { ...documentWish(accountId, 'invoice', told), documentId }),
    );
    return accept(posted);
  });
  const [itemId] = accepted(made).answer.itemIds;
  if (!itemId) throw new Error('an item');
  return itemId;
}

describe('a posted receipt over HTTP', () => {
  test('its board says what it pays and what is free', async () => {
    await using desk = await deskPosted();
    expect((await desk.collector.get(desk.board)).body).toMatchObject({
      receipt: { state: 'posted' },
      applied: [{ itemId: desk.first, document: 'I-1', amount: '60.00', dueOn: '2026-10-01' }],
      free: '40.00',
      pictures: [],
      sisters: [],
    });
  });

  test('a move is tried first: what opens, and what the other book is told', async () => {
    await using desk = await deskPosted();
    const manager = await desk.signIn(await desk.member('manager'));
    const body = { itemIds: [desk.first], toItemId: desk.second, reason: 'the stub says I-2' };
    const refused = await desk.collector.send('POST', `${desk.credit}/move`, body);
    expect(refused.status).toBe(403);
    const ours = await desk.poster.send('POST', `${desk.credit}/move?dryRun=true`, body);
    const opened = [{ document: 'I-1', open: '60.00', daysLate: 50 }];
    expect(ours.body).toMatchObject({ answer: { opened, told: [] } });
    const book = { system: 'csv', settings: { columns: [{ title: 'Key', field: 'key' }] } };
    const named = { book, since: '2026-11-20', reason: 'the ERP keeps the ledger' };
    await manager.send('PUT', '/api/v1/cash/book-of-record', named);
    const theirs = await desk.poster.send('POST', `${desk.credit}/move?dryRun=true`, body);
    const told = [
      { kind: 'unapplication', account: 'NORTH', document: 'I-1', amount: '-60.00' },
      { kind: 'application', account: 'NORTH', document: 'I-2', amount: '60.00' },
    ];
    // The answer of a rehearsal.
    const { answer } = theirs.body as { answer: { told: { kind: string }[] } };
    expect(answer.told.toSorted((a, b) => (a.kind < b.kind ? 1 : -1))).toMatchObject(told);
    expect((await desk.poster.get(desk.board)).body).toMatchObject({
      applied: [{ document: 'I-1' }],
    });
  });

  test('the lines of an item are read by who reads cash, and by no stranger', async () => {
    await using desk = await deskPosted();
    const path = `/api/v1/accounts/${desk.accountId}/items/${desk.second}/lines`;
    expect((await desk.collector.get(path)).body).toEqual({
      rows: [
        { lineNo: 1, description: 'Bolts', amount: '25.00' },
        { lineNo: 2, description: 'Nuts', amount: '35.00' },
      ],
    });
    await desk.company('OTHER');
    const stranger = await desk.signIn(await desk.member('poster', { companies: ['OTHER'] }));
    expect((await stranger.get(path)).status).toBe(404);
  });
});

describe('money above the limit over HTTP', () => {
  test('is listed with who asked and why; who asked may not decide', async () => {
    await using desk = await deskPosted();
    await desk.company('SISTER');
    const rows = [{ payerName: 'Vendor Ltd', amount: '5000.00' }];
    const batch = { method: 'wire', currency: 'USD', count: 1, amount: '5000.00', rows };
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', batch);
    // The answer of a batch opened.
    const { batchId } = opened.body as { batchId: string };
    await desk.poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
    const { body } = await desk.poster.get('/api/v1/cash/receipts?q=Vendor');
    // The answer of the queue.
    const [receipt] = (body as { rows: { receiptId: string }[] }).rows;
    const path = `/api/v1/cash/receipts/${receipt?.receiptId ?? ''}`;
    expect((await desk.poster.get(`${path}/board`)).body).toMatchObject({
      sisters: [{ code: 'SISTER', name: 'SISTER' }],
    });
    const wish = { sister: 'SISTER', reason: 'their customer paid us' };
    expect((await desk.poster.send('POST', `${path}/elsewhere`, wish)).body).toMatchObject({
      booked: false,
    });
    const waiting = await desk.poster.get('/api/v1/cash/requests');
    const told = { company: 'ACME', payerName: 'Vendor Ltd', amount: '5000.00', sister: 'SISTER' };
    expect(waiting.body).toMatchObject({
      rows: [{ ...told, mine: true, reason: 'their customer paid us', ledgerAccount: null }],
    });
    // As just matched.
    const [request] = (waiting.body as { rows: { requestId: string }[] }).rows;
    const decision = `/api/v1/cash/requests/${id(request?.requestId ?? '')}/decision`;
    const approve = { outcome: 'approved', reason: 'seen' };
    expect((await desk.poster.send('POST', decision, approve)).status).toBe(403);
    const controller = await desk.signIn(await desk.member('controller'));
    expect((await controller.get('/api/v1/cash/requests')).body).toMatchObject({
      rows: [{ mine: false }],
    });
    expect((await controller.send('POST', decision, approve)).body).toMatchObject({ booked: true });
    expect((await desk.poster.get('/api/v1/cash/requests')).body).toEqual({ rows: [] });
  });
});
