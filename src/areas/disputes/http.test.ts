import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

async function deskOwed1000() {
  const desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
  const posted = accepted(await perform(desk, doing, (context) => postItem(context, wish)));
  const [item] = posted.answer.itemIds;
  const itemId = id(String(item));
  const rosa = await desk.signIn(await desk.member('collector'));
  return { ...desk, itemId, rosa, path: `/api/v1/accounts/${accountId}/disputes` };
}

const freight = (itemId: string) => ({
  items: [{ itemId, amount: '182.00' }],
  currency: 'USD',
  reason: 'freight',
  part: 'freight',
  saidBy: 'Ms Orr',
});

test('a part of an invoice is disputed over HTTP and then listed', async () => {
  await using desk = await deskOwed1000();
  const once = { 'idempotency-key': 'the-first-and-only' };
  for (const _ of ['asked', 'asked again']) {
    const opened = await desk.rosa.send('POST', desk.path, freight(desk.itemId), once);
    expect(opened).toMatchObject({ status: 200, body: { disputed: ['182.00'] } });
  }
  expect((await desk.rosa.get(desk.path)).body).toMatchObject({
    rows: [{ amount: '182.00', part: 'freight', saidBy: 'Ms Orr', document: 'D-2026-09-01' }],
  });
});

test('too much is refused in words, an unreadable amount by name', async () => {
  await using desk = await deskOwed1000();
  const wish = freight(desk.itemId);
  const much = { ...wish, items: [{ itemId: desk.itemId, amount: '1000.01' }] };
  expect(await desk.rosa.send('POST', desk.path, much)).toMatchObject({
    status: 422,
    body: { code: 'dispute.more_than_open', facts: { open: '1000.00' } },
  });
  const odd = { ...wish, items: [{ itemId: desk.itemId, amount: '1.001' }] };
  expect((await desk.rosa.send('POST', desk.path, odd)).body).toMatchObject({
    code: 'dispute.amount_unreadable',
  });
});

test('an auditor opens no dispute', async () => {
  await using desk = await deskOwed1000();
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', desk.path, freight(desk.itemId))).status).toBe(403);
});
