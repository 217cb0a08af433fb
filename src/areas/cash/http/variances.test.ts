import { expect, test } from 'vitest';
import { type Context, accepted, perform } from '#platform/action.ts';
import { accept } from '#kernel/outcome.ts';
import type { Id } from '#kernel/ids.ts';
import { postItem } from '#areas/ledger/index.ts';
import { documentWish } from '#test/support/builders.ts';
import { type Answer, openDesk } from '#test/support/http-desk.ts';
import type { WireVariance } from '../contract/variances.ts';

const address = '/api/v1/cash/variances';

/** NORTH owes of 100.00 each; a check that names A-2 was keyed onto A-1. */
async function deskMisapplied() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const a1 = await owe(desk, accountId, 'A-1');
  const a2 = await owe(desk, accountId, 'A-2');
  const poster = await desk.signIn(await desk.member('poster'));
  const opened = await poster.send('POST', '/api/v1/cash/batches', {
    method: 'check',
    currency: 'USD',
    count: 1,
    amount: '100.00',
    rows: [
      { account: 'NORTH', payerName: 'North Ltd', amount: '100.00', pays: [{ reference: 'A-2' }] },
    ],
  });
  // The answer of a batch opened.
  const { batchId } = opened.body as { batchId: string };
  await poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
  const listed = await poster.get(`/api/v1/cash/batches/${batchId}`);
  // The answer of a batch with its receipts.
  const [receipt] = (listed.body as { receipts: { itemId: string }[] }).receipts;
  const credit = `/api/v1/accounts/${accountId}/credits/${receipt?.itemId ?? ''}`;
  const wish = { toItemId: a1, itemIds: [a2], reason: 'keyed onto the wrong one' };
  expect((await poster.send('POST', `${credit}/move`, wish)).status).toBe(200);
  return { ...desk, poster, credit };
}

async function owe(
  desk: Awaited<ReturnType<typeof openDesk>>,
  accountId: Id,
  number: string,
): Promise<Id> {
  const told = { number, amount: '100.00', issued: '2026-09-01', due: '2026-10-01' };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.owe', actor, reason: 'for the test', input: null };
  const work = async (context: Context) =>
    accept(accepted(await postItem(context, documentWish(accountId, 'invoice', told))));
  const [itemId] = accepted(await perform(desk, doing, work)).answer.itemIds;
  if (!itemId) throw new Error('an invoice with an item');
  return itemId;
}

function rowsOf({ body }: Answer): WireVariance[] {
  // The answer of the variances, which the server holds to its contract.
  return (body as { rows: WireVariance[] }).rows;
}

test('misapplied cash is found with its proof, moved by its fix, and gone', async () => {
  await using desk = await deskMisapplied();
  const found = await desk.poster.get(address);
  expect(found.body).toMatchObject({ company: 'ACME', count: 1, nextCursor: null });
  const [row] = rowsOf(found);
  expect(row).toMatchObject({
    cause: 'misapplied',
    account: { number: 'NORTH' },
    amount: '100.00',
    why: 'North Ltd named A-2, which is open; $100.00 pays A-1 instead.',
    fix: { kind: 'move' },
  });
  const { fix, why } = row ?? {};
  const body = { itemIds: [fix?.offItemId], toItemId: fix?.toItemId, reason: why };
  const collector = await desk.signIn(await desk.member('collector'));
  expect((await collector.send('POST', `${desk.credit}/move`, body)).status).toBe(403);
  expect(rowsOf(await collector.get(address))).toHaveLength(1);
  expect((await desk.poster.send('POST', `${desk.credit}/move`, body)).status).toBe(200);
  expect(rowsOf(await desk.poster.get(address))).toEqual([]);
});

test('a list has a cause and pages; the cursor of another list is refused', async () => {
  await using desk = await deskMisapplied();
  const batch = {
    method: 'check',
    currency: 'USD',
    count: 2,
    amount: '12.00',
    rows: [
      { payerName: '', amount: '5.00' },
      { payerName: 'No one', amount: '7.00' },
    ],
  };
  const opened = await desk.poster.send('POST', '/api/v1/cash/batches', batch);
  // The answer of a batch opened.
  const { batchId } = opened.body as { batchId: string };
  await desk.poster.send('POST', `/api/v1/cash/batches/${batchId}/posting`, {});
  const first = await desk.poster.get(`${address}?cause=unidentified&limit=1`);
  expect(first.body).toMatchObject({
    count: 2,
    rows: [{ amount: '7.00', account: null, fix: { kind: 'match' } }],
    causes: [
      { cause: 'misapplied', count: 1 },
      { cause: 'unidentified', count: 2 },
    ],
  });
  // The answer of a list.
  const { nextCursor } = first.body as { nextCursor: string };
  const next = await desk.poster.get(`${address}?cause=unidentified&limit=1&cursor=${nextCursor}`);
  const why = 'Nobody knows whose $5.00 of an unnamed payer is.';
  expect(next.body).toMatchObject({ rows: [{ amount: '5.00', why }], nextCursor: null });
  const foreign = await desk.poster.get(`${address}?cursor=${nextCursor}`);
  expect(foreign.body).toMatchObject({ code: 'page.bad_cursor' });
});

test('nobody without a session sees variances, and no company out of sight is shown', async () => {
  await using desk = await deskMisapplied();
  expect((await desk.ask('GET', address)).status).toBe(401);
  await desk.company('OTHER');
  const stranger = await desk.signIn(await desk.member('poster', { companies: ['OTHER'] }));
  expect(rowsOf(await stranger.get(address))).toEqual([]);
  const named = await stranger.get(`${address}?company=ACME`);
  expect(named.body).toMatchObject({ code: expect.stringMatching(/no_such_company$/u) });
});
