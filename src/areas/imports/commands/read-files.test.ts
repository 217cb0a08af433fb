import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exit } from '#platform/cli/command.ts';
import { zipOf } from '#test/support/zip.ts';
import { runRead } from './read-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dunlin-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(
  files: Readonly<Record<string, string>>,
  ...flags: string[]
): Promise<{ exit: Exit; out: string[]; err: string[] }> {
  const places = [];
  for (const [name, content] of Object.entries(files)) {
    places.push(path.join(folder, name));
    await writeFile(path.join(folder, name), content, 'latin1');
  }
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runRead([...places, ...flags], {
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    language: 'en',
  });
  return { exit, out, err };
}

const table = 'Customer,Amount\nC1,5.00\nC2,6.00\n';

test('a table answers its width and its length, as it always did', async () => {
  const { exit, out } = await read({ 'a.csv': table }, '--summary', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toEqual({
    encoding: 'utf-8',
    delimiter: ',',
    rowsInclHeader: 3,
    columns: 2,
  });
});

test('several files are a line of JSON each, and one refused among them ends with 1', async () => {
  const files = { 'a.csv': table, 'b.pdf': '%PDF-1.7\n', 'c.csv': table };
  const { exit, out, err } = await read(files, '--summary', '--json');
  expect(exit).toBe(1);
  expect(out.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
    'encoding',
    'refused',
    'encoding',
  ]);
  expect(JSON.parse(out[1] ?? '')).toMatchObject({
    refused: { code: 'read.unknown_format', record: null },
  });
  expect(err[0]).toMatch(/^b\.pdf: This is a PDF/u);
});

test('an archive is a line of JSON for each file in it', async () => {
  const statement = (id: string): string =>
    readFileSync('samples/camt/no-namespace-053.xml', 'utf8').replace('GOLDEN-NONS', id);
  const bytes = zipOf([
    { name: 'monday.xml', text: statement('MONDAY') },
    { name: 'tuesday.xml', text: statement('TUESDAY') },
  ]);
  const files = { 'week.zip': Buffer.from(bytes).toString('latin1') };
  const { exit, out } = await read(files, '--summary', '--json');
  expect(exit).toBe(0);
  expect(out.map((line) => JSON.parse(line))).toEqual(
    [1, 2].map(() => ({
      format: 'camt',
      ns: '',
      statements: [
        {
          kind: 'Stmt',
          entries: 1,
          txDtls: 1,
          credits: '250.00',
          debits: '0',
          opening: '100.00',
          closing: '350.00',
        },
      ],
    })),
  );
});
