import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerLines, linesToTell } from './telling.ts';

const on = day('2026-11-20');
const line = (key: string) => ({ key, on });

test('a file holds what was in none yet and what came back rejected, never what was told', () => {
  const told = new Map([
    ['a', 'told'],
    ['b', 'accepted'],
    ['c', 'rejected'],
  ] as const);
  const found = linesToTell(['a', 'b', 'c', 'd'].map(line), told);
  expect(found.map(({ key }) => key)).toEqual(['c', 'd']);
});

describe('the other system answers', () => {
  const lines = [
    { lineNo: 1, state: 'told' },
    { lineNo: 2, state: 'accepted' },
    { lineNo: 3, state: 'rejected' },
  ] as const;
  const yes = (lineNo: number) => ({ lineNo, accepted: true, said: '' });
  const no = (lineNo: number, said = 'unknown customer') => ({ lineNo, accepted: false, said });

  test.each([
    [[yes(1)], 1],
    [[no(1)], 1],
    [[yes(2)], 0],
    [[no(3)], 0],
    [[yes(1), yes(1)], 1],
    [[yes(9)], 'cash.no_such_line'],
    [[no(2)], 'cash.line_answered_already'],
    [[yes(3)], 'cash.line_answered_already'],
    [[no(1, ' ')], 'cash.rejection_says_why'],
  ])('%o: %s', (answers, result) => {
    const outcome = answerLines(lines, answers);
    expect(outcome.ok ? outcome.value.length : outcome.refusal).toBe(result);
  });
});
