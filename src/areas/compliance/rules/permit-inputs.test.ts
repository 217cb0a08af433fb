import { expect, test } from 'vitest';
import { question } from '#test/support/gate-questions.ts';
import { tried } from '#test/support/contacts.ts';
import { decideContact } from './decide-contact.ts';
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
