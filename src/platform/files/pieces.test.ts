import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filePieces, openShelves } from './pieces.ts';

test('a file comes back whole from its pieces', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dunlin-test-'));
  try {
    const text = 'ñ0123456789'.repeat(20_000);
    const file = path.join(folder, 'long.csv');
    writeFileSync(file, text);
    const pieces = [...filePieces(file)].length;
    const copies = [];
    for (const piece of filePieces(file)) copies.push(Buffer.from(piece));
    expect(pieces).toBe(4);
    expect(Buffer.concat(copies).toString('utf8')).toBe(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each shelf gives its lines back in their order', () => {
  using shelves = openShelves();
  for (let line = 0; line < 9000; line += 1) shelves.put(line % 3, `line ${line} ñ`.repeat(3));
  const expected = Array.from({ length: 3000 }, (_, index) => `line ${index * 3 + 1} ñ`.repeat(3));
  expect([...shelves.take(1)]).toEqual(expected);
  expect([...shelves.take(7)]).toEqual([]);
});

test.skipIf(process.platform === 'win32')('what is set aside has no name on the disk', () => {
  const before = new Set(readdirSync(tmpdir()));
  using shelves = openShelves();
  shelves.put(0, 'a customer');
  const left = readdirSync(tmpdir()).filter((name) => !before.has(name));
  expect(left.filter((name) => /^dunlin-[A-Za-z0-9]{6}$/u.test(name))).toEqual([]);
});
