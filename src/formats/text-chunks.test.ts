import { expect, test } from 'vitest';
import { textChunks, textLines, withoutPadding } from './text-chunks.ts';

function manyLines(end: string): string {
  return Array.from({ length: 30_000 }, (_, at) => `line ${at + 1} señor`).join(end);
}

test.each(['\n', '\r\n', '\r'])(
  'a long text comes in pieces of whole lines, ended by %j',
  (end) => {
    const text = manyLines(end);
    const bytes = Buffer.from(text);
    const chunks = [...textChunks(bytes)];
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.join('')).toBe(text);
    const lines = [...textLines(bytes)];
    expect(lines.length).toBe(30_000);
    expect(lines.every(([number, line]) => line === `line ${number} señor`)).toBe(true);
  },
);

test('text without line ends, and text in two-byte units, is one piece', () => {
  expect([...textChunks(Buffer.from('x'.repeat(600_000)))].length).toBe(1);
  const wide = Buffer.from(`\uFEFF${manyLines('\n')}`, 'utf16le');
  expect([...textChunks(wide)]).toEqual([manyLines('\n')]);
});

test('empty lines are counted, and nothing is no line', () => {
  expect([...textLines(Buffer.from('a\n\nb\n'))]).toEqual([
    [1, 'a', 0],
    [2, '', 2],
    [3, 'b', 3],
  ]);
  expect([...textLines(new Uint8Array())]).toEqual([]);
});

test('padding is blanks and control characters at the end, and nothing else', () => {
  expect(withoutPadding('  a b \t\u001A\u0000  ')).toBe('  a b');
  expect(withoutPadding(' \r')).toBe('');
});
