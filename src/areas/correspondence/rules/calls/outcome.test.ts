import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { type CallOutcome, callOutcomes, judgeCall, outcomeRow } from './outcome.ts';

test.each<[CallOutcome[], string, string, number | null]>([
  [['promise'], 'conversation', 'promised', null],
  [['dispute', 'promise'], 'conversation', 'promised', 5],
  [['dispute', 'dispute', 'promise', 'promise'], 'conversation', 'promised', 5],
  [['dispute', 'copy'], 'conversation', 'reached', 3],
  [['no_answer'], 'no_answer', 'not_reached', 1],
  [['voicemail'], 'left_message', 'not_reached', 2],
  [['wrong_person'], 'wrong_number', 'not_reached', 1],
  [['already_paid'], 'conversation', 'reached', 3],
  [['stop_contact'], 'conversation', 'reached', null],
])(
  '%j was a %s, answers the list as %s and comes back in %s days',
  (outcomes, result, work, days) => {
    const judged = judgeCall(outcomes, 'out');
    expect(judged).toMatchObject({ ok: true, value: { result, work } });
    expect(judged.ok && (judged.value.again?.days ?? null)).toBe(days);
  },
);

test.each<[CallOutcome[], 'out' | 'in', string]>([
  [[], 'out', 'call.nothing_came_of_it'],
  [['no_answer', 'promise'], 'out', 'call.outcomes_contradict no_answer promise'],
  [['voicemail', 'no_answer'], 'out', 'call.outcomes_contradict voicemail no_answer'],
  [['refuses', 'refuses'], 'out', 'call.outcome_named_twice refuses'],
  [['no_answer'], 'in', 'call.outcome_not_of_inbound no_answer'],
  [['voicemail'], 'in', 'call.outcome_not_of_inbound voicemail'],
])('%j of a call %s is refused', (outcomes, direction, refusal) => {
  expect(answerOf(judgeCall(outcomes, direction))).toBe(refusal);
});

test('the ten keys of the call screen are the digits, each once', () => {
  const keys = callOutcomes.flatMap((each) => outcomeRow(each).key ?? []);
  expect(keys.join('')).toBe('1234567890');
});
