import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { circleOf } from './needs.ts';

function named(n: number): Id {
  return id(`0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`);
}

function known(...edges: readonly (readonly [number, readonly number[]])[]) {
  return new Map(edges.map(([from, to]) => [named(from), to.map(named)]));
}

test('a task that would need itself is a circle, however far around', () => {
  const needs = known([2, [3]], [3, [4, 5]]);
  expect(circleOf(named(1), [named(1)], needs)).toEqual([named(1), named(1)]);
  expect(circleOf(named(5), [named(2)], needs)).toEqual([5, 2, 3, 5].map(named));
  expect(circleOf(named(1), [named(2), named(5)], needs)).toBeUndefined();
});

test('needs that point to older tasks only never close a circle', () => {
  const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 120 });
  const round = fc.check(
    fc.property(edges, (pairs) => {
      const needs = new Map<Id, Id[]>();
      for (const [a, b] of pairs) {
        const [older, newer] = a < b ? [a, b] : [b, a];
        if (older === newer) continue;
        needs.set(named(newer), [...(needs.get(named(newer)) ?? []), named(older)]);
      }
      return [...needs].every(([task, wanted]) => circleOf(task, wanted, needs) === undefined);
    }),
  );
  expect(round.failed).toBe(false);
});
