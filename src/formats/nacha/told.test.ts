import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonOf, jsonPieces } from '../neutral-json.ts';
import { nacha } from './read.ts';

function bothTellings(bytes: Uint8Array): readonly [told: string, whole: string] {
  const read = nacha.read(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.facts));
  return [[...jsonPieces(read.value.told?.())].join(''), jsonOf(read.value.neutral())];
}

test.each(readdirSync('samples/ach'))('%s told entry by entry is what it says whole', (name) => {
  const bytes = readFileSync(`samples/ach/${name}`);
  if (!nacha.read(bytes).ok) return;
  const [told, whole] = bothTellings(bytes);
  expect(told).toBe(whole);
});

const receipts = readFileSync('samples/ach/receipts.ach', 'latin1');
const shortened = receipts.replaceAll(/ +(?=\r?\n)/gu, '');

test.each([
  ['with CRLF', receipts.replaceAll(/\r?\n/gu, '\r\n')],
  ['with the CR of old machines', receipts.replaceAll(/\r?\n/gu, '\r')],
  ['without line ends', receipts.replaceAll(/\r?\n/gu, '')],
  ['with lines whose blanks were taken off', shortened],
  ['twice in one file, so that each account stands in two places', receipts + receipts],
])('a file %s tells the same either way', (_, text) => {
  const [told, whole] = bothTellings(Buffer.from(text, 'latin1'));
  expect(told).toBe(whole);
  expect(told).toContain('INV-588269');
});
