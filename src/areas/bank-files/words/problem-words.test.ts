import { expect, test } from 'vitest';
import { say } from '#platform/cli/say.ts';
import { openers } from '#platform/files/openers.ts';
import { readOutsideFile } from '#formats/outside-file.ts';
import { outsideSamples } from '#test/support/survival.ts';
import { problemWords } from './problem-words.ts';

test('what is odd about a sample is said in words, with the facts of its reader', async () => {
  const wordless: string[] = [];
  const known = new Map<string, unknown>(Object.entries(problemWords));
  for (const file of outsideSamples()) {
    const read = await readOutsideFile(file, openers);
    if (!read.ok) continue;
    for (const { code, facts } of read.value.neutral().problems) {
      if (!known.has(code)) wordless.push(`${file.name}: ${code}`);
      for (const language of ['en', 'es'] as const) {
        expect(say(problemWords, code, facts, language)).not.toBe('');
      }
    }
  }
  expect(wordless).toEqual([]);
});
