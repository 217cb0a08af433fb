import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { acceptAct, addressee, escalationState } from './escalation.ts';

const [rosa, maya, max, sam] = [1, 2, 3, 4].map((at) => composeId(at, 0, 0, at));
if (!rosa || !maya || !max || !sam) throw new Error('no ids');

test.each`
  answered | withdrawn | read     | state
  ${false} | ${false}  | ${false} | ${'open'}
  ${true}  | ${false}  | ${false} | ${'answered'}
  ${true}  | ${false}  | ${true}  | ${'closed'}
  ${false} | ${true}   | ${false} | ${'withdrawn'}
`('answered $answered, withdrawn $withdrawn, read $read is $state', ({ state, ...acts }) => {
  expect(escalationState(acts)).toBe(state);
});

test.each`
  what           | state         | who     | answer
  ${'answered'}  | ${'open'}     | ${maya} | ${'accepted'}
  ${'answered'}  | ${'open'}     | ${rosa} | ${'escalations.not_yours'}
  ${'answered'}  | ${'answered'} | ${maya} | ${'escalations.not_open'}
  ${'withdrawn'} | ${'open'}     | ${rosa} | ${'accepted'}
  ${'withdrawn'} | ${'answered'} | ${rosa} | ${'escalations.not_open'}
  ${'read'}      | ${'answered'} | ${rosa} | ${'accepted'}
  ${'read'}      | ${'answered'} | ${maya} | ${'escalations.not_yours'}
  ${'read'}      | ${'open'}     | ${rosa} | ${'escalations.not_answered'}
`('$what while $state is $answer', ({ what, state, who, answer }) => {
  const outcome = acceptAct({ state, askedBy: rosa, toMember: maya }, what, who);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});

const manager = (memberId: typeof rosa) => ({ memberId, roles: ['manager'] });

test.each`
  desk         | named   | people                            | answer
  ${'manager'} | ${null} | ${[manager(maya)]}                | ${maya}
  ${'manager'} | ${null} | ${[manager(maya), manager(max)]}  | ${'escalations.name_somebody'}
  ${'manager'} | ${max}  | ${[manager(maya), manager(max)]}  | ${max}
  ${'manager'} | ${null} | ${[manager(rosa)]}                | ${'escalations.name_somebody'}
  ${'sales'}   | ${null} | ${[manager(maya)]}                | ${'escalations.name_somebody'}
  ${'sales'}   | ${sam}  | ${[{ memberId: sam, roles: [] }]} | ${sam}
  ${'manager'} | ${rosa} | ${[manager(rosa)]}                | ${'escalations.not_to_oneself'}
`('to $desk, named $named: $answer', ({ desk, named, people, answer }) => {
  const outcome = addressee({ desk, named, asker: rosa }, people);
  expect(outcome.ok ? outcome.value.memberId : outcome.refusal).toBe(answer);
});
