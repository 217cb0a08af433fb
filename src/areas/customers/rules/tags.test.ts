import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { mostTags, readTags } from './tags.ts';

test.each([
  ['VIP, vip ,seasonal', ['seasonal', 'vip']],
  ['co-op,año_2', ['año_2', 'co-op']],
  [' , ', []],
])('%j is kept as %j', (said, kept) => {
  expect(readTags(said.split(','))).toEqual({ ok: true, value: kept });
});

test('two words are no tag, and there is an end to them', () => {
  expect(answerOf(readTags(['key account']))).toContain('customers.tag_not_a_word');
  const many = Array.from({ length: mostTags + 1 }, (_, index) => `t${index}`);
  expect(answerOf(readTags(many))).toContain('customers.tags_too_many');
});
