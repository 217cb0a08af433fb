import { expect, test } from 'vitest';
import { changesOf } from '#areas/policies/rules/sayings.ts';
import { runPolicyExamples } from './policy-examples.ts';
import { standardCreditPolicy } from './policy.ts';
import { sayingsOf } from './policy-sayings.ts';
import { policyTemplate } from './policy-template.ts';
import { readPolicy } from './read-policy.ts';

function policyIn(written: string) {
  const read = readPolicy(written);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
}

test('the template of a first policy means what the standard means, and its examples pass', () => {
  const { policy, examples } = policyIn(policyTemplate);
  expect(changesOf(sayingsOf(standardCreditPolicy), sayingsOf(policy))).toEqual([]);
  expect(runPolicyExamples(policy, examples).map(({ passed }) => passed)).toEqual([true, true]);
});

test('a change is said by its rule; what is new has nothing before it', () => {
  const changed = policyTemplate
    .replace('days: 60, grace_days: 0', 'days: 45, grace_days: 5, from: [250.00 USD]')
    .replace('tolerance_percent: 0', 'tolerance_percent: 2.5')
    .replace('statuses: [hold,', 'statuses: [disputed, hold,')
    .concat('exclude: {segments: [government]}\n');
  const changes = changesOf(sayingsOf(standardCreditPolicy), sayingsOf(policyIn(changed).policy));
  expect(changes.map(({ before, after }) => [before?.facts ?? null, after?.facts ?? null])).toEqual(
    [
      [{ percent: '0' }, { percent: '2.5' }],
      [
        { days: 60, grace: 0, from: 'none' },
        { days: 45, grace: 5, from: '250.00 USD' },
      ],
      [null, { status: 'disputed' }],
      [null, { what: 'segments', names: 'government' }],
    ],
  );
});

test('what is gone has nothing after it, and the other way round it is the same change', () => {
  const fewer = policyTemplate.replace(', written_off', '');
  const [before, after] = [sayingsOf(standardCreditPolicy), sayingsOf(policyIn(fewer).policy)];
  expect(changesOf(before, after)).toMatchObject([
    { before: { facts: { status: 'written_off' } }, after: null },
  ]);
  expect(changesOf(after, before)).toHaveLength(1);
});
