import { expect, test } from 'vitest';
import { type Saying, changesOf } from './sayings.ts';

const hours: Saying = { rule: 'hours', code: 'x.rule_hours', facts: { from: 8, to: 18 } };
const cap: Saying = { rule: 'cap', code: 'x.rule_cap', facts: { limit: 1 } };

test('two versions that mean the same have no change, in whatever order', () => {
  expect(changesOf([hours, cap], [cap, hours])).toEqual([]);
});

test('a figure that is another is a change; what is new or gone has one side', () => {
  const later = { ...hours, facts: { from: 8, to: 17 } };
  expect(changesOf([hours], [later])).toEqual([{ before: hours, after: later }]);
  expect(changesOf([hours], [hours, cap])).toEqual([{ before: null, after: cap }]);
  expect(changesOf([hours, cap], [hours])).toEqual([{ before: cap, after: null }]);
});
