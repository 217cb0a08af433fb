import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { tellPassed } from '#areas/clocks/actions/tell-passed.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';

test('a credit is asked for, granted by another, posted and applied; the case ends', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  const decided = await desk.decide(caseId);
  if (!decided.ok) throw new Error(decided.refusal);
  const [requestId] = decided.value.requestIds;
  if (!requestId) throw new Error('nothing was asked for');
  expect(await desk.file(caseId)).toMatchObject({ state: 'decided', decision: 'credit' });
  // Still contested while it waits: nobody asks the customer for it.
  expect(await desk.disputed()).toMatchObject([{ amount: usd('120.00') }]);

  expect(answerOf(await desk.approve(requestId, 'yes', desk.collector))).not.toBe('accepted');
  expect(answerOf(await desk.approve(requestId, 'yes'))).toBe('accepted');
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({
    state: 'closed',
    closedHow: 'credited',
    cause: 'price_wrong',
    amount: usd('120.00'),
  });
  expect(await desk.disputed()).toEqual([]);
  const items = await desk.db.all(sql`
    select kind, number, open_minor from ledger.item_card order by kind desc`);
  expect(items).toEqual([
    { kind: 'invoice', number: 'I-1', open_minor: 38_000n },
    { kind: 'credit_memo', number: expect.stringMatching(/^CM-D-[0-9A-F]{6}$/u), open_minor: 0n },
  ]);
});

test('refused, the case is open again and its decision to make', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  const decided = await desk.decide(caseId);
  if (!decided.ok) throw new Error(decided.refusal);
  expect(answerOf(await desk.decide(caseId))).toBe('dispute.decided decided');
  const [requestId] = decided.value.requestIds;
  await desk.approve(requestId ?? desk.accountId, 'no');
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({
    state: 'open',
    decision: null,
    answeredOn: '2026-11-20',
  });
});

test('a credit that nobody decided on until its last day opens its case again', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  const decided = await desk.decide(caseId);
  if (!decided.ok) throw new Error(decided.refusal);
  const [requestId] = decided.value.requestIds;
  await desk.news();
  const night = async (on: string) => {
    desk.on(on);
    await desk.done((context) => tellPassed(context, 'America/New_York'));
    await desk.news();
  };
  // Its last day is one on which somebody may still decide.
  await night('2026-12-04');
  expect(await desk.file(caseId)).toMatchObject({ state: 'decided' });
  await night('2026-12-05');
  expect(await desk.file(caseId)).toMatchObject({ state: 'open', decision: null });
  const late = await desk.approve(requestId ?? desk.accountId, 'yes');
  expect(answerOf(late)).toBe('approvals.not_open expired');
  expect(answerOf(await desk.decide(caseId))).toBe('accepted');
});

test('what the customer paid before the credit was granted is not credited as well', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  const decided = await desk.decide(caseId);
  if (!decided.ok) throw new Error(decided.refusal);
  const { accountId, itemId } = desk;
  await desk.receipt(accountId, { amount: '450', on: '2026-11-20', pays: [[itemId, '450.00']] });
  await desk.approve(decided.value.requestIds[0] ?? accountId, 'yes');
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({ state: 'open', amount: usd('50.00') });
  const outcome = await desk.db.one(sql`select how, detail from approvals.request_outcome`);
  expect(outcome).toMatchObject({
    how: 'failed',
    detail: { refusal: 'dispute.more_than_disputed' },
  });
});

test('rejected, the amount is asked for again from that day on', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  const answer = await desk.decide(caseId, { decision: 'reject', cause: 'customer_wrong' });
  expect(answerOf(answer)).toBe('accepted');
  expect(await desk.disputed()).toEqual([]);
  expect(await desk.file(caseId)).toMatchObject({ state: 'closed', closedHow: 'rejected' });
  const [ended] = await desk.db.all(sql`select ended_on from disputes.dispute_history`);
  expect(ended).toEqual({ ended_on: '2026-11-20' });
});

test('a small difference is written off within authority, and asked for beyond it', async () => {
  await using desk = await disputeDesk();
  const small = await desk.open('20.00');
  const write = { decision: 'write_off', cause: 'unknown' } as const;
  expect(answerOf(await desk.decide(small, write, desk.manager))).toBe('accepted');
  expect(await desk.file(small)).toMatchObject({ state: 'closed', closedHow: 'written_off' });

  const more = await desk.open('30.00');
  const asked = await desk.decide(more, write);
  if (!asked.ok) throw new Error(asked.refusal);
  expect(await desk.file(more)).toMatchObject({ state: 'decided', decision: 'write_off' });
  await desk.approve(asked.value.requestIds[0] ?? desk.accountId, 'yes');
  await desk.news();
  expect(await desk.file(more)).toMatchObject({ state: 'closed', closedHow: 'written_off' });
  const [invoice] = await desk.db.all(sql`
    select open_minor from ledger.item_card where kind = 'invoice'`);
  expect(invoice).toEqual({ open_minor: 45_000n });
});

test('a case is not decided without its cause, nor for more than is disputed', async () => {
  await using desk = await disputeDesk();
  const caseId = await desk.open('120.00');
  expect(answerOf(await desk.decide(caseId, { cause: null }))).toBe('dispute.cause_missing');
  const much = await desk.decide(caseId, { amount: usd('120.01') });
  expect(answerOf(much)).toBe('dispute.more_than_disputed 120.01 120.00 USD');
  expect(await desk.file(caseId)).toMatchObject({ state: 'open', cause: null });
});
