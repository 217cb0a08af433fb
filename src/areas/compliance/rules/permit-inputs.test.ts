import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { question } from '#test/support/gate-questions.ts';
import { tried } from '#test/support/contacts.ts';
import { decideContact } from './decide-contact.ts';
import { firmRulesOf, standardContactPolicy } from './firm/policy.ts';
import { inputsOf } from './permit-inputs.ts';

test('what the gate saw is kept as plain JSON', () => {
  const asked = question({ history: [tried('18 10:00'), tried('20 13:00')] });
  const inputs = inputsOf(asked, decideContact(asked));
  expect(JSON.parse(JSON.stringify(inputs))).toMatchObject({
    packs: ['POLICY-B2B', 'US.STAY'],
    zones: ['America/New_York'],
    status: 'open',
    // What came after the question was not seen.
    history: [{ channel: 'call', result: 'left_message', by: 'us', invited: false }],
    business: { items: 1, credits: [], promises: [], mails: 0 },
  });
});

test('a notice keeps nothing of what is owed', () => {
  const asked = question({ contact: { purpose: 'notice' } });
  expect(inputsOf(asked, decideContact(asked))).not.toHaveProperty('business');
});

test('the version of the firm’s contact policy is kept; none where nothing was published', () => {
  const from = { version: 4, effectiveFrom: day('2026-11-01') };
  const asked = question({ firm: firmRulesOf(standardContactPolicy, from) });
  const answer = decideContact(asked);
  expect(inputsOf(asked, answer)).toMatchObject({
    contactPolicy: 4,
    packs: ['POLICY-B2B', 'US.STAY', 'POLICY-HOUSE'],
  });
  expect(answer.rules).toContain('B2B.HOURS@4');
  expect(answer.rules).not.toContain('B2B.HOURS@1');
  const standard = question();
  expect(inputsOf(standard, decideContact(standard))).not.toHaveProperty('contactPolicy');
});
