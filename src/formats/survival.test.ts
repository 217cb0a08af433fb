import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { outsideSamples, survivors, unnamed } from '#test/support/survival.ts';
import { openers } from '#platform/files/openers.ts';
import { readOutsideFile } from './outside-file.ts';

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

test.each(['remittance/advice.pdf', 'remittance/spanish-mail.eml', 'bank-table/activity.xlsx'])(
  '%s with torn bytes is opened or refused, never thrown on',
  async (name) => {
    const bytes = outsideSamples().find((sample) => sample.name === name)?.bytes;
    if (bytes === undefined) throw new Error(`the sample ${name} is gone`);
    for (const copy of mutated(bytes, 60, 11)) {
      const read = await readOutsideFile({ name, bytes: copy }, openers);
      expect(unnamed(read) ?? '').toBe('');
    }
  },
);
