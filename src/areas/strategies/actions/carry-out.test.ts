import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { fileStep, ladderFile, strategyDesk } from '#test/support/strategy-desk.ts';

async function owing(file: Parameters<Awaited<ReturnType<typeof strategyDesk>>['inForce']>[0]) {
  const desk = await strategyDesk('2026-03-01');
  await desk.inForce(file);
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '1200', issued: '2026-03-01', due: '2026-03-01' });
  await desk.reachable(north);
  return { ...desk, north };
}

const messages = sql<{ key: string; to_address: string; state: string; body: string }>`
  select m.key, m.to_address, m.body, n.state
    from correspondence.message m
    join correspondence.message_now n on n.message_id = m.message_id`;

test('a notice is queued once under the key of its step, however often it is run', async () => {
  await using desk = await owing(ladderFile);
  await desk.switchOn('email');
  await desk.morning('2026-03-10');
  await desk.morning('2026-03-10');
  await desk.morning('2026-03-11');
  const rows = await desk.db.all(messages);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.key).toMatch(new RegExp(`^strategy/${desk.north}/[0-9a-f-]{36}/l1$`, 'u'));
  expect(rows[0]).toMatchObject({ to_address: 'ann@north.example', state: 'queued' });
  expect(rows[0]?.body).toContain('1,200.00');
});

test('a channel that is off lets nothing through; a canary only its strategies', async () => {
  await using desk = await owing(ladderFile);
  await desk.morning('2026-03-10');
  await desk.switchOn('email', ['another']);
  await desk.morning('2026-03-11');
  expect(await desk.steps()).toEqual(['NORTH l1 proposed 120000']);
  expect(await desk.db.all(messages)).toEqual([]);
});

test('who cannot be reached, and what the gate forbids, is blocked with the reason', async () => {
  await using desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  for (const number of ['NOBODY', 'NOWHERE']) {
    const accountId = await desk.account(number);
    await desk.invoice(accountId, { amount: '600', issued: '2026-03-01', due: '2026-03-01' });
  }
  await desk.switchOn('email');
  await desk.morning('2026-03-10');
  expect(await desk.steps()).toEqual([
    'NOBODY l1 blocked 60000 no_address',
    'NOWHERE l1 blocked 60000 no_address',
  ]);
  expect(await desk.db.all(messages)).toEqual([]);
});

test('what fails for good leaves the level where it was, and a person may retry', async () => {
  await using desk = await owing(ladderFile);
  await desk.switchOn('email');
  await desk.morning('2026-03-10');
  await desk.failed(desk.north);
  expect(await desk.steps()).toEqual(['NORTH l1 failed 120000 mailbox full']);
  await desk.morning('2026-04-10');
  expect(await desk.steps()).toEqual(['NORTH l1 failed 120000 mailbox full']);
  await desk.decide('approve', 'address corrected');
  expect(await desk.steps()).toEqual(['NORTH l1 queued 120000']);
  const keys = (await desk.db.all(messages)).map(({ key }) => key.split('/').slice(3).join('/'));
  expect(keys.toSorted()).toEqual(['l1', 'l1/2']);
});

test('P-25: where the policy books, the charges are one debit memo, once', async () => {
  const charges = {
    mode: 'book',
    interest: { rate: '12', day_count: 'act/365' },
    fees: [{ step: 'l1', amount: '25.00', currency: 'USD', once: true }],
  };
  await using desk = await owing({ ...ladderFile, charges, steps: [fileStep('l1', '30')] });
  await desk.switchOn('email');
  await desk.morning('2026-04-15');
  expect(await desk.steps()).toEqual(['NORTH l1 queued 124275']);
  await desk.morning('2026-04-15');
  const { memos, owed } = await desk.db.one(sql<{ memos: bigint; owed: bigint }>`
    select count(*) filter (where kind = 'charge') as memos, sum(open_minor)::bigint as owed
      from ledger.item_balance`);
  expect({ memos, owed }).toEqual({ memos: 1n, owed: 124_275n });
});

test('a call waits on the list until somebody was spoken to', async () => {
  await using desk = await owing({ ...ladderFile, steps: [fileStep('l1', '5', 'call')] });
  await desk.switchOn('call');
  await desk.morning('2026-03-10');
  const calls = sql`select step, amount_minor, days_late from strategies.call_card`;
  expect(await desk.db.all(calls)).toEqual([{ step: 'l1', amount_minor: 120_000n, days_late: 9 }]);
  await desk.called(desk.north);
  expect(await desk.db.all(calls)).toEqual([]);
  expect(await desk.steps()).toEqual(['NORTH l1 done 120000']);
});

test('what only we see is asked of ours and done at once', async () => {
  const escalate = { key: 'l1', days: '5', do: 'escalate', escalate_to: 'manager' };
  await using desk = await owing({ ...ladderFile, steps: [escalate] });
  await desk.switchOn('inner');
  await desk.morning('2026-03-10');
  expect(await desk.steps()).toEqual(['NORTH l1 done 120000']);
  const told = await desk.db.all(sql<{ payload: object }>`
    select payload from platform.event where name = 'strategies.step_asked'`);
  expect(told).toMatchObject([{ payload: { act: 'escalate', to: 'manager', amount: '1200.00' } }]);
});
