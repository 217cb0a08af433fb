import { expect, test } from 'vitest';
import { runPolicyExamples } from './policy-examples.ts';
import { policyOf, readPolicy } from './read-policy.ts';

const house = `
policy: credit-house
name: {en: Our credit policy, es: Nuestra política de crédito}
companies: [ACME]
blocks:
  over_limit: {at: [order, delivery], tolerance_percent: 2.5}
  past_due: {days: 45, grace_days: 5, from: [250.00 USD]}
  broken_promise: {within_days: 10}
  no_limit: {at: []}
exclude: {segments: [public], orders_below: [100.00 USD]}
release: {on_cash: no, on_return: alert, days: 7}
examples:
  - {name: fits, order: 2000.00 USD, limit: 10000.00 USD, owed: 8000.00 USD, expect: approved}
  - name: too much
    order: 2251.00 USD
    limit: 10000.00 USD
    owed: 8000.00 USD
    expect: held
    reasons: [over_limit]
  - name: late
    order: 150.00 USD
    past_due: 300.00 USD
    days_past_due: 51
    expect: held
    reasons: [past_due]
  - {name: in grace, order: 150.00 USD, past_due: 300.00 USD, days_past_due: 50, expect: approved}
`;

test('a file is read, and what it leaves out is as in the standard', () => {
  const read = readPolicy(house);
  expect(read.ok && read.document.policy).toMatchObject({
    key: 'credit-house',
    companies: ['ACME'],
    toleranceBps: 250,
    pastDue: { days: 45, graceDays: 5, from: [{ minor: 25_000n }] },
    brokenPromiseDays: 10,
    at: { broken_promise: ['order'], account_hold: ['order', 'delivery', 'invoice'] },
    releaseOnCash: false,
    onReturn: 'alert',
    countUnapplied: true,
  });
});

test('its examples are judged by the rule that orders are judged by', () => {
  const read = readPolicy(house);
  if (!read.ok) throw new Error('it reads');
  const { policy, examples } = read.document;
  const results = runPolicyExamples(policy, examples);
  expect(results.map(({ name, passed }) => `${name} ${passed}`)).toEqual([
    'fits true',
    'too much true',
    'late true',
    'in grace true',
  ]);
});

test('what is stored means the same again', () => {
  const read = readPolicy(house);
  if (!read.ok) throw new Error('it reads');
  expect(policyOf(read.own, 3)).toEqual({ ...read.document.policy, version: 3 });
});

test('everything that is wrong is said at once, each by its line', () => {
  const read = readPolicy(`policy: Credit House
name: {en: Ours}
blocks:
  over_limit: {tolerance: 5}
  past_due: {days: many, from: 250}
  late: {}
release: {on_cash: perhaps}
`);
  const said = read.ok
    ? []
    : read.problems.map(({ line, field, code }) => `${line} ${field} ${code}`);
  expect(said).toEqual([
    '1 policy policies.document_unreadable',
    '1 policy policies.document_missing',
    '6 blocks.late policies.document_unknown_field',
    '4 blocks.over_limit.tolerance policies.document_unknown_field',
    '5 blocks.past_due.days policies.document_unreadable',
    '5 blocks.past_due.from policies.document_not_a_list',
    '7 release.on_cash policies.document_unreadable',
    '2 name.es policies.document_missing',
  ]);
});

test.each(['', 'a: [', '- list'])('%j is no policy', (text) => {
  expect(readPolicy(text).ok).toBe(false);
});
