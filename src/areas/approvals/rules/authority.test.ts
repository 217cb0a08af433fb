import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { authorityProblem, standardAuthority } from './authority.ts';

const roles = ['manager', 'controller', 'cfo'];
const usd = currency('USD');

test.each([
  [
    'rising limits',
    [
      ['manager', '500'],
      ['cfo', null],
    ],
    '1000',
    undefined,
  ],
  ['an unknown role', [['king', '500']], null, 'unknown_role king'],
  [
    'a role twice',
    [
      ['manager', '500'],
      ['manager', '600'],
    ],
    null,
    'role_twice manager',
  ],
  [
    'falling limits',
    [
      ['controller', '500'],
      ['manager', '400'],
    ],
    null,
    'not_rising manager',
  ],
  [
    'above no limit',
    [
      ['cfo', null],
      ['manager', '400'],
    ],
    null,
    'not_rising manager',
  ],
  ['no amount', [['manager', 'much']], null, 'no_amount much'],
  ['less than nothing', [['manager', '-1']], null, 'no_amount -1'],
  ['two persons from no amount', [['manager', '1']], 'many', 'no_amount many'],
] as const)('%s', (_name, limits, dualFrom, answer) => {
  const said = {
    limits: limits.map(([role, most]) => ({ role, most })),
    dualFrom,
    evidenceFrom: null,
    validDays: 14,
  };
  const found = authorityProblem(said, usd, roles);
  expect(found && `${found.problem} ${found.at}`).toBe(answer);
});

test('an amount from which papers are asked for is an amount, and not below nothing', () => {
  const said = (evidenceFrom: string) => ({ ...standardAuthority.refund, evidenceFrom });
  expect(authorityProblem(said('0'), usd, roles)).toBeUndefined();
  expect(authorityProblem(said('-1'), usd, roles)).toEqual({ problem: 'no_amount', at: '-1' });
});

test('what stands without a word of the desk is sound', () => {
  for (const said of Object.values(standardAuthority)) {
    expect(authorityProblem(said, usd, roles)).toBeUndefined();
  }
});
