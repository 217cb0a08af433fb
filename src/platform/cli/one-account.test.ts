import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { oneAccount } from './one-account.ts';

const main = { accountId: composeId(1, 0, 0, 0), company: 'MAIN' };
const second = { accountId: composeId(2, 0, 0, 0), company: 'SECOND' };

test('a number names the one account that has it', () => {
  expect(oneAccount('10042', [main], 'en')).toBe(main.accountId);
});

test('a number that nobody has, or several companies, is told with the remedy', () => {
  expect(() => oneAccount('10042', [], 'es')).toThrow('Ninguna cuenta tiene el número 10042.');
  expect(() => oneAccount('10042', [main, second], 'en')).toThrow('--company: MAIN, SECOND');
});
