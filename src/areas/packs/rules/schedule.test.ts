import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { type SchedulePlan, acceptPlan, acceptState, subscribed } from './schedule.ts';

const [rosa, maya] = [composeId(1, 0, 0, 1), composeId(1, 0, 0, 2)];
const role = { kind: 'role', role: 'controller' } as const;
const plan: SchedulePlan = {
  kind: 'over-60',
  name: 'Over 60 to the controller',
  ownerId: rosa,
  rhythm: { every: 'month', businessDay: 3, hour: 8 },
  recipients: [role],
  settings: {},
  reviewOn: day('2027-06-01'),
};
const bounds = { kinds: ['over-60'], today: day('2026-11-20') };

describe('a plan', () => {
  test.each([
    [{}, 'accepted'],
    [{ kind: 'horoscope' }, 'packs.no_such_kind'],
    [{ recipients: [] }, 'packs.nobody_named'],
    [{ recipients: Array.from({ length: 201 }, () => role) }, 'packs.too_many_named'],
    [{ reviewOn: day('2026-11-19') }, 'packs.review_passed'],
    [{ reviewOn: day('2026-11-20') }, 'accepted'],
    [{ reviewOn: day('2028-11-21') }, 'packs.review_too_far'],
  ])('%# is answered by name', (change, answer) => {
    const outcome = acceptPlan({ ...plan, ...change }, bounds);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });
});

test('what is retired stays retired', () => {
  expect(acceptState('active', 'paused').ok).toBe(true);
  expect(acceptState('paused', 'active').ok).toBe(true);
  expect(acceptState('retired', 'active').ok).toBe(false);
});

test('whoever subscribes is named once, and leaves without taking others along', () => {
  const once = subscribed([role], rosa, true);
  expect(subscribed(once, rosa, true)).toEqual([role, { kind: 'member', memberId: rosa }]);
  expect(subscribed(subscribed(once, maya, true), rosa, false)).toEqual([
    role,
    { kind: 'member', memberId: maya },
  ]);
});
