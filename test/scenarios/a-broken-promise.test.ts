/** A call, a promise, no money: the promise breaks and brings the account back on the list. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { judgePromises } from '#areas/promises/actions/judge-promises.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { promisesOfAccount } from '#areas/promises/store/list.ts';
import { buildWorklist, rebuildAccounts } from '#areas/worklist/actions/build-worklist.ts';
import { finishWork } from '#areas/worklist/actions/finish-work.ts';
import { standardPolicy } from '#areas/worklist/rules/policy.ts';
import { listWork } from '#areas/worklist/store/list.ts';
import type { ListState } from '#areas/worklist/store/listed.ts';
import { whyRank } from '#areas/worklist/store/place.ts';
import { accept } from '#kernel/outcome.ts';
import { deliverNext } from '#platform/events/dispatcher.ts';
import { jobs, listeners } from '#server/wiring.ts';
import { type Story, deskOwed1000, usd } from '#test/support/builders.ts';

test('a promise that nobody keeps comes back to whoever took it', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const rosa = await desk.member('collector');
  expect(await kindsOn(desk)).toEqual(['overdue incomplete_data']);

  const promised = {
    accountId,
    amount: usd('1000'),
    dueOn: day('2026-07-24'),
    saidBy: 'Ms Orr',
    method: null,
    itemIds: [],
    supersedes: [],
    note: '',
  };
  await desk.done((context) => makePromise(context, promised, standardPromisePolicy));
  expect(await kindsOn(desk)).toEqual(['incomplete_data']);

  desk.on('2026-07-24');
  expect(await kindsOn(desk)).toEqual(['promise_due incomplete_data']);
  const wish = { accountId, result: 'reached', note: 'sends it tonight' } as const;
  await desk.done((context) => finishWork(context, wish), rosa);
  expect(await kindsOn(desk)).toEqual([]);
  expect(await kindsOn(desk, 'done')).toEqual(['promise_due incomplete_data']);

  desk.on('2026-08-03');
  await desk.done((context) => finishWork(context, { ...wish, note: '' }), rosa);
  expect(await kindsOn(desk)).toEqual([]);
  await desk.done(async (context) => {
    await judgePromises(context, [accountId], standardPromisePolicy);
    await rebuildAccounts(context, [accountId]);
    return accept(null);
  });
  const [reasons = ''] = await kindsOn(desk);
  expect(reasons.split(' ')).toEqual(['promise_broken', 'overdue', 'incomplete_data']);
  const why = await whyRank(desk.db, accountId);
  expect(why?.parts.reduce((sum, part) => sum + part.points, 0)).toBe(why?.score);
});

test('money of an earlier day, recorded late, mends the promise; both verdicts stay', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId } = desk;
  const rosa = await desk.member('collector');
  const promised = {
    accountId,
    amount: usd('1000'),
    dueOn: day('2026-07-24'),
    saidBy: 'Ms Orr',
    method: 'check',
    itemIds: [invoiceId],
    supersedes: [],
    note: 'cheque run on Thursday',
  };
  await desk.done((context) => makePromise(context, promised, standardPromisePolicy), rosa);
  await newsArrives(desk);
  expect(await shownOn(desk)).toEqual(['incomplete_data']);

  desk.on('2026-07-27');
  await nightFalls(desk);
  await newsArrives(desk);
  expect(await shownOn(desk)).toEqual(['promise_broken overdue incomplete_data']);

  desk.on('2026-07-29');
  await desk.receipt(accountId, { amount: '1000', on: '2026-07-23', pays: [[invoiceId, '1000']] });
  await newsArrives(desk);
  expect(await shownOn(desk)).toEqual([]);
  const [promise] = await promisesOfAccount(desk.db, accountId);
  const history = promise?.history ?? [];
  expect(history.map(({ state, on, recordedAt }) => [state, on, recordedAt.slice(0, 10)])).toEqual([
    ['open', '2026-07-20', '2026-07-20'],
    ['broken', '2026-07-27', '2026-07-27'],
    ['kept', '2026-07-23', '2026-07-29'],
  ]);
});

/** Everything that was told reaches everybody who listens, by the wiring of the server. */
async function newsArrives(desk: Story): Promise<void> {
  const fail = (error: unknown): never => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  while (await deliverNext(desk, listeners, fail));
}

/** Two in the morning in New York, by the schedule of the server. */
async function nightFalls(desk: Story): Promise<void> {
  const job = jobs.find(({ name }) => name === 'promises.judge_promises');
  if (!job) throw new Error('nobody judges promises at night');
  const actor = { ref: `job:${job.name}`, memberId: null };
  const zone = 'America/New_York';
  await job.run(desk, { actor, zone, key: 'tonight', reason: 'by the clock' });
}

/** The kinds of reason on everybody's list as it stands, built by nothing but the news. */
async function shownOn(desk: Story): Promise<string[]> {
  const at = desk.clock.now();
  const { rows } = await listWork(
    desk.db,
    { owner: 'all', companies: 'all', state: 'due', now: at },
    { sort: 'rank', limit: 10, reader: { memberId: null, at } },
  );
  return rows.map((row) => row.kinds.join(' '));
}

/** The kinds of reason of each account on everybody's list, after the morning's build. */
async function kindsOn(desk: Story, state: ListState = 'due'): Promise<string[]> {
  const zone = 'America/New_York';
  await desk.done((context) => buildWorklist(context, { zone }, standardPolicy));
  const at = desk.clock.now();
  const { rows } = await listWork(
    desk.db,
    { owner: 'all', companies: 'all', state, now: at },
    { sort: 'rank', limit: 10, reader: { memberId: null, at } },
  );
  return rows.map((row) => row.kinds.join(' '));
}
