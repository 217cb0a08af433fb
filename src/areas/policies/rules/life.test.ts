import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import {
  type Act,
  type ActKind,
  type Standing,
  mayDecide,
  mayPublish,
  mayWithdraw,
  stateOf,
} from './life.ts';

const today = day('2026-07-20');

function act(kind: ActKind, effectiveOn: string | null = null, failed = 0): Act {
  const passed = kind === 'tested' ? 3 - failed : 0;
  return { kind, effectiveOn: effectiveOn === null ? null : day(effectiveOn), passed, failed };
}

function standing(acts: readonly Act[], told: Partial<Standing> = {}): Standing {
  return { author: 'member:maya', hasExamples: true, hasSimulation: false, acts, ...told };
}

describe('approving a version', () => {
  const tested = act('tested');
  test.each([
    ['a second person approves what passed', [tested], {}, 'member:ingrid', 'accepted'],
    ['never its author', [tested], {}, 'member:maya', 'policies.own_version'],
    ['not what failed', [act('tested', null, 1)], {}, 'member:ingrid', 'policies.examples_fail 1'],
    ['the last test counts', [act('tested', null, 1), tested], {}, 'member:ingrid', 'accepted'],
    ['not what was never tested', [], {}, 'member:ingrid', 'policies.not_tested'],
    ['a procedure has no examples', [], { hasExamples: false }, 'member:ingrid', 'accepted'],
    ['not unseen', [tested], { hasSimulation: true }, 'member:ingrid', 'policies.not_simulated'],
    [
      'but once it was seen',
      [tested, act('simulated')],
      { hasSimulation: true },
      'member:ingrid',
      'accepted',
    ],
    ['only once', [tested, act('approved')], {}, 'member:ingrid', 'policies.already_decided'],
    ['not what is withdrawn', [tested, act('withdrawn')], {}, 'x', 'policies.withdrawn_already'],
  ] as const)('%s', (_name, acts, told, by, answer) => {
    const wish = { act: 'approved', unseen: false, by } as const;
    expect(answerOf(mayDecide(standing(acts, told), wish))).toBe(answer);
  });

  test('who approves it unseen says so', () => {
    const wish = { act: 'approved', unseen: true, by: 'member:ingrid' } as const;
    const may = mayDecide(standing([act('tested')], { hasSimulation: true }), wish);
    expect(answerOf(may)).toBe('accepted');
  });

  test('a failing version is rejected all the same', () => {
    const wish = { act: 'rejected', unseen: false, by: 'member:ingrid' } as const;
    expect(answerOf(mayDecide(standing([act('tested', null, 1)]), wish))).toBe('accepted');
  });
});

describe('publishing a version', () => {
  const approved = [act('tested'), act('approved')];
  test.each([
    ['2026-07-20', approved, null, 'accepted'],
    ['2026-07-19', approved, null, 'policies.starts_in_the_past 2026-07-19 2026-07-20'],
    ['2026-07-20', [act('tested')], null, 'policies.not_approved'],
    ['2026-07-25', approved, '2026-08-01', 'policies.starts_before_another 2026-07-25 2026-08-01'],
    ['2026-08-01', approved, '2026-08-01', 'accepted'],
    ['2026-08-01', [...approved, act('published', '2026-08-01')], null, 'policies.already_decided'],
    ['2026-08-01', [...approved, act('withdrawn')], null, 'policies.withdrawn_already'],
  ] as const)('from %s: %#', (from, acts, later, answer) => {
    const known = { today, later: later === null ? null : day(later) };
    expect(answerOf(mayPublish(standing(acts), day(from), known))).toBe(answer);
  });
});

test('a version is taken back until the day it comes into force', () => {
  const approved = [act('tested'), act('approved')];
  expect(answerOf(mayWithdraw(standing(approved), today))).toBe('accepted');
  const soon = [...approved, act('published', '2026-07-21')];
  expect(answerOf(mayWithdraw(standing(soon), today))).toBe('accepted');
  expect(answerOf(mayWithdraw(standing(soon), day('2026-07-21')))).toBe(
    'policies.in_force_already 2026-07-21',
  );
  expect(answerOf(mayWithdraw(standing([act('rejected')]), today))).toBe(
    'policies.already_decided',
  );
});

test.each([
  [[], 'proposed'],
  [[act('tested', null, 2)], 'proposed'],
  [[act('tested')], 'tested'],
  [[act('tested'), act('approved')], 'approved'],
  [[act('rejected')], 'rejected'],
  [[act('approved'), act('withdrawn')], 'withdrawn'],
  [[act('approved'), act('published', '2026-07-20')], 'published'],
  [[act('approved'), act('published', '2026-08-01')], 'published'],
] as const)('where a version stands is read from its acts: %#', (acts, state) => {
  expect(stateOf({ acts }, 3, { inForce: 3, on: today })).toBe(state);
});

test('the version before is superseded, and the last one retired', () => {
  const acts = [act('approved'), act('published', '2026-06-01')];
  expect(stateOf({ acts }, 2, { inForce: 3, on: today })).toBe('superseded');
  const ended = [...acts, act('retired', '2026-07-01')];
  expect(stateOf({ acts: ended }, 2, { inForce: null, on: today })).toBe('retired');
});
