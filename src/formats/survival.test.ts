import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { survivors, unnamed } from '#test/support/survival.ts';

/** Enough to find what is fragile; `npm run bench -- fuzz` goes on for a million bytes. */
const mutations = 120;
const all = survivors();

describe('whatever the bytes, a reader answers, or refuses by a record and a reason', () => {
  test.each(all.map((each) => [each.format, each] as const))('%s', (_, survivor) => {
    const { samples, meet } = survivor;
    const share = Math.ceil(mutations / samples.length);
    for (const [at, { name, bytes }] of samples.entries()) {
      for (const [number, copy] of [...mutated(bytes, share, at + 1)].entries()) {
        const wrong = unnamed(meet(copy));
        expect(wrong === undefined ? '' : `${name}, mutation ${number}: ${wrong}`).toBe('');
      }
    }
  });
});

test.each([
  ['nothing', ''],
  ['a single byte', '\0'],
  ['blanks', ' '.repeat(5000)],
  ['one long line', 'x'.repeat(100_000)],
  ['many short lines', '1\n'.repeat(20_000)],
])('%s is read or refused by every reader', (_, content) => {
  const bytes = new TextEncoder().encode(content);
  const wrong = all.filter(({ meet }) => unnamed(meet(bytes)) !== undefined);
  expect(wrong.map(({ format }) => format)).toEqual([]);
});
