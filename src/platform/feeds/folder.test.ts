import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { matches } from './feed.ts';
import { folderFeed } from './folder.ts';

test('a folder is listed without what is still written; its files come whole', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dunlin-feed-'));
  await mkdir(path.join(folder, 'sub.bai'));
  for (const name of ['day.bai', 'day.bai.part', '.hidden.bai', 'notes.txt']) {
    await writeFile(path.join(folder, name), `in ${name}`);
  }
  const settings = { kind: 'folder', name: 'f', company: 'MAIN', path: folder } as const;
  await using open = await folderFeed({ ...settings, match: '*.BAI' }).open();
  const [file, ...others] = await open.list();
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: 'day.bai', bytes: 10 });
  if (!file) return;
  expect(Buffer.from((await open.fetch(file)) ?? []).toString()).toBe('in day.bai');
  await writeFile(path.join(folder, 'day.bai'), 'in day.bai and growing');
  expect(await open.fetch(file)).toBeUndefined();
  await rm(folder, { recursive: true });
});

test.each([
  ['*.bai', 'DAY.BAI', true],
  ['*.bai', 'day.bai.old', false],
  ['BOA_*_2026*.txt', 'BOA_lockbox_20260602.txt', true],
  ['a+b', 'a+b', true],
  [undefined, 'anything', true],
])('%s and %s: %s', (pattern, name, fits) => {
  expect(matches(pattern, name)).toBe(fits);
});
