import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { type Currency, currency, money } from '#kernel/money.ts';
import { type BriefKind, type BriefLine, kindOfActivity, totalsOf } from './brief.ts';

const usd = currency('USD');

function line(kind: BriefKind, minor?: bigint, code: Currency = usd): BriefLine {
  return {
    accountId: composeId(1, 0, 0, 1),
    kind,
    on: day('2026-07-07'),
    at: instant('2026-07-07T12:00:00Z'),
    actor: null,
    onBehalf: null,
    amount: minor === undefined ? null : money(minor, code),
    phrase: null,
    facts: {},
    text: null,
  };
}

test('figures count and add their own lines, by currency, the pressing ones first', () => {
  const lines = [
    line('money', 10_000n),
    line('note'),
    line('money', 5000n),
    line('money', 700n, currency('EUR')),
    line('promise_broken', 20_000n),
  ];
  expect(totalsOf(lines)).toEqual([
    { kind: 'promise_broken', count: 1, sums: [{ currency: 'USD', amount: '200.00' }] },
    {
      kind: 'money',
      count: 3,
      sums: [
        { currency: 'USD', amount: '150.00' },
        { currency: 'EUR', amount: '7.00' },
      ],
    },
    { kind: 'note', count: 1, sums: [] },
  ]);
  expect(totalsOf([])).toEqual([]);
});

test.each`
  kind         | brief
  ${'note'}    | ${'note'}
  ${'work'}    | ${'contact'}
  ${'contact'} | ${'contact'}
  ${'status'}  | ${'contact'}
  ${'promise'} | ${undefined}
  ${'owner'}   | ${undefined}
`('a line of kind $kind is told as $brief', ({ kind, brief }) => {
  expect(kindOfActivity(kind)).toBe(brief);
});
