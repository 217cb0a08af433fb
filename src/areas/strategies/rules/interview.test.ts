import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Interview, interviewed, usualAnswers } from './interview.ts';
import { othersOf, readStrategy } from './read-strategy.ts';
import { anythingKnown } from './reading/document.ts';
import { runExamples } from './run-examples.ts';

function judged(answers: Interview): string[] {
  const read = readStrategy(interviewed(answers), othersOf([]), anythingKnown);
  if (!read.ok) return read.problems.map(({ code, field }) => `${code} ${field}`);
  return runExamples(read.document).map(({ passed, name }) => `${passed ? '' : 'fails: '}${name}`);
}

test('the usual answers make the ladder of the house, and its examples pass', () => {
  expect(judged(usualAnswers)).toEqual([
    'nothing before the first day',
    'the first step on its day',
    'nothing below the minimum',
  ]);
});

test('whatever days are answered, the file fits and its examples pass', () => {
  const days = fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 60 }).map(String));
  const answers = fc.record({
    courtesy: days,
    second: days,
    call: days,
    letter: days,
    final: days,
    first: fc.integer({ min: 1, max: 90 }).map(String),
    minimum: fc.integer({ min: 1, max: 900 }).map((amount) => `${amount}.50`),
    approveAbove: fc.constantFrom('', '1000.00'),
  });
  fc.assert(
    fc.property(answers, (said) => {
      const results = judged({ ...usualAnswers, ...said });
      expect(results.filter((each) => /^(?:fails|strategy\.)/u.test(each))).toEqual([]);
    }),
    { seed: 20_260_720, numRuns: 200 },
  );
});

test('an answer that does not fit is shown where it stands, not guessed', () => {
  expect(judged({ ...usualAnswers, first: 'soon', currency: 'dollars' })).toContain(
    'strategy.not_a_currency minimum[0].currency',
  );
});
