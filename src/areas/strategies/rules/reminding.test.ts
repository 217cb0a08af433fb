import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { netsOf } from './asking.ts';
import { reminderOf } from './reminding.ts';

const document = {
  ...ladder,
  steps: [stepOn(-7, 'soon'), stepOn(0, 'today'), ...ladder.steps],
};
const facts = owed([
  { due: '2026-04-10', open: '600' },
  { due: '2026-04-20', open: '80' },
]);

test.each([
  ['2026-04-02', null],
  ['2026-04-03', 'soon a'],
  ['2026-04-10', 'today a'],
  ['2026-04-11', null],
  ['2026-04-13', 'soon b'],
])('on %s the reminder is %s', (on, answer) => {
  const found = reminderOf({
    document,
    facts,
    nets: netsOf(document, facts, day(on)),
    on: day(on),
  });
  expect(found ? `${found.step.key} ${found.episode}` : null).toBe(answer);
});

test('a debt is not reminded of an earlier day once it had a later reminder', () => {
  const on = day('2026-04-20');
  const done = [{ itemId: 'b', step: 'today', days: 0, episode: 'b', on: day('2026-04-20') }];
  const reminded = { ...facts, done };
  expect(reminderOf({ document, facts: reminded, nets: netsOf(document, facts, on), on })).toBe(
    undefined,
  );
});
