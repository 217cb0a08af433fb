import { expect, test } from 'vitest';
import { partsFrom } from './read-covers.ts';

const read = (fields: Record<string, string>) => partsFrom((name) => fields[name] ?? '');

test('one person covers everything unless somebody else is named', () => {
  expect(read({ cover: 'ben', tasks: 'same', approvals: 'same' })).toEqual([
    { work: 'worklist', coverId: 'ben' },
    { work: 'tasks', coverId: 'ben' },
    { work: 'approvals', coverId: 'ben' },
  ]);
  expect(read({ cover: 'ben', tasks: 'cid', approvals: '' })).toEqual([
    { work: 'worklist', coverId: 'ben' },
    { work: 'tasks', coverId: 'cid' },
  ]);
  expect(read({ tasks: 'same', approvals: 'same' })).toEqual([]);
});

test('a list split at M goes to L with the first and from M with the second', () => {
  expect(read({ cover: 'ben', second: 'cid', letter: 'M' })).toEqual([
    { work: 'worklist', coverId: 'ben', letters: { from: 'A', to: 'L' } },
    { work: 'worklist', coverId: 'cid', letters: { from: 'M', to: 'Z' } },
  ]);
});
