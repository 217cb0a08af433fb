import { expect, test } from 'vitest';
import { runContactExamples } from './examples.ts';
import { firmRulesOf, standardContactPolicy } from './policy.ts';
import { contactPolicyOf, readContactPolicy } from './read-policy.ts';
import { writeContactPolicy } from './write-policy.ts';
import { day } from '#kernel/day.ts';

function documentIn(written: string) {
  const read = readContactPolicy(written);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...read.document, own: read.own };
}

const strict = `
business:
  hours: {from: 9, to: 17}
  calls_about_debt: {limit: 2, days: 10}
hours: {from: 8, to: 20, business_days: yes}
caps:
  - {channels: [call, voicemail], limit: 3, days: 7, counts: reached}
examples:
  - {name: at half past eight, at: 2026-11-20 08:30, expect: blocked, by: [B2B.HOURS]}
  - {name: a letter, channel: letter, at: 2026-11-21 06:00, expect: allowed}
  - {name: a consumer on Saturday, debt: consumer, at: 2026-11-21 10:00, expect: blocked}
  - name: the third call in ten business days
    at: 2026-11-20 10:00
    before:
      - {at: 2026-11-09 10:00, result: no_answer}
      - {at: 2026-11-16 10:00, result: no_answer}
    expect: blocked
    by: [B2B.CALL2IN10]
  - name: three that reached somebody in seven days
    debt: consumer
    channel: voicemail
    at: 2026-11-20 10:00
    before:
      - {at: 2026-11-17 10:00, channel: voicemail, result: left_message}
      - {at: 2026-11-18 10:00, channel: voicemail, result: left_message}
      - {at: 2026-11-19 10:00, channel: voicemail, result: left_message}
    expect: blocked
    by: [HOUSE.CAP3IN7]
  - {name: a text, channel: sms, at: 2026-11-20 10:00, expect: allowed}
`;

test('a file is read, and what it leaves out is as in the standard', () => {
  const { policy } = documentIn(strict);
  expect(policy).toMatchObject({
    business: {
      hours: { from: 9, to: 17 },
      callsToPerson: { limit: 1, days: 1 },
      callsAboutDebt: { limit: 2, days: 10 },
    },
    hours: { from: 8, to: 20, businessDays: true },
    caps: [{ channels: ['call', 'voicemail'], limit: 3, days: 7, counts: 'reached' }],
  });
  expect(documentIn('hours: {from: 8, to: 20}').policy.business).toEqual(
    standardContactPolicy.business,
  );
});

test('its examples are decided by the gate itself', () => {
  const { policy, examples } = documentIn(strict);
  expect(runContactExamples(policy, examples).filter(({ passed }) => !passed)).toEqual([]);
  const [wrong] = runContactExamples(standardContactPolicy, examples);
  expect(wrong).toMatchObject({ passed: false, found: 'allowed' });
});

test('what is stored means the same again, and what is written out reads again', () => {
  const { policy, own } = documentIn(strict);
  expect(contactPolicyOf(own)).toEqual(policy);
  const again = documentIn(writeContactPolicy(policy));
  expect(again.policy).toEqual(policy);
  expect(runContactExamples(policy, again.examples).map(({ passed }) => passed)).toEqual([
    true,
    true,
  ]);
});

test('its rules carry the version of the document', () => {
  const { packs } = firmRulesOf(documentIn(strict).policy, {
    version: 4,
    effectiveFrom: day('2026-11-20'),
  });
  const rules = packs.flatMap((pack) => pack.rules.map(({ id, version }) => `${id}@${version}`));
  expect(rules).toEqual([
    'HOUSE.HOURS@4',
    'HOUSE.CAP3IN7@4',
    'B2B.HOURS@4',
    'B2B.CALL1IN1@4',
    'B2B.CALL2IN10@4',
    'B2B.EMAIL1IN5@4',
  ]);
});

test('everything that is wrong is said at once, each by its line', () => {
  const read = readContactPolicy(`hours: {from: 20, to: 8}
business:
  calls_to_person: {limit: many}
caps:
  - {channels: [pigeon], days: 7}
examples:
  - {name: when, at: tomorrow}
  - {name: never}
quiet: yes
`);
  const said = read.ok
    ? []
    : read.problems.map(({ line, field, code }) => `${line} ${field} ${code.slice(18)}`);
  expect(said).toEqual([
    '9 quiet unknown_field',
    '3 business.calls_to_person.limit unreadable',
    '1 hours hours_end_first',
    '5 caps[0].channels[0] unreadable',
    '5 caps[0].limit missing',
    '7 examples[0].at unreadable',
    '8 examples[1].at missing',
  ]);
});

test.each(['a: [', '- list', 'plain'])('%j is no policy', (text) => {
  expect(readContactPolicy(text).ok).toBe(false);
});
