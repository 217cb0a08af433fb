import { expect, test } from 'vitest';
import { nth } from '#test/support/portfolios.ts';
import { mayHave, peopleOf } from './people.ts';

const [main, other] = [nth(1), nth(2)];
const member = (count: number, told = {}) => ({
  memberId: nth(count),
  name: `Person ${count}`,
  language: 'en',
  roles: ['collector'],
  active: true,
  companyIds: 'all' as const,
  ...told,
});
const members = [
  member(11),
  member(12, { language: 'es', roles: ['manager'] }),
  member(13, { active: false }),
  member(14, { companyIds: [other] }),
];

test('people of the company have their own language, and six hours unless told otherwise', () => {
  const told = new Map([[nth(11), { minutesADay: 240, speaks: ['en', 'es'] }]]);
  expect(peopleOf(members, told, main)).toEqual([
    { memberId: nth(11), name: 'Person 11', minutes: 240, speaks: ['en', 'es'], collects: true },
    { memberId: nth(12), name: 'Person 12', minutes: 360, speaks: ['en', 'es'], collects: false },
  ]);
});

test.each([
  [nth(11), undefined],
  [nth(13), 'portfolios.member_not_there'],
  [nth(14), 'portfolios.member_sees_other_companies'],
  [nth(99), 'portfolios.member_not_there'],
])('who may have accounts: %s', (memberId, refusal) => {
  const answer = mayHave([memberId], members, main);
  expect(answer.ok ? undefined : answer.refusal).toBe(refusal);
});
