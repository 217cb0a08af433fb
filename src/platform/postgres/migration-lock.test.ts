import { expect, test } from 'vitest';
import { brokenSeals, unsealed } from './migration-lock.ts';

const migrations = [
  { name: '0001-team.sql', text: '', hash: 'aa' },
  { name: '0002-ledger.sql', text: '', hash: 'bb' },
];

test('migrations as sealed are fine, and a new one has no seal yet', () => {
  expect(brokenSeals(migrations, { '0001-team.sql': 'aa' })).toEqual([]);
  expect(unsealed(migrations, { '0001-team.sql': 'aa' })).toEqual(['0002-ledger.sql']);
});

test('an edited migration is named with its remedy', () => {
  expect(brokenSeals(migrations, { '0002-ledger.sql': 'cc' })).toEqual([
    '0002-ledger.sql was edited after it was sealed; write a new migration.',
  ]);
});

test('a sealed migration that has gone is named', () => {
  expect(brokenSeals([], { '0001-team.sql': 'aa' })).toEqual([
    '0001-team.sql is sealed but gone; restore it.',
  ]);
});
