import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { addFigures, figuresOf, noFigures } from './simulation.ts';

const step = {
  on: day('2026-04-06'),
  strategy: 'ladder',
  step: 'l1',
  act: 'email',
  currency: 'USD',
  amount: 60_000n,
};

test('the figures of accounts add up, by day and by step', () => {
  const north = figuresOf('NORTH', {
    steps: [
      { ...step, wrong: null },
      { ...step, on: day('2026-04-21'), wrong: 'paid' },
    ],
    blocks: [{ ...step, on: day('2026-04-20'), reasons: ['HOUSE.HOURS', 'MISSING.zones'] }],
    left: new Map([['waiting', 3]]),
  });
  const south = figuresOf('SOUTH', {
    steps: [{ ...step, wrong: null }],
    blocks: [],
    left: new Map(),
  });
  expect(addFigures([noFigures, north, south])).toEqual({
    accounts: 2,
    notices: 3,
    wrong: 1,
    byDay: [
      { key: '2026-04-06', count: 2, wrong: 0 },
      { key: '2026-04-21', count: 1, wrong: 1 },
    ],
    byStep: [{ key: 'ladder email l1', count: 3, wrong: 1 }],
    byChannel: [{ key: 'email', count: 3, wrong: 1 }],
    blocked: 1,
    blockedBy: [
      { key: 'HOUSE.HOURS', count: 1, wrong: 0 },
      { key: 'MISSING.zones', count: 1, wrong: 0 },
    ],
    left: [{ key: 'waiting', count: 3, wrong: 0 }],
    wrongs: [
      {
        account: 'NORTH',
        on: '2026-04-21',
        step: 'l1',
        currency: 'USD',
        amount: '60000',
        why: 'paid',
      },
    ],
  });
});
