import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { type AssignmentRule, type Available, assign, takers } from './assignment.ts';

const [ana, ben, eva] = [nth(501), nth(502), nth(503)];
const people: Available[] = [ana, ben, eva].map((memberId) => ({
  memberId,
  accounts: 0,
  work: 0,
  minutes: 360,
}));

function rule(
  when: AssignmentRule['when'],
  to: AssignmentRule['give']['to'],
  memberIds: readonly Id[] = [],
): AssignmentRule {
  return { name: 'a rule', when, give: { to, memberIds } };
}

function owners(placed: ReturnType<typeof assign>): (Id | null)[] {
  return placed.map(({ ownerId }) => ownerId);
}

test('the first rule that fits decides, and says which it was', () => {
  const rules = [
    rule({ states: ['TX'], overdue: { from: 50_000_00n } }, 'member', [ana]),
    rule({ states: ['TX'] }, 'member', [ben]),
  ];
  const placed = assign(
    [
      anAccount(1, { state: 'TX', overdue: 60_000_00n }),
      anAccount(2, { state: 'TX' }),
      anAccount(3),
    ],
    rules,
    people,
  );
  expect(placed.map((each) => [each.ownerId, each.rule])).toEqual([
    [ana, 1],
    [ben, 2],
    [null, null],
  ]);
});

test('an account that fits no rule stays with whom it is', () => {
  expect(owners(assign([anAccount(1, { ownerId: eva })], [], people))).toEqual([eva]);
});

test('what a person pinned no rule moves', () => {
  const account = anAccount(1, { ownerId: eva, pinned: true });
  expect(owners(assign([account], [rule({}, 'member', [ana])], people))).toEqual([eva]);
});

test('a rule whose people are away is passed over', () => {
  const rules = [rule({}, 'member', [nth(999)]), rule({}, 'member', [ben])];
  expect(assign([anAccount(1)], rules, people)).toMatchObject([{ ownerId: ben, rule: 2 }]);
});

test('a pool takes turns, and goes on where the last run stopped', () => {
  const pool = rule({}, 'round_robin', [ana, ben, eva]);
  const first = assign(
    [1, 2, 3, 4].map((count) => anAccount(count)),
    [pool],
    people,
  );
  expect(owners(first)).toEqual([ana, ben, eva, ana]);
  const held = people.map((person) => ({
    ...person,
    accounts: person.memberId === ana ? 2 : 1,
  }));
  expect(owners(assign([anAccount(5)], [pool], held))).toEqual([ben]);
});

test('the emptiest day gets the next account, by the time that each has', () => {
  const half = people.map((person) => ({
    ...person,
    work: 100,
    minutes: person.memberId === ben ? 720 : 360,
  }));
  const pool = rule({}, 'least_load', [ana, ben]);
  expect(owners(assign([anAccount(1)], [pool], half))).toEqual([ben]);
});

test('a family follows its head, also when the head is placed in the same run', () => {
  const head = anAccount(1, { state: 'TX' });
  const child = anAccount(2, { headId: head.customerId, state: 'FL' });
  const rules = [rule({}, 'family_head'), rule({ states: ['TX'] }, 'member', [ana])];
  expect(owners(assign([child, head], rules, people))).toEqual([ana, ana]);
});

test('a child whose head belongs to nobody goes on to the next rule', () => {
  const child = anAccount(2, { headId: nth(77) });
  const rules = [rule({}, 'family_head'), rule({}, 'member', [ben])];
  expect(assign([child], rules, people)).toMatchObject([{ ownerId: ben, rule: 2 }]);
  const heads = new Map([[nth(77), eva]]);
  expect(assign([child], rules, people, heads)).toMatchObject([{ ownerId: eva, rule: 1 }]);
});

test('applying the same rules again moves nothing', () => {
  const state = fc.constantFrom('TX', 'NY', 'CA');
  const someone = fc.constantFrom(ana, ben, eva, null);
  const book = fc.array(fc.record({ state, ownerId: someone, pinned: fc.boolean() }), {
    maxLength: 40,
  });
  const rules = fc.array(
    fc.record({
      when: fc.record({ states: fc.subarray(['TX', 'NY', 'CA']) }),
      to: fc.constantFrom(...takers),
      memberIds: fc.subarray([ana, ben, eva]),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(book, rules, (told, ruled) => {
      const list = ruled.map(({ when, to, memberIds }) => rule(when, to, memberIds));
      const before = told.map((each, index) => anAccount(index + 1, each));
      const once = assign(before, list, people);
      const after = once.map(({ account, ownerId }) => ({ ...account, ownerId }));
      expect(owners(assign(after, list, people))).toEqual(owners(once));
      expect(once).toHaveLength(before.length);
    }),
    { numRuns: 500 },
  );
});
