import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';
import { deskOfP28, giveLimit, placeOrder } from '#test/support/credit.ts';
import { actsOf } from '../store/history.ts';
import { decideMany } from './decide-many.ts';
import { type DecideOrder, askRelease, decideOrder, releaseGranted } from './decide-order.ts';
import { holdAccount } from './hold-account.ts';

type Act = Partial<DecideOrder> & Pick<DecideOrder, 'act'>;

async function deskWithHold(amount = '2500') {
  const desk = await deskOn('2026-11-20');
  const north = await deskOfP28(desk);
  const { orderId } = await placeOrder(desk, north, 'O2', { amount });
  const manager = await desk.member('manager');
  const decide = (told: Act, actor: Actor = manager, of: Id = orderId) =>
    desk.act((context) => decideOrder(context, wish(of, told)), actor);
  return { desk, north, orderId, manager, decide };
}

function wish(orderId: Id, told: Act): DecideOrder {
  return { orderId, reviewOn: null, toMember: null, evidence: '', ...told };
}

const granting = (desk: Story, requestId: Id, actor: Actor) =>
  desk.act(
    (context) => decideRequest(context, { requestId, said: 'yes', companies: 'all' }),
    actor,
  );

describe('a held order', () => {
  test('is released by who has the authority, with the evidence and a day of review', async () => {
    const { desk, north, orderId, decide } = await deskWithHold();
    await using _ = desk;
    const done = await decide({ act: 'release', evidence: 'mail of 19 November' });
    expect(done).toMatchObject({ value: { verdict: 'released' } });
    const [act] = await actsOf(desk.db, north, orderId);
    expect(act).toMatchObject({
      kind: 'released',
      how: 'person',
      evidence: 'mail of 19 November',
      reviewOn: '2026-12-04',
      reasons: [{ reason: 'over_limit' }],
      figures: { over: '500.00' },
    });
    expect(answerOf(await decide({ act: 'release' }))).toContain('credit.not_held');
  });

  test('beyond one’s authority is asked for, and done once another grants it', async () => {
    const { desk, north, orderId, manager, decide } = await deskWithHold('12000');
    await using _ = desk;
    expect(answerOf(await decide({ act: 'release' }))).toContain('credit.beyond_authority');
    const ask = { orderId, evidence: 'three good years' };
    const { requestId } = await desk.done((context) => askRelease(context, ask), manager);
    const again = await desk.act((context) => askRelease(context, ask), manager);
    expect(answerOf(again)).toContain('approvals.asked_already');
    expect(answerOf(await granting(desk, requestId, manager))).toContain('approvals.own_request');
    const controller = await desk.member('controller');
    await granting(desk, requestId, controller);
    const release = () => desk.done((context) => releaseGranted(context, requestId));
    expect(await release()).toEqual({ done: true });
    expect(await release()).toEqual({ done: false });
    const [act] = await actsOf(desk.db, north, orderId);
    expect(act).toMatchObject({ kind: 'released', how: 'approval', evidence: 'three good years' });
  });

  test('that went on meanwhile is not released a second time', async () => {
    const { desk, north, orderId, manager } = await deskWithHold('12000');
    await using _ = desk;
    const ask = { orderId, evidence: '' };
    const { requestId } = await desk.done((context) => askRelease(context, ask), manager);
    await placeOrder(desk, north, 'O2', { amount: '12000', state: 'cancelled' });
    await granting(desk, requestId, await desk.member('controller'));
    expect(await desk.done((context) => releaseGranted(context, requestId))).toEqual({
      done: false,
    });
    const [outcome] = await desk.db.all(sql`select how, detail from approvals.request_outcome`);
    expect(outcome).toEqual({ how: 'failed', detail: { refusal: 'credit.not_open' } });
  });

  test('that grew after it was asked for is not released by the yes to less', async () => {
    const { desk, north, orderId, manager } = await deskWithHold('12000');
    await using _ = desk;
    const { requestId } = await desk.done(
      (context) => askRelease(context, { orderId, evidence: '' }),
      manager,
    );
    const grown = await placeOrder(desk, north, 'O2', { amount: '90000' });
    expect(grown.orderId).toBe(orderId);
    await granting(desk, requestId, await desk.member('controller'));
    expect(await desk.done((context) => releaseGranted(context, requestId))).toEqual({
      done: false,
    });
    const [outcome] = await desk.db.all(sql`select how, detail from approvals.request_outcome`);
    expect(outcome).toEqual({ how: 'failed', detail: { refusal: 'credit.order_grew' } });
    const [act] = await actsOf(desk.db, north, orderId);
    expect(act).toMatchObject({ kind: 'held' });
  });

  test('is turned down, and takes no credit', async () => {
    const { desk, decide, orderId } = await deskWithHold();
    await using _ = desk;
    expect(await decide({ act: 'reject' })).toMatchObject({
      value: { orderId, verdict: 'rejected' },
    });
  });

  test('is handed on with a clock for its day of review', async () => {
    const { desk, decide, north, orderId } = await deskWithHold();
    await using _ = desk;
    expect(answerOf(await decide({ act: 'forward' }))).toContain('credit.forward_to_whom');
    const { memberId } = await desk.member('controller');
    const reviewOn = desk.clock.today();
    await decide({ act: 'forward', toMember: memberId, reviewOn });
    expect(await desk.db.all(sql`select kind, due_on from clocks.clock_card`)).toEqual([
      { kind: 'order_review', due_on: '2026-11-20' },
    ]);
    const [act] = await actsOf(desk.db, north, orderId);
    expect(act).toMatchObject({ kind: 'forwarded', to: expect.any(String) });
  });

  test('goes on when it is asked again and nothing speaks against it', async () => {
    const { desk, north, decide } = await deskWithHold();
    await using _ = desk;
    expect(await decide({ act: 'recheck' })).toMatchObject({
      value: { verdict: 'held' },
    });
    await giveLimit(desk, north, usd('20000'));
    expect(await decide({ act: 'recheck' })).toMatchObject({
      value: { verdict: 'released' },
    });
  });
});

test('an order that a person holds waits for a person, whatever cash arrives', async () => {
  const { desk, north, decide } = await deskWithHold();
  await using _ = desk;
  const small = await placeOrder(desk, north, 'O3', { amount: '10' });
  await decide({ act: 'hold' }, undefined, small.orderId);
  await desk.receipt(north, { amount: '6000', on: '2026-11-20' });
  expect(await decide({ act: 'recheck' }, undefined, small.orderId)).toMatchObject({
    value: { verdict: 'held' },
  });
});

test('many are decided alike, each by itself', async () => {
  const { desk, north, orderId, manager } = await deskWithHold('12000');
  await using _ = desk;
  const second = await placeOrder(desk, north, 'O3', { amount: '3000' });
  const orderIds = [orderId, second.orderId];
  const done = await desk.done(
    (context) => decideMany(context, { orderIds, act: 'release', reviewOn: null }),
    manager,
  );
  expect(done.map(({ verdict, refused }) => verdict ?? refused?.refusal)).toEqual([
    'released',
    'credit.beyond_authority',
  ]);
});

test('a held account stops new orders until the hold ends', async () => {
  const { desk, north } = await deskWithHold();
  await using _ = desk;
  const act = (what: 'hold' | 'release') =>
    desk.act((context) => holdAccount(context, { accountId: north, act: what }));
  expect(answerOf(await act('release'))).toContain('credit.account_not_held');
  await act('hold');
  expect(answerOf(await act('hold'))).toContain('credit.account_held_already');
  expect(await placeOrder(desk, north, 'O9', { amount: '1' })).toMatchObject({
    verdict: 'held',
    reasons: [{ reason: 'account_hold' }],
  });
  await act('release');
  expect((await placeOrder(desk, north, 'O10', { amount: '1' })).verdict).toBe('approved');
});
