import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { answerOf } from '#test/support/builders.ts';
import { deskWithCoveredAccount } from '#test/support/covered-account.ts';
import type { MoveTo } from '../rules/hand-order.ts';
import { deskMoment } from '#kernel/local-time.ts';
import { listWork } from '../store/list.ts';
import { buildAll } from './build-worklist.ts';
import { finishWork } from './finish-work.ts';
import { moveRow } from './move-row.ts';
import { undoRowMove } from './undo-move.ts';
import { undoWork } from './undo-work.ts';
import { listOf } from './whose-list.ts';

/** Ana's accounts by what they owe: BIG, MID, NORTH, LOW; Ben covers her from the 6th. */
async function deskInOrder() {
  const desk = await deskWithCoveredAccount();
  const ids: Record<string, Id> = { NORTH: desk.north };
  for (const [number, amount] of Object.entries({ BIG: '90000', MID: '9000', LOW: '300' })) {
    const accountId = await desk.account(number);
    ids[number] = accountId;
    await desk.invoice(accountId, { amount, issued: '2026-05-01' });
    await desk.done((context) => assignOwner(context, { accountId, memberId: desk.ana.memberId }));
  }
  await desk.done(async (context) => accept(await buildAll(context)));
  const of = (number: string): Id => ids[number] ?? desk.companyId;
  const seen = async (whose = desk.ana) => {
    const today = desk.clock.today();
    const at = desk.clock.now();
    const { owner } = await listOf(desk.db, whose.memberId, today);
    const now = deskMoment(at, today, 'America/New_York');
    const { rows } = await listWork(
      desk.db,
      { owner, companies: 'all', state: 'due', now },
      { sort: 'rank', limit: null, reader: { memberId: null, at } },
    );
    return rows.map(
      ({ account, hand }) => account + (hand?.moved ? (hand.pinned ? '!' : '*') : ''),
    );
  };
  const move = (by: typeof desk.ana, number: string, to: MoveTo, listed = desk.ana) =>
    desk.act(
      (context) =>
        moveRow(
          context,
          { accountId: of(number), listOf: listed.memberId, to, companies: 'all' },
          { forOthers: by === desk.ben },
        ),
      by,
    );
  return { ...desk, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](), of, seen, move };
}

test('a moved row stands where it was put, also after the list is built again', async () => {
  await using desk = await deskInOrder();
  expect(await desk.seen()).toEqual(['BIG', 'MID', 'NORTH', 'LOW']);
  await desk.move(desk.ana, 'LOW', 'top');
  expect(await desk.seen()).toEqual(['LOW*', 'BIG', 'MID', 'NORTH']);
  await desk.move(desk.ana, 'MID', { before: desk.of('BIG') });
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await desk.seen()).toEqual(['LOW*', 'MID*', 'BIG', 'NORTH']);
  await desk.move(desk.ana, 'LOW', 'rank');
  expect(await desk.seen()).toEqual(['MID*', 'BIG', 'NORTH', 'LOW']);
});

test('a move is taken back by who made it, one after the other', async () => {
  await using desk = await deskInOrder();
  const undo = (by: typeof desk.ana) =>
    desk.act((context) => undoRowMove(context, desk.ana.memberId), by);
  await desk.move(desk.ana, 'LOW', 'top');
  await desk.move(desk.ana, 'BIG', { after: desk.of('MID') });
  expect(await desk.seen()).toEqual(['LOW*', 'MID', 'BIG*', 'NORTH']);
  expect(await undo(desk.ben)).toMatchObject({ value: { undone: false } });
  expect(await undo(desk.ana)).toMatchObject({ value: { undone: true } });
  expect(await desk.seen()).toEqual(['LOW*', 'BIG', 'MID', 'NORTH']);
  await undo(desk.ana);
  expect(await desk.seen()).toEqual(['BIG', 'MID', 'NORTH', 'LOW']);
  expect(await undo(desk.ana)).toMatchObject({ value: { undone: false } });
});

test('the next account follows the order by hand, and a place ends with the work', async () => {
  await using desk = await deskInOrder();
  await desk.move(desk.ana, 'LOW', 'top');
  await desk.move(desk.ana, 'NORTH', { after: desk.of('LOW') });
  const finish = (number: string) =>
    desk.act(
      (context) => finishWork(context, { accountId: desk.of(number), result: 'reached', note: '' }),
      desk.ana,
    );
  expect(await finish('LOW')).toMatchObject({ value: { next: desk.of('NORTH') } });
  expect(await finish('NORTH')).toMatchObject({ value: { next: desk.of('BIG') } });
  expect(await desk.seen()).toEqual(['BIG', 'MID']);
  await desk.act((context) => undoWork(context, desk.of('LOW')), desk.ana);
  expect(await desk.seen()).toEqual(['LOW*', 'BIG', 'MID']);
});

test('what a manager pins, the person and their cover leave where it is', async () => {
  await using desk = await deskInOrder();
  const { ana, ben } = desk;
  await desk.move(ben, 'MID', 'top');
  expect(await desk.seen()).toEqual(['MID!', 'BIG', 'NORTH', 'LOW']);
  expect(answerOf(await desk.move(ana, 'MID', 'rank'))).toBe('worklist.pinned');
  const above = await desk.move(ana, 'LOW', { before: desk.of('MID') });
  expect(answerOf(above)).toBe('worklist.pinned');
  await desk.move(ana, 'LOW', 'top');
  expect(await desk.seen()).toEqual(['MID!', 'LOW*', 'BIG', 'NORTH']);
  desk.on('2026-07-06');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect(await desk.seen(ben)).toEqual(['MID!', 'BIG', 'NORTH', 'LOW']);
  await desk.move(ben, 'NORTH', { after: desk.of('MID') }, ben);
  expect(await desk.seen(ben)).toEqual(['MID!', 'NORTH*', 'BIG', 'LOW']);
  expect(await desk.seen()).toEqual(['MID!', 'LOW*', 'BIG', 'NORTH']);
});

test('a place ends after its days', async () => {
  await using desk = await deskInOrder();
  await desk.move(desk.ana, 'LOW', 'top');
  desk.on('2026-07-07');
  expect(await desk.seen()).toEqual(['LOW*', 'BIG', 'MID', 'NORTH']);
  desk.on('2026-07-08');
  expect(await desk.seen()).toEqual(['BIG', 'MID', 'NORTH', 'LOW']);
});

test('a job, a stranger’s list and an account that is not on it are refused by name', async () => {
  await using desk = await deskInOrder();
  const { ana, ben } = desk;
  const wish = { accountId: desk.of('LOW'), to: 'top', companies: 'all' } as const;
  const move = (listed: typeof ana, by?: typeof ana, accountId = wish.accountId) =>
    desk.act(
      (context) =>
        moveRow(context, { ...wish, accountId, listOf: listed.memberId }, { forOthers: false }),
      by,
    );
  expect(answerOf(await move(ana))).toBe('worklist.needs_person');
  expect(answerOf(await move(ana, ben))).toBe('worklist.only_your_order');
  expect(answerOf(await move(ben, ben))).toBe('worklist.not_on_the_list');
  expect(answerOf(await move(ana, ana, desk.companyId))).toBe('worklist.no_such_account');
});
