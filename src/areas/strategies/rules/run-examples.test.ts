import { describe, expect, test } from 'vitest';
import { smallStrategy } from '#test/support/strategy-files.ts';
import { othersOf, readStrategy } from './read-strategy.ts';
import { anythingKnown } from './reading/document.ts';
import { runExamples } from './run-examples.ts';

function resultsOf(example: string): string[] {
  const text = smallStrategy.replace(/ {2}- name: five days late[\s\S]*$/u, example);
  const read = readStrategy(text, othersOf([]), anythingKnown);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return runExamples(read.document).map(
    ({ passed, found }) => `${passed ? 'passes' : 'fails'}: ${found.step ?? 'nothing'}`,
  );
}

const done = 'done: [{ step: l1, on: 2026-05-01 }]';
const item = '{ due: 2026-04-01, amount: "600.00", currency: USD }';

describe('the examples of a strategy', () => {
  test.each([
    [`{ given: { items: [${item}] }, on: 2026-04-06, expect: { step: l1 } }`, 'passes: l1'],
    [`{ given: { items: [${item}] }, on: 2026-04-05, expect: { step: l1 } }`, 'fails: nothing'],
    [
      `{ given: { items: [${item}] }, on: 2026-04-06, expect: { step: l1, amount: "599.00" } }`,
      'fails: l1',
    ],
    [
      `{ given: { kind: student, items: [${item}] }, on: 2026-04-06, expect: { step: none } }`,
      'passes: nothing',
    ],
    [
      `{ given: { items: [${item}], ${done} }, on: 2026-05-07, expect: { step: none } }`,
      'passes: nothing',
    ],
    [
      `{ given: { items: [${item}], ${done} }, on: 2026-05-08, expect: { step: l2 } }`,
      'passes: l2',
    ],
  ])('%s %s', (example, result) => {
    expect(resultsOf(`  - ${example}\n`)).toEqual([result]);
  });
});
