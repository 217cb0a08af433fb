import { expect, test } from 'vitest';
import { invoicesOf } from '#test/support/payers.ts';
import { historiesOf } from './known-item.ts';
import { pooledOn } from './seen.ts';
import { type State, bendByStates, contactedFrom, learnFactors } from './states.ts';

const items = invoicesOf(
  [
    { customerId: 'NORTH', delay: (draw) => Math.floor(draw * 5) },
    { customerId: 'SOUTH', delay: (draw) => 60 + Math.floor(draw * 30) },
  ],
  { from: 0, until: 300, every: 3 },
);
const asOf = 300;
const pooled = pooledOn(historiesOf(items), asOf);
const disputed = (item: (typeof items)[number]): State[] =>
  item.customerId === 'SOUTH'
    ? [{ kind: 'disputed', from: item.dueOn - 5, until: item.dueOn + 20 }]
    : [];

test('a dispute that nobody pays through makes payment unlikely', () => {
  const learnt = learnFactors(items, disputed, asOf, pooled);
  const none = learnFactors(items, () => [], asOf, pooled);
  expect(none.disputed).toBeCloseTo(0.3, 10);
  expect(learnt.disputed).toBeLessThan(none.disputed);
  expect(learnt.contacted).toBeCloseTo(none.contacted, 10);
});

test('what began after the day is not there yet', () => {
  const later = (): State[] => [{ kind: 'disputed', from: asOf + 1, until: null }];
  expect(learnFactors(items, later, asOf, pooled).disputed).toBeCloseTo(0.3, 10);
});

test('a contact is felt for a week, a dispute for its coming weeks', () => {
  const factors = { disputed: 0.5, held: 1, contacted: 2 };
  const hazards = new Float64Array(40).fill(0.1);
  bendByStates(hazards, [contactedFrom(98)], 100, factors);
  // Two of its seven days are over.
  expect([...hazards].filter((each) => each === 0.2)).toHaveLength(5);
  const open = new Float64Array(40).fill(0.1);
  bendByStates(open, [{ kind: 'disputed', from: 50, until: null }], 100, factors);
  expect([...open].filter((each) => each === 0.05)).toHaveLength(21);
  bendByStates(open, [{ kind: 'disputed', from: 50, until: 60 }], 100, factors);
  expect([...open].filter((each) => each === 0.05)).toHaveLength(21);
});
