import { expect, test } from 'vitest';
import { runPolicyExamples } from './policy-examples.ts';
import { amountWord, percentWord, wholeNumber, yesOrNo } from './policy-reader.ts';
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
    '1 policy credit.policy_unreadable',
    '1 policy credit.policy_missing',
    '6 blocks.late credit.policy_unknown_field',
    '4 blocks.over_limit.tolerance credit.policy_unknown_field',
    '5 blocks.past_due.days credit.policy_unreadable',
    '5 blocks.past_due.from credit.policy_not_a_list',
    '7 release.on_cash credit.policy_unreadable',
    '2 name.es credit.policy_missing',
  ]);
});

test.each(['', 'a: [', '- list'])('%j is no policy', (text) => {
  expect(readPolicy(text).ok).toBe(false);
});

test.each([
  ['2.5', percentWord('2.5'), 250],
  ['100.01', percentWord('100.01'), undefined],
  ['-1', percentWord('-1'), undefined],
  ['7', wholeNumber(0, 6)('7'), undefined],
  ['yes', yesOrNo('yes'), true],
  ['maybe', yesOrNo('maybe'), undefined],
  ['250.00 USD', amountWord('250.00 USD')?.minor, 25_000n],
  ['250.001 USD', amountWord('250.001 USD'), undefined],
  ['250', amountWord('250'), undefined],
])('the word %s', (_said, meant, expected) => {
  expect(meant).toBe(expected);
});
