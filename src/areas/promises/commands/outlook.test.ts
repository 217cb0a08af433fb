import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { WrongUsage } from '#platform/cli/command.ts';
import { type Story, deskOn, usd } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { bringPromise } from '../actions/bring-promise.ts';
import { makePromise } from '../actions/make-promise.ts';
import { readOutlookWeek } from '../answers/outlook.ts';
import { promiseCommands } from '../commands.ts';
import { standardPromisePolicy } from '../rules/promise.ts';

const everything = { companies: 'all', ownerId: undefined } as const;

/** On Friday the 20th NORTH, who kept two of three promises, and SOUTH, who gave none, promise. */
async function deskOfWords() {
  const desk = await deskOn('2026-11-20');
  const [north, south] = [await desk.account('NORTH'), await desk.account('SOUTH')];
  for (const accountId of [north, south]) {
    await desk.invoice(accountId, { amount: '1000', issued: '2026-09-01' });
  }
  for (const as of ['kept', 'kept', 'broken'] as const) await bring(desk, north, as);
  const words = [
    [north, '300', '2026-11-25'],
    [south, '100', '2026-11-27'],
    [south, '200', '2026-12-01'],
  ] as const;
  for (const [accountId, amount, dueOn] of words) {
    const wish = { amount: usd(amount), dueOn: day(dueOn), saidBy: 'Ms Orr', method: null };
    const whole = { itemIds: [], supersedes: [], note: '' };
    await desk.done((context) =>
      makePromise(context, { accountId, ...wish, ...whole }, standardPromisePolicy),
    );
  }
  return desk;
}

function bring(desk: Story, accountId: Id, as: 'kept' | 'broken') {
  const received = as === 'kept' ? 5000n : 0n;
  return desk.done((context) =>
    bringPromise(context, {
      accountId,
      amount: usd('50'),
      madeOn: day('2026-10-01'),
      dueOn: day('2026-10-10'),
      saidBy: 'Ms Orr',
      method: null,
      itemIds: [],
      note: null,
      end: { as, on: day('2026-10-13'), received },
    }),
  );
}

test('dunlin promises --outlook counts on each week by the word of its customers', async () => {
  await using desk = await deskOfWords();
  const csv = await runCommand(promiseCommands, 'promises', desk, ['--outlook', '--csv']);
  expect(csv.out.split('\n').slice(1)).toEqual([
    '2026-11-23,USD,2,400.00,0.00,400.00,266.67',
    '2026-11-30,USD,1,200.00,0.00,200.00,133.33',
  ]);
  const json = await runCommand(promiseCommands, 'promises', desk, ['--outlook', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({
    asOf: '2026-11-20',
    rate: { judged: 3, kept: 2, pct: 67 },
    currencies: [{ currency: 'USD', count: 3, outstanding: '600.00', expected: '400.00' }],
  });
  const both = runCommand(promiseCommands, 'promises', desk, ['--outlook', '--state', 'kept']);
  await expect(both).rejects.toThrow(WrongUsage);
});

test('a week opens to promises that add up to it, each with whose record it is', async () => {
  await using desk = await deskOfWords();
  const asked = { weekStart: day('2026-11-23'), currency: 'USD' };
  expect(await readOutlookWeek(desk.db, everything, desk.clock.today(), asked)).toMatchObject({
    outstanding: '400.00',
    expected: '266.67',
    rows: [
      { account: 'NORTH', expected: '200.00', basis: 'customer', rate: { judged: 3, kept: 2 } },
      { account: 'SOUTH', expected: '66.67', basis: 'book' },
    ],
  });
});

test('without a promise the outlook says so', async () => {
  await using desk = await deskOn('2026-11-20');
  const said = await runCommand(promiseCommands, 'promises', desk, ['--outlook']);
  expect(said.out).toBe('No promises.');
});
