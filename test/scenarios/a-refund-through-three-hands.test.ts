/** P-07 and beyond: a refund is asked for, approved and released by three people. */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { deskOwing200, idsOf, vault } from '#test/support/refund-desk.ts';
import { payouts } from '#areas/refunds/store/payments.ts';
import { payoutPurpose } from '#areas/refunds/actions/make-payout.ts';

test('P-07: nobody refunds alone, and what is asked for is spent by nobody else', async () => {
  await using desk = await deskOwing200();
  const other = await desk.invoice(desk.accountId, { amount: '400', issued: '2026-06-15' });
  const first = idsOf(await desk.ask(desk.creditId, '200', desk.maya));
  expect(answerOf(await desk.decide(first.requestId, 'yes', desk.maya))).toBe(
    'approvals.own_request',
  );
  expect(answerOf(await desk.apply(desk.creditId, other, '150'))).toBe(
    'ledger.more_than_available 0.00 CM-1',
  );
  expect(await desk.available()).toEqual(['0']);

  expect(answerOf(await desk.decide(first.requestId, 'no', desk.ingrid))).toBe('accepted');
  expect(await desk.available()).toEqual(['20000']);
  expect((await desk.standing(first.refundId))?.state).toBe('refused');

  const again = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  expect(answerOf(await desk.decide(again.requestId, 'yes', desk.maya))).toBe('accepted');
  expect((await desk.standing(again.refundId))?.state).toBe('approved');
  expect(answerOf(await desk.release(again.refundId, desk.rosa))).toBe('refunds.own_request');
  expect(answerOf(await desk.release(again.refundId, desk.maya))).toBe('refunds.own_approval');
  expect(answerOf(await desk.release(again.refundId, desk.tess))).toBe('accepted');
  expect(answerOf(await desk.payOut('check', desk.tess))).toBe('accepted');
  expect(await desk.available()).toEqual([]);
  expect((await agingOf(desk, { asOf: '2026-06-20' })).unapplied).toBe('0.00');

  const audit = await desk.db.all(sql<{ actor: string }>`
    select actor
      from platform.audit
     where changes::text like ${`%${again.refundId}%`}
        or changes::text like ${`%${again.requestId}%`}`);
  const people = new Set(audit.map(({ actor }) => actor));
  for (const { ref } of [desk.rosa, desk.maya, desk.tess]) expect(people).toContain(ref);
});

test('P-06: no more than is available, and a second refund of it is refused', async () => {
  await using desk = await deskOwing200();
  expect(answerOf(await desk.ask(desk.creditId, '200.01', desk.rosa))).toBe(
    'ledger.more_than_available 200.00 CM-1',
  );
  expect(answerOf(await desk.ask(desk.creditId, '200', desk.rosa))).toBe('accepted');
  expect(answerOf(await desk.ask(desk.creditId, '0.01', desk.rosa))).toBe(
    'ledger.more_than_available 0.00 CM-1',
  );
});

test('the file is made once, with its totals, and its bytes are kept sealed', async () => {
  await using desk = await deskOwing200();
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  expect(await desk.payOut('check', desk.tess)).toMatchObject({
    value: { payments: 1, total: { minor: 20_000n } },
  });
  expect(answerOf(await desk.payOut('check', desk.tess))).toBe('refunds.nothing_released check');
  const [file] = await payouts(desk.db, { companies: 'all' }, 10);
  if (!file) throw new Error('a file');
  expect(file.sealed).not.toContain('1001');
  expect(vault.open(file.sealed, payoutPurpose(file.payoutId))).toContain(
    '1001,2026-06-20,NORTH,200.00,USD',
  );
  expect(await agingOf(desk, { asOf: '2026-06-20' })).toEqual(nothing);
});

test('what splits a refund below a limit takes the higher person', async () => {
  await using desk = await deskOwing200();
  const memo = { amount: '1500', issued: '2026-06-11', number: 'CM-2' };
  const [large] = await desk.document(desk.accountId, 'credit_memo', memo);
  if (!large) throw new Error('a credit memo');
  const one = idsOf(await desk.ask(large, '700', desk.rosa));
  expect(answerOf(await desk.decide(one.requestId, 'yes', desk.maya))).toBe('accepted');
  const two = idsOf(await desk.ask(large, '600', desk.rosa));
  expect(answerOf(await desk.decide(two.requestId, 'yes', desk.maya))).toBe(
    'approvals.beyond_authority controller',
  );
  expect(answerOf(await desk.decide(two.requestId, 'yes', desk.ingrid))).toBe('accepted');
});

test('above $10,000 two persons approve, one of them the CFO', async () => {
  await using desk = await deskOwing200();
  const memo = { amount: '10000.01', issued: '2026-06-11', number: 'CM-9' };
  const [large] = await desk.document(desk.accountId, 'credit_memo', memo);
  if (!large) throw new Error('a credit memo');
  const { requestId, refundId } = idsOf(await desk.ask(large, '10000.01', desk.rosa));
  expect(answerOf(await desk.decide(requestId, 'yes', desk.ingrid))).toBe(
    'approvals.beyond_authority cfo',
  );
  expect(await desk.decide(requestId, 'yes', desk.omar)).toMatchObject({
    value: { state: 'open' },
  });
  expect((await desk.standing(refundId))?.state).toBe('requested');
});
