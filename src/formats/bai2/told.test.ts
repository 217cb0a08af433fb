import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { jsonOf, jsonPieces } from '../neutral-json.ts';
import { bai2 } from './read.ts';

const folder = path.join(import.meta.dirname, '../../../samples/bai2');

test.each(readdirSync(folder))('%s told line by line is what it says as a whole', (name) => {
  const read = bai2.read(readFileSync(path.join(folder, name)));
  if (!read.ok) return;
  expect([...jsonPieces(read.value.told?.())].join('')).toBe(jsonOf(read.value.neutral()));
});

test('a reference that stands twice in a statement is no id, however it is told', () => {
  const text = [
    '01,122099999,123456789,261120,0200,1,,,2/',
    '02,123456789,122099999,1,261119,,USD,2/',
    '03,975312468,,010,500,,,015,800,,/',
    '16,142,100,,REF0000001,,ONE/',
    '16,142,100,,REF0000001,,TWO/',
    '16,142,100,,REF0000002,,THREE/',
    '49,1600,5/',
    '98,1600,1,7/',
    '99,1600,1,9/',
  ].join('\n');
  const read = bai2.read(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.refusal);
  const told = [...jsonPieces(read.value.told?.())].join('');
  expect(told).toBe(jsonOf(read.value.neutral()));
  expect(told).toContain('REF0000002');
});
