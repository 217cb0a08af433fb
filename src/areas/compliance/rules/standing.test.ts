import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { tried } from '#test/support/contacts.ts';
import type { Standing } from './contact.ts';
import { type Asked, type HoldFact, type Word, standingOf } from './standing.ts';

const noon = instant('2026-11-20T17:00:00Z');
const asked: Asked = {
  channel: 'sms',
  address: '+15125550199',
  at: noon,
  on: day('2026-11-20'),
  status: 'open',
};
const stop: Word = {
  said: 'no',
  channel: 'sms',
  address: '+15125550199',
  scope: 'channel',
  at: plusMinutes(noon, -3),
};
const hold = (kind: HoldFact['kind'], more: Partial<HoldFact> = {}): HoldFact => ({
  kind,
  startsOn: day('2026-11-01'),
  endsOn: null,
  ...more,
});

describe('a word', () => {
  test.each<[says: string, words: readonly Word[], expected: Partial<Standing>]>([
    ['a refusal holds at once', [stop], { optedOut: ['sms'], electronicConsent: false }],
    ['of another number it is another’s', [{ ...stop, address: '+15125550100' }], { optedOut: [] }],
    [
      'of the whole channel it is for every number',
      [{ ...stop, address: '' }],
      { optedOut: ['sms'] },
    ],
    ['of e-mail it leaves texts', [{ ...stop, channel: 'email', address: '' }], { optedOut: [] }],
    [
      'the later of two counts',
      [stop, { ...stop, said: 'yes', at: plusMinutes(noon, -1) }],
      { optedOut: [], electronicConsent: true },
    ],
    [
      'of two at one moment the refusal counts',
      [{ ...stop, said: 'yes' }, stop],
      { optedOut: ['sms'] },
    ],
    ['one that is yet to come is none', [{ ...stop, at: plusMinutes(noon, 1) }], { optedOut: [] }],
    [
      'a machine’s call was agreed to',
      [{ ...stop, said: 'yes', scope: 'machine' }],
      { recordedCallConsent: true, recordedCallRevoked: false, electronicConsent: false },
    ],
    ['a refusal revokes the machine’s consent too', [stop], { recordedCallRevoked: true }],
    [
      'quiet hours were agreed to',
      [{ ...stop, said: 'yes', scope: 'hours' }],
      { hoursConsent: true },
    ],
    [
      'the employer forbids it',
      [{ ...stop, scope: 'work' }],
      { employerProhibits: true, optedOut: [] },
    ],
  ])('%s', (_, words, expected) => {
    expect(standingOf(asked, [], words, [])).toMatchObject(expected);
  });

  test('a refusal of calls is one of voicemail', () => {
    const words: Word[] = [{ ...stop, channel: 'call' }];
    expect(standingOf({ ...asked, channel: 'voicemail' }, [], words, []).optedOut).toEqual([
      'voicemail',
    ]);
  });

  test('a refusal may be confirmed once, within five minutes', () => {
    const confirmable = (at = noon, history = [tried('1 09:00', 'sms', 'sent')]) =>
      standingOf({ ...asked, at }, [], [stop], history).confirmable;
    expect(confirmable()).toEqual(['sms']);
    expect(confirmable(plusMinutes(noon, 2))).toEqual(['sms']);
    expect(confirmable(plusMinutes(noon, 3))).toEqual([]);
    expect(confirmable(noon, [tried('20 11:58', 'sms', 'sent')])).toEqual([]);
  });
});

describe('a hold', () => {
  test.each<
    [says: string, holds: readonly HoldFact[], status: string, expected: Partial<Standing>]
  >([
    ['stands until it is lifted', [hold('bankruptcy')], 'open', { stay: true }],
    [
      'begins on its day',
      [hold('cease', { startsOn: day('2026-11-21') })],
      'open',
      { ceaseWritten: false },
    ],
    [
      'ends after its last day',
      [hold('hardship', { endsOn: day('2026-11-19') })],
      'open',
      { hardship: false },
    ],
    [
      'stands on its last day',
      [hold('hardship', { endsOn: day('2026-11-20') })],
      'open',
      { hardship: true },
    ],
    ['an account that the book calls bankrupt is stayed', [], 'bankrupt', { stay: true }],
    ['one with counsel is in litigation', [], 'legal', { litigation: true }],
    [
      'several stand side by side',
      [
        hold('attorney'),
        hold('deceased'),
        hold('servicemember'),
        hold('litigation'),
        hold('employer'),
      ],
      'open',
      {
        attorneyKnown: true,
        deceased: true,
        servicemember: true,
        litigation: true,
        employerProhibits: true,
      },
    ],
  ])('%s', (_, holds, status, expected) => {
    expect(standingOf({ ...asked, status }, holds, [], [])).toMatchObject(expected);
  });
});
