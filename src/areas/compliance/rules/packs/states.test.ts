/** States and cities: what each counts, and when it is quiet. */
import { expect, test } from 'vitest';
import { type Told, blockedBy, callsOn, tried } from '#test/support/contacts.ts';

const three = [tried('16 10:00'), tried('17 10:00', 'email', 'sent'), tried('18 10:00', 'letter')];
const attorney = { standing: { attorneyKnown: true } };
const thirty = Array.from({ length: 30 }, (_, index) => tried(`${15 + (index % 6)} 09:00`));

test.each<[says: string, pack: string, told: Told, ids: readonly string[]]>([
  [
    'Massachusetts counts calls and texts together',
    'US-MA-940CMR7',
    { history: [tried('16 10:00', 'call', 'no_answer'), tried('18 10:00', 'sms', 'sent')] },
    ['MA.2IN7'],
  ],
  [
    'Massachusetts leaves out who could not be reached',
    'US-MA-940CMR7',
    { history: [tried('16 10:00', 'call', 'unreachable'), tried('18 10:00', 'sms', 'sent')] },
    [],
  ],
  [
    'nor whom no message could be left for',
    'US-MA-940CMR7',
    { history: [tried('16 10:00', 'call', 'no_message'), tried('18 10:00', 'sms', 'sent')] },
    [],
  ],
  [
    'at work Massachusetts counts thirty days',
    'US-MA-940CMR7',
    {
      toWork: true,
      history: [1, 9].map((day) => tried(`${day} 10:00`, 'call', 'no_answer', { toWork: true })),
    },
    ['MA.2IN30'],
  ],
  ['D.C. hears four calls a week', 'US-DC-28-3814', { history: callsOn(16, 19) }, ['DC.4IN7']],
  [
    'D.C. keeps Eastern hours for somebody in Hawaii',
    'US-DC-28-3814',
    { at: '20 21:30', zones: ['Pacific/Honolulu'] },
    ['DC.TIME'],
  ],
  ['D.C. wants consent first', 'US-DC-28-3814', { channel: 'email' }, ['DC.ELECCONSENT']],
  [
    'but one message may ask for it',
    'US-DC-28-3814',
    { channel: 'email', purpose: 'ask_consent' },
    [],
  ],
  [
    'and only one in seven days',
    'US-DC-28-3814',
    {
      channel: 'email',
      purpose: 'ask_consent',
      history: [tried('15 10:00', 'email', 'sent', { purpose: 'ask_consent' })],
    },
    ['DC.ELECCONSENT'],
  ],
  ['New York City counts every channel', 'US-NYC-5-77', { history: three }, ['NYC.3IN7']],
  [
    'a letter to a place that nobody knows counts as well',
    'US-NYC-5-77',
    { channel: 'letter', zones: [], history: three },
    ['NYC.3IN7'],
  ],
  ['Florida leaves e-mail free at night', 'US-FL-559.72', { at: '20 22:15', channel: 'email' }, []],
  ['but no call', 'US-FL-559.72', { at: '20 22:15' }, ['FL.TIME']],
  [
    'West Virginia counts talks',
    'US-WV-46A-2',
    {
      history: Array.from({ length: 10 }, (_, index) =>
        tried(`18 ${index + 9}:00`, 'call', 'conversation'),
      ),
    },
    ['WV.10'],
  ],
  ['and thirty calls', 'US-WV-46A-2', { history: thirty }, ['WV.30']],
  ['an attorney in Massachusetts', 'US-MA-940CMR7', attorney, ['MA.ATTY']],
  ['an attorney in Florida', 'US-FL-559.72', attorney, ['FL.ATTY']],
  [
    'calls refused in D.C.',
    'US-DC-28-3814',
    { standing: { optedOut: ['call'] } },
    ['DC.CALLOPTOUT'],
  ],
  [
    'texts refused in D.C.',
    'US-DC-28-3814',
    { channel: 'sms', standing: { optedOut: ['sms'], electronicConsent: true } },
    ['PERSON.OPTOUT'],
  ],
])('%s', (_, pack, told, ids) => {
  expect(blockedBy([pack], told)).toEqual(ids);
});

test.each([
  ['2025-05-15T23:59:00-04:00', ['FL.TIME']],
  ['2025-05-16T00:00:00-04:00', []],
])('Florida kept its nights free of e-mail until 16 May 2025: %s', (at, ids) => {
  expect(blockedBy(['US-FL-559.72'], { at, channel: 'email' })).toEqual(ids);
});

test('a pack forbids nothing before it is in force', () => {
  const history = ['28', '29', '30'].map((day) => tried(`2026-08-${day}T10:00:00-04:00`));
  const call = { history, at: '2026-08-31T10:00:00-04:00' };
  expect(blockedBy(['US-NYC-5-77'], call)).toEqual([]);
  expect(blockedBy(['US-NYC-5-77'], { ...call, at: '2026-09-01T10:00:00-04:00' })).toEqual([
    'NYC.3IN7',
  ]);
});
