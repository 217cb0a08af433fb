/** Small balances on a real book: what goes, what stays, who may, and P-09 to its end. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { openDispute } from '#areas/disputes/actions/open-dispute.ts';
import { askWriteOff, writeOffGranted } from '#areas/ledger/actions/write-off-item.ts';
import { setWriteOffPolicy } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';
import { readRegister, readSmall } from '../answers/register.ts';
import { writeOffJobs } from '../jobs.ts';
import { reverseWriteOff } from './reverse-write-off.ts';
import { askSweep, sweepByPolicy, sweepGranted, sweepSmall } from './sweep-small.ts';

const all = { companies: 'all', state: 'all' } as const;
const whole = { limit: null, offset: 0 } as const;

/** Rests of 4.90 and 5.00 of 100, and 5.90 of 1,000, due 2026-06-01: beyond the tolerance. */
async function withRests(): Promise<Story & { north: Id; items: readonly Id[] }> {
  const desk = await deskOn('2026-05-02');
  const north = await desk.account('NORTH');
  const items: Id[] = [];
  for (const [number, amount, paid] of [
    ['I-1', '100', '95.10'],
    ['I-2', '100', '95.00'],
    ['I-3', '1000', '994.10'],
  ] as const) {
    const told = { amount, issued: '2026-05-02', due: '2026-06-01', number };
    const itemId = await desk.invoice(north, told);
    await desk.receipt(north, { amount: paid, on: '2026-05-02', pays: [[itemId, paid]] });
    items.push(itemId);
  }
  desk.on('2026-07-20');
  return { ...desk, north, items };
}

describe('a sweep of small balances', () => {
  test('lists what the limit holds, and a person’s authority covers the sum', async () => {
    await using desk = await withRests();
    const { companyId, items } = desk;
    const small = await readSmall(desk.db, companyId, undefined, day('2026-07-20'));
    expect(small).toMatchObject({ cutOff: '2026-06-20', count: 2, weight: '9.90' });
    expect(small.rows.map(({ document, open }) => `${document} ${open}`).toSorted()).toEqual([
      'I-1 4.90',
      'I-2 5.00',
    ]);
    const wish = { companyId, cutOff: day('2026-06-20'), count: 2 };
    const collector = await desk.member('collector');
    const manager = await desk.member('manager');
    const sweep = (how: Partial<typeof wish>, by = manager) =>
      desk.act((context) => sweepSmall(context, { ...wish, ...how }), by);
    expect(answerOf(await sweep({}, collector))).toBe('ledger.beyond_authority 9.90 manager 30');
    expect(answerOf(await sweep({ count: 3 }))).toBe('write_offs.list_changed 2 3');
    expect(answerOf(await sweep({ cutOff: day('2026-06-21') }))).toBe(
      'write_offs.cut_off_too_late 2026-06-20',
    );
    expect(await sweep({})).toMatchObject({ ok: true, value: { done: 2, failed: 0 } });
    expect(answerOf(await sweep({}))).toBe('write_offs.nothing_small');
    expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('5.90');
    expect((await readRegister(desk.db, all, whole, 'en')).count).toBe(2);
    expect(items).toHaveLength(3);
  });

  test('asked for, waits for a second person; what is disputed meanwhile stays', async () => {
    await using desk = await withRests();
    const { companyId, north, items } = desk;
    const rosa = await desk.member('collector');
    const manager = await desk.member('manager');
    const wish = { companyId, cutOff: day('2026-06-20'), count: 2, evidence: '' };
    const { requestId } = await desk.done((context) => askSweep(context, wish), rosa);
    const contested = [{ itemId: items[0] ?? north, amount: null, lineNo: null }];
    const dispute = { accountId: north, items: contested, note: '', saidBy: '', ownerId: null };
    const why = { reason: 'price', part: 'whole' } as const;
    await desk.done((context) => openDispute(context, { ...dispute, ...why }));
    const say = { requestId, said: 'yes', companies: 'all' } as const;
    const own = await desk.act((context) => decideRequest(context, say), rosa);
    expect(answerOf(own)).toContain('approvals.');
    await desk.done((context) => decideRequest(context, say), manager);
    const done = await desk.done((context) => sweepGranted(context, requestId));
    expect(done).toEqual({ done: true });
    expect(await desk.done((context) => sweepGranted(context, requestId))).toEqual({ done: false });
    const { rows } = await readRegister(desk.db, all, whole, 'en');
    expect(rows).toMatchObject([{ document: 'I-2', amount: '5.00', request: { requestId } }]);
  });

  test('goes by itself at night only where the policy says so', async () => {
    await using desk = await withRests();
    const { companyId } = desk;
    const night = () => desk.done((context) => sweepByPolicy(context, companyId));
    expect(await night()).toBeNull();
    const small = { most: { USD: '5.00' }, days: 30, automatic: true };
    const policy = { method: 'direct', small } as const;
    await desk.done((context) => setWriteOffPolicy(context, { companyId, policy }));
    const [job] = writeOffJobs;
    const zone = 'America/New_York';
    const run = { actor: { ref: 'job:x', memberId: null }, reason: 'night', zone, key: 'k' };
    await job?.run(desk, run);
    await job?.run(desk, run);
    const { rows } = await readRegister(desk.db, all, whole, 'en');
    expect(rows.map(({ document, method }) => `${document} ${method}`).toSorted()).toEqual([
      'I-1 direct',
      'I-2 direct',
    ]);
    // 5.90 is above the limit of 5.00: nobody gives it up unasked.
    expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('5.90');
  });
});

test('P-09: asked by one, approved by another, reversed next month', async () => {
  await using desk = await withRests();
  const { north, items } = desk;
  const itemId = items[2] ?? north;
  const rosa = await desk.member('manager');
  const otto = await desk.member('manager');
  const wish = { accountId: north, itemId, amount: usd('5.90'), evidence: 'call of 19 July' };
  const { requestId } = await desk.done((context) => askWriteOff(context, wish), rosa);
  const say = { requestId, said: 'yes', companies: 'all' } as const;
  expect(answerOf(await desk.act((context) => decideRequest(context, say), rosa))).toBe(
    'approvals.own_request',
  );
  await desk.done((context) => decideRequest(context, say), otto);
  await desk.done((context) => writeOffGranted(context, requestId));
  const open = async (asOf: string) => (await agingOf(desk, { asOf })).balance;
  expect(await open('2026-07-20')).toBe('9.90');
  const before = await readRegister(desk.db, all, whole, 'en');
  const { applicationId = '' } = before.rows[0] ?? {};
  const request = { evidence: 'call of 19 July' };
  expect(before.rows).toMatchObject([{ request, reversed: null }]);
  desk.on('2026-08-20');
  await desk.done((context) =>
    reverseWriteOff(context, { accountId: north, applicationId: id(applicationId) }),
  );
  expect(await open('2026-08-19')).toBe('9.90');
  expect(await open('2026-08-20')).toBe('15.80');
  const { rows, totals } = await readRegister(desk.db, all, whole, 'en');
  expect(rows).toMatchObject([{ dueOn: '2026-06-01', reversed: { on: '2026-08-20' } }]);
  expect(totals).toEqual([{ standing: '0.00', recovered: '0.00', currency: 'USD' }]);
});
