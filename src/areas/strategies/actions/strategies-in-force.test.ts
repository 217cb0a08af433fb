import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { deskOn } from '#test/support/builders.ts';
import { published } from '#test/support/policies.ts';
import { strategiesInForce } from './strategies-in-force.ts';

const step = (key: string, days: string) => ({ key, days, do: 'call' });
const base = {
  key: 'base',
  name: { en: 'Base', es: 'Base' },
  segment: { order: '20', where: [] },
  steps: [step('l1', '5'), step('l2', '20')],
};
const large = {
  key: 'large',
  name: { en: 'Large', es: 'Grandes' },
  extends: 'base',
  segment: { order: '10', where: [] },
  steps: [step('l2', '25')],
};

test('a child follows the version of its parent that is in force on the day', async () => {
  await using desk = await deskOn('2026-07-01');
  await published(desk, 'base', 'one', { judged: base, from: '2026-07-01' });
  await published(desk, 'large', 'two', { judged: large, follows: 'base', from: '2026-07-01' });
  const changed = { ...base, steps: [step('l1', '3'), step('l2', '20')] };
  await published(desk, 'base', 'three', { judged: changed, from: '2026-08-01' });
  const days = async (on: string) => {
    const { strategies } = await strategiesInForce(desk.db, day(on));
    return strategies.map(({ document }) => [
      document.key,
      ...document.steps.map((each) => each.days),
    ]);
  };
  expect(await days('2026-07-31')).toEqual([
    ['large', 5, 25],
    ['base', 5, 20],
  ]);
  expect(await days('2026-08-01')).toEqual([
    ['large', 3, 25],
    ['base', 3, 20],
  ]);
  const then = instant('2026-06-30T00:00:00Z');
  expect((await strategiesInForce(desk.db, day('2026-08-01'), then)).strategies).toEqual([]);
});

test('a child that its parent’s new version breaks is named and does not run', async () => {
  await using desk = await deskOn('2026-07-01');
  await published(desk, 'base', 'one', { judged: base, from: '2026-07-01' });
  const child = { ...large, steps: undefined, drop_steps: ['l1'] };
  await published(desk, 'large', 'two', { judged: child, follows: 'base', from: '2026-07-01' });
  const fewer = { ...base, steps: [step('l2', '20')] };
  await published(desk, 'base', 'three', { judged: fewer, from: '2026-07-02' });
  const { strategies, broken } = await strategiesInForce(desk.db, day('2026-07-02'));
  expect(strategies.map(({ document }) => document.key)).toEqual(['base']);
  expect(broken).toMatchObject([{ key: 'large', version: 1 }]);
});
