import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

async function deskWithPeople() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const poster = await desk.signIn(await desk.member('poster'));
  const collector = await desk.signIn(await desk.member('collector'));
  return { ...desk, accountId, poster, collector };
}

const batch = {
  method: 'check',
  currency: 'USD',
  count: 1,
  amount: '100.00',
  rows: [{ account: 'NORTH', amount: '100.00', checkNumber: '7' }],
};

describe('batches over HTTP', () => {
  test('a poster opens and posts one; a collector sees it and may not', async () => {
    await using desk = await deskWithPeople();
    const refused = await desk.collector.send('POST', '/api/v1/cash/batches', batch);
    expect(refused.status).toBe(403);
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', batch);
    expect(opened.status).toBe(200);
    // The answer of a batch opened.
    const { batchId } = opened.body as { batchId: string };
    const listed = await desk.collector.get('/api/v1/cash/batches');
    expect(listed.body).toMatchObject({
      rows: [{ batchId, state: 'open', difference: { count: 0, amount: '0.00' } }],
    });
    const path = `/api/v1/cash/batches/${batchId}`;
    expect((await desk.collector.send('POST', `${path}/posting`, {})).status).toBe(403);
    const posted = await desk.poster.send('POST', `${path}/posting`, {});
    expect(posted.body).toEqual({ posted: 1, waiting: 0 });
    const { body } = await desk.collector.get(path);
    expect(body).toMatchObject({
      batch: { state: 'posted' },
      receipts: [{ state: 'posted', reference: '7', account: { number: 'NORTH' } }],
    });
  });

  test('a control that differs is refused with both differences', async () => {
    await using desk = await deskWithPeople();
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', {
      ...batch,
      amount: '90.00',
    });
    // As above.
    const { batchId } = opened.body as { batchId: string };
    const answer = await desk.poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'cash.control_differs', facts: { count: 0, amount: '10.00' } },
    });
  });

  test('a batch of a company out of sight is not there', async () => {
    await using desk = await deskWithPeople();
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', batch);
    // As above.
    const { batchId } = opened.body as { batchId: string };
    await desk.company('OTHER');
    const stranger = await desk.signIn(await desk.member('poster', { companies: ['OTHER'] }));
    for (const verb of ['posting', 'withdrawal', 'reversal', 'receipts']) {
      const body = { reason: 'x', rows: [{ amount: '1' }] };
      const answer = await stranger.send('POST', `/api/v1/cash/batches/${batchId}/${verb}`, body);
      expect(answer.body).toMatchObject({ code: 'cash.no_such_batch' });
    }
    const posting = await stranger.send('POST', '/api/v1/cash/batches', {
      ...batch,
      company: 'ACME',
    });
    expect(posting.body).toMatchObject({ code: 'team.no_such_company' });
  });
});

describe('a posted payment over HTTP', () => {
  async function deskPosted() {
    const desk = await deskWithPeople();
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', batch);
    // The answer of a batch opened.
    const { batchId } = opened.body as { batchId: string };
    await desk.poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
    const { body } = await desk.poster.get(`/api/v1/cash/batches/${batchId}`);
    // The answer of a batch with its receipts.
    const { receipts } = body as { receipts: { receiptId: string; itemId: string }[] };
    const [receipt] = receipts;
    if (!receipt) throw new Error('a receipt');
    return { ...desk, receipt };
  }

  test('is tried as a rehearsal, which changes nothing, and then returned', async () => {
    await using desk = await deskPosted();
    const path = `/api/v1/cash/receipts/${desk.receipt.receiptId}/return`;
    const body = { reason: 'NSF', customerFee: '35.00' };
    expect((await desk.collector.send('POST', path, body)).status).toBe(403);
    const tried = await desk.poster.send('POST', `${path}?dryRun=true`, body);
    expect(tried.status).toBe(200);
    const done = await desk.poster.send('POST', path, body);
    expect(done.body).toMatchObject({
      opened: [],
      feeItemId: expect.any(String),
      feeLowered: null,
      policyFee: null,
    });
    expect((await desk.poster.send('POST', path, body)).body).toMatchObject({
      code: 'cash.receipt_not_posted',
    });
  });

  test('its money is sent elsewhere by who may apply', async () => {
    await using desk = await deskPosted();
    const path = `/api/v1/accounts/${desk.accountId}/credits/${desk.receipt.itemId}`;
    const off = await desk.poster.send('POST', `${path}/unapplication`, { reason: 'x' });
    expect(off.body).toMatchObject({ code: 'cash.nothing_applied' });
  });
});

describe('the match board over HTTP', () => {
  async function deskWaiting() {
    const desk = await deskWithPeople();
    const row = { payerName: 'Somebody', amount: '100.00', pays: [{ reference: 'X-1' }] };
    const opened = await desk.poster.send('POST', '/api/v1/cash/batches', {
      ...batch,
      rows: [row],
    });
    // The answer of a batch opened.
    const { batchId } = opened.body as { batchId: string };
    await desk.poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
    const { body } = await desk.poster.get('/api/v1/cash/receipts');
    // The answer of the queue.
    const { rows } = body as { rows: { receiptId: string }[] };
    return { ...desk, path: `/api/v1/cash/receipts/${rows[0]?.receiptId ?? ''}` };
  }

  test('is matched, saved unfinished, waits for an answer, and goes on account', async () => {
    await using desk = await deskWaiting();
    expect((await desk.collector.send('POST', '/api/v1/cash/matching', {})).status).toBe(403);
    const matched = await desk.poster.send('POST', '/api/v1/cash/matching', {});
    expect(matched.body).toEqual({ decided: 1, posted: 0, waiting: 1 });
    const draft = { accountId: desk.accountId, marks: [], rows: [{ reference: 'X-1' }] };
    expect((await desk.poster.send('PUT', `${desk.path}/board`, draft)).status).toBe(200);
    const wait = { waitsFor: 'the payer’s answer', until: '2026-11-25' };
    expect((await desk.poster.send('POST', `${desk.path}/waiting`, wait)).status).toBe(200);
    const board = await desk.collector.get(`${desk.path}/board`);
    expect(board.body).toMatchObject({
      receipt: { state: 'unposted', waitsFor: 'the payer’s answer' },
      account: { number: 'NORTH' },
      draft,
    });
    const posting = { accountId: desk.accountId, lines: [] };
    const posted = await desk.poster.send('POST', `${desk.path}/posting`, posting);
    expect(posted.body).toMatchObject({ onAccount: '100.00' });
    const again = await desk.poster.send('POST', `${desk.path}/posting`, posting);
    expect(again.body).toMatchObject({ code: 'cash.receipt_not_waiting' });
    const back = await desk.poster.send('POST', `${desk.path}/reopening`, { reason: 'wrong' });
    expect(back.status).toBe(200);
    const queue = await desk.poster.get('/api/v1/cash/receipts?q=somebody');
    expect(queue.body).toMatchObject({ rows: [{ state: 'reopened' }], count: 1 });
  });

  test('is laid on no account of another company, neither to look nor to keep', async () => {
    await using desk = await deskWaiting();
    const other = await desk.account(await desk.company('OTHER'), 'SOUTH');
    const refused = { status: 404, body: { code: 'cash.no_such_account' } };
    expect(await desk.poster.get(`${desk.path}/board?account=${other}`)).toMatchObject(refused);
    const draft = { accountId: other, marks: [], rows: [] };
    expect(await desk.poster.send('PUT', `${desk.path}/board`, draft)).toMatchObject(refused);
    const limited = await desk.signIn(await desk.member('poster', { companies: ['ACME'] }));
    expect(await limited.get(`${desk.path}/board?account=${other}`)).toMatchObject(refused);
  });

  test('a policy needs a second person, and the scoreboard is there to read', async () => {
    await using desk = await deskWithPeople();
    const manager = await desk.signIn(await desk.member('manager'));
    const known = await desk.collector.get('/api/v1/cash/policies');
    // The answer of the policies.
    const { standard, currency } = known.body as { standard: object; currency: string };
    expect(currency).toBe('USD');
    const wish = { document: { ...standard, autoUniqueSubset: true }, reason: 'few items' };
    expect((await desk.poster.send('POST', '/api/v1/cash/policies', wish)).status).toBe(403);
    expect((await manager.send('POST', '/api/v1/cash/policies', wish)).body).toEqual({
      version: 1,
    });
    const path = '/api/v1/cash/policies/1/decision';
    const approve = { act: 'approved', reason: 'read it' };
    expect((await manager.send('POST', path, approve)).body).toMatchObject({
      code: 'cash.self_approval',
    });
    const controller = await desk.signIn(await desk.member('controller'));
    expect((await controller.send('POST', path, approve)).status).toBe(200);
    expect((await desk.collector.get('/api/v1/cash/scoreboard')).body).toEqual({ rows: [] });
  });
});
