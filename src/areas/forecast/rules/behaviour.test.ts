import { expect, test } from 'vitest';
import { draws, invoicesOf } from '#test/support/payers.ts';
import { behaviourOf, chanceOfNoChange, median } from './behaviour.ts';
import { monthOf, mondayOf, toDay, toNumber } from './days.ts';
import { isPaid } from './known-item.ts';
import { raisingOf } from './raising.ts';
import { warningsOf } from './warnings.ts';
import { day } from '#kernel/day.ts';

const asOf = 20_400;
const none = { judged: 0, kept: 0 };

function paidBy(delay: (issuedOn: number, draw: number) => number) {
  const next = draws(5);
  return invoicesOf([{ customerId: 'NORTH', delay: () => 0 }], {
    from: asOf - 500,
    until: asOf - 40,
    every: 9,
  })
    .map((item) => ({ ...item, paidOn: item.dueOn + delay(item.issuedOn, next()) }))
    .filter(isPaid);
}

const steady = paidBy((_, draw) => 3 + Math.floor(draw * 4));
const slower = paidBy((on, draw) => (on > asOf - 150 ? 17 : 3) + Math.floor(draw * 4));

test('a customer who pays two weeks later than before is drifting; one who wavers is not', () => {
  expect(behaviourOf(steady, asOf, none, monthOf).drift?.kind).toBe('steady');
  const found = behaviourOf(slower, asOf, none, monthOf);
  expect(found.drift).toMatchObject({ kind: 'slower' });
  expect((found.drift?.now ?? 0) - (found.drift?.before ?? 0)).toBeGreaterThan(10);
  expect(warningsOf(found, [], asOf).map(({ kind }) => kind)).toContain('slower');
});

test('twenty invoices of one late transfer are one late payment', () => {
  const [one] = steady;
  if (!one) throw new Error('nobody paid');
  const transfer = Array.from({ length: 20 }, (_, at) => ({
    ...one,
    invoiceId: `T${at}`,
    dueOn: asOf - 60,
    paidOn: asOf - 10,
  }));
  expect(behaviourOf([...steady, ...transfer], asOf, none, monthOf).drift?.kind).toBe('steady');
});

test('who pays on Fridays is found, and who pays every ten days has that rhythm', () => {
  const fridays = paidBy((on) => {
    const due = on + 30;
    return mondayOf(due) + 4 - due + 7;
  });
  expect(behaviourOf(fridays, asOf, none, monthOf).weekday).toEqual({ weekday: 5, percent: 100 });
  expect(behaviourOf(steady, asOf, none, monthOf)).toMatchObject({ weekday: null, gapDays: 9 });
  expect(behaviourOf([], asOf, none, monthOf)).toMatchObject({ usualDays: null, drift: null });
});

test('chance is asked by ranks: alike is certain, apart is not', () => {
  const low = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(chanceOfNoChange(low, low)).toBeGreaterThan(0.9);
  expect(
    chanceOfNoChange(
      low,
      low.map((each) => each + 20),
    ),
  ).toBeLessThan(0.001);
  expect(chanceOfNoChange([1, 1], [1, 1])).toBe(1);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('silence, an invoice passed over and broken promises are warned of', () => {
  const behaviour = behaviourOf(steady, asOf + 60, { judged: 4, kept: 1 }, monthOf);
  const owed = { document: 'I-1', dueOn: asOf - 5, disputed: false, paidAfter: 4 };
  const kinds = (items: (typeof owed)[]) =>
    warningsOf(behaviour, items, asOf + 60).map(({ kind }) => kind);
  expect(kinds([owed])).toEqual(['skipped', 'silent', 'breaks_promises']);
  expect(kinds([{ ...owed, disputed: true }])).toEqual(['silent', 'breaks_promises']);
  expect(kinds([])).toEqual(['breaks_promises']);
});

test('a warning is raised once, left alone after an answer, and over when it is gone', () => {
  const slow = { kind: 'slower', facts: {} } as const;
  const standing = { alertId: 'a', kind: 'slower', answeredDaysAgo: null } as const;
  expect(raisingOf([], [slow])).toEqual({ raise: [slow], over: [] });
  expect(raisingOf([standing], [slow])).toEqual({ raise: [], over: [] });
  expect(raisingOf([standing], [])).toEqual({ raise: [], over: ['a'] });
  expect(raisingOf([{ ...standing, answeredDaysAgo: 10 }], [slow]).raise).toEqual([]);
  expect(raisingOf([{ ...standing, answeredDaysAgo: 31 }], [slow]).raise).toEqual([slow]);
});

test('days are counted and told', () => {
  expect(toDay(toNumber(day('2026-07-20')))).toBe('2026-07-20');
  expect(toDay(mondayOf(toNumber(day('2026-07-26'))))).toBe('2026-07-20');
  expect(monthOf(toNumber(day('2026-07-20')))).toBe(2026 * 12 + 6);
});
