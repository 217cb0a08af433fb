import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { vectorsCommand } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dunlin-vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

const right = {
  id: 'A',
  op: 'metrics.rpcRate',
  given: { attempts: 240, rightPartyContacts: 60 },
  expect: { rpcPct: '25.00' },
};

/** What the command prints and complains about a file of that text, and how it ends. */
async function dunlinVectors(text: string, ...options: string[]) {
  const path = join(folder, 'vectors.json');
  await writeFile(path, text);
  const printed: string[] = [];
  const complained: string[] = [];
  const exit = await vectorsCommand.run([path, ...options], {
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line.replace(path, 'vectors.json')),
    language: 'en',
  });
  return { exit, printed, complained };
}

test('vectors that pass end with 0', async () => {
  expect(await dunlinVectors(JSON.stringify([right]))).toEqual({
    exit: 0,
    printed: ['1 passed, 0 failed'],
    complained: [],
  });
});

test('a failure ends with 1', async () => {
  const wrong = { ...right, expect: { rpcPct: '26.00' } };
  const ended = await dunlinVectors(JSON.stringify([right, wrong]));
  expect(ended.exit).toBe(1);
  expect(ended.printed.at(-1)).toBe('1 passed, 1 failed');
});

test('with --json it prints results', async () => {
  const ended = await dunlinVectors(JSON.stringify([right]), '--json');
  expect(ended).toMatchObject({ exit: 0, printed: ['{"id":"A","result":{"rpcPct":"25.00"}}'] });
});

describe('a file that is no list of vectors ends with 1 and names the place', () => {
  test.each`
    text                       | complaint
    ${'[\n  {"id": }\n]'}      | ${'vectors.json:2:10: '}
    ${'{}'}                    | ${'vectors.json: this is no list of vectors'}
    ${'[{"id":"A","op":"x"}]'} | ${'vectors.json: vector [0] (A): given: '}
  `('$text', async ({ text, complaint }) => {
    const ended = await dunlinVectors(text);
    expect(ended.exit).toBe(1);
    expect(ended.printed).toEqual([]);
    expect(ended.complained.join()).toContain(complaint);
  });

  test('and with --json prints the refusal', async () => {
    const ended = await dunlinVectors('{}', '--json');
    expect(ended.printed).toEqual(['{"refusal":"vectors.not_a_list","facts":{}}']);
  });
});

describe('wrong usage', () => {
  test.each([[[]], [['a', 'b']], [['/no/such/file.json']], [['a', '--fast']]])(
    '%j',
    async (args) => {
      const terminal = { print: () => {}, complain: () => {}, language: 'en' } as const;
      await expect(vectorsCommand.run(args, terminal)).rejects.toThrow(WrongUsage);
    },
  );
});
