import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { answerOf } from '#test/support/builders.ts';
import { acceptMove, concerns } from './task.ts';

const [rosa, casey, maya] = [1, 2, 3].map((n) => id(`0193a000-0000-7000-8000-00000000000${n}`));

describe('moving a task', () => {
  const left = [{ text: 'call', done: false }];
  const ticked = [{ text: 'call', done: true }];
  test.each`
    from         | to           | note             | needs | lines     | answer
    ${'open'}    | ${'in_work'} | ${''}            | ${0}  | ${left}   | ${'accepted'}
    ${'open'}    | ${'in_work'} | ${''}            | ${2}  | ${[]}     | ${'task.needs_others_first 2'}
    ${'in_work'} | ${'done'}    | ${''}            | ${0}  | ${ticked} | ${'accepted'}
    ${'in_work'} | ${'done'}    | ${''}            | ${0}  | ${left}   | ${'task.lines_left 1'}
    ${'open'}    | ${'done'}    | ${''}            | ${1}  | ${[]}     | ${'task.needs_others_first 1'}
    ${'open'}    | ${'waiting'} | ${''}            | ${0}  | ${[]}     | ${'task.needs_whom'}
    ${'open'}    | ${'waiting'} | ${'the bank'}    | ${3}  | ${[]}     | ${'accepted'}
    ${'waiting'} | ${'dropped'} | ${''}            | ${0}  | ${[]}     | ${'task.needs_reason'}
    ${'waiting'} | ${'dropped'} | ${'asked twice'} | ${1}  | ${left}   | ${'accepted'}
    ${'done'}    | ${'open'}    | ${''}            | ${0}  | ${[]}     | ${'accepted'}
    ${'done'}    | ${'done'}    | ${''}            | ${0}  | ${[]}     | ${'task.already_so done'}
  `('$from to $to with $needs needs: $answer', ({ from, to, note, needs, lines, answer }) => {
    expect(answerOf(acceptMove({ state: from, lines }, { to, note }, needs))).toBe(answer);
  });
});

test('a task concerns who has it, asked, covers or leads; nobody’s is anybody’s', () => {
  const task = { assigneeId: rosa ?? null, requesterId: maya ?? null };
  const by = (memberId = casey, leads = false, covers = [maya].flatMap((one) => one ?? [])) =>
    concerns(task, { memberId: memberId ?? null, leads, covers });
  expect([by(rosa), by(maya), by(casey), by(casey, true)]).toEqual([true, true, false, true]);
  expect(
    by(
      casey,
      false,
      [rosa].flatMap((one) => one ?? []),
    ),
  ).toBe(true);
  expect(
    concerns({ ...task, assigneeId: null }, { memberId: casey ?? null, leads: false, covers: [] }),
  ).toBe(true);
  expect(concerns(task, { memberId: null, leads: false, covers: [] })).toBe(false);
});
