/** Packs together: machines, business, and what binds everyone. */
import { describe, expect, test } from 'vitest';
import { type Told, blockedBy, tried } from '#test/support/contacts.ts';

describe('machines, business and what binds everyone', () => {
  test.each<[says: string, packs: readonly string[], told: Told, ids: readonly string[]]>([
    [
      'a recorded voice needs consent',
      ['US-TCPA'],
      { technology: 'prerecorded' },
      ['TCPA.CONSENT'],
    ],
    [
      'consent that was taken back is none',
      ['US-TCPA'],
      {
        technology: 'autodialed',
        channel: 'sms',
        standing: { recordedCallConsent: true, recordedCallRevoked: true },
      },
      ['TCPA.REVOKED'],
    ],
    ['a call by hand needs none', ['US-TCPA'], {}, []],
    ['no business calls on Thanksgiving', ['POLICY-B2B'], { at: '26 10:00' }, ['B2B.HOURS']],
    [
      'one business call a day, three in five business days',
      ['POLICY-B2B'],
      { history: [tried('17 09:00'), tried('18 09:00'), tried('20 09:00')] },
      ['B2B.CALL1IN1', 'B2B.CALL3IN5'],
    ],
    ['the stay binds business too', ['POLICY-B2B'], { standing: { stay: true } }, ['US.STAY']],
    [
      'the strictest of two packs blocks',
      ['US-FED-REGF', 'US-MA-940CMR7'],
      {
        history: [tried('16 10:00', 'call', 'no_answer'), tried('18 10:00', 'sms', 'sent')],
      },
      ['MA.2IN7'],
    ],
    [
      'what a person said holds without Regulation F',
      ['US-TX-392'],
      {
        channel: 'sms',
        standing: { optedOut: ['sms'] },
      },
      ['PERSON.OPTOUT'],
    ],
    ['an unknown zone blocks', ['POLICY-B2B'], { zones: [] }, ['MISSING.zones']],
    ['but never a letter', ['POLICY-B2B'], { zones: [], channel: 'letter' }, []],
  ])('%s', (_, packs, told, ids) => {
    expect(blockedBy(packs, told)).toEqual(ids);
  });

  test('a pack that nobody knows is a mistake, never a permit', () => {
    expect(() => blockedBy(['US-MA-940CMR8'], {})).toThrow('US-MA-940CMR8');
  });
});
