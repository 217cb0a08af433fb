import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { fromRole, routeApproval } from './route.ts';

const usd = (cents: bigint) => money(cents, currency('USD'));
const limits = [
  { role: 'supervisor', most: usd(100_000n) },
  { role: 'controller', most: usd(1_000_000n) },
  { role: 'cfo', most: null },
];

test.each`
  cents         | role            | second
  ${1n}         | ${'supervisor'} | ${false}
  ${100_000n}   | ${'supervisor'} | ${false}
  ${100_001n}   | ${'controller'} | ${false}
  ${1_000_000n} | ${'controller'} | ${false}
  ${1_000_001n} | ${'cfo'}        | ${true}
`('$cents cents: $role, second person $second', ({ cents, role, second }) => {
  expect(routeApproval(usd(cents), limits, usd(1_000_000n))).toEqual({
    role,
    needsSecondPerson: second,
  });
});

test('above every limit nobody approves, and without a mark there is no dual control', () => {
  expect(routeApproval(usd(2_000_000n), limits.slice(0, 2), undefined)).toEqual({
    role: null,
    needsSecondPerson: false,
  });
});

test('where a least role is named, only it and those above it count', () => {
  const roles = (least: string | null) => fromRole(standardLimits, least).map(({ role }) => role);
  const standardLimits = [
    { role: 'manager', most: usd(1n) },
    { role: 'controller', most: usd(2n) },
    { role: 'cfo', most: null },
  ];
  expect(roles(null)).toEqual(['manager', 'controller', 'cfo']);
  expect(roles('controller')).toEqual(['controller', 'cfo']);
  expect(roles('cfo')).toEqual(['cfo']);
});
