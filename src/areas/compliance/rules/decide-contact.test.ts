/** The gate's answer: every reason, in order; nothing that is not known; when waiting helps. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type QuestionTold, question } from '#test/support/gate-questions.ts';
import { tried } from '#test/support/contacts.ts';
import { type Channel, channels, nothingKnown as emptyStanding } from './contact.ts';
import { decideContact } from './decide-contact.ts';
import { mayContact, packs } from './may-contact.ts';
import { statedBefore } from './firm/policy.ts';
import type { HouseRules } from './packs/house.ts';

const company = question().profile;
const stay = { kind: 'bankruptcy', startsOn: day('2026-10-01'), endsOn: null } as const;
const idsOf = (told: QuestionTold) => decideContact(question(told)).reasons.map(({ id }) => id);

describe('what is not known blocks everything but a letter', () => {
  test.each<[says: string, told: QuestionTold, ids: readonly string[]]>([
    ['no zone', { zones: [] }, ['MISSING.zones']],
    ['no state', { profile: { ...company, state: undefined } }, ['MISSING.state']],
    [
      'no country and no state',
      { profile: { ...company, state: undefined, country: '' } },
      ['MISSING.state'],
    ],
    ['no kind of debt', { profile: { ...company, purpose: undefined } }, ['MISSING.debt_kind']],
    ['nobody who owes', { profile: { ...company, obligor: undefined } }, ['MISSING.debt_kind']],
    ['no address', { address: '' }, ['MISSING.address']],
    ['no word on texts', { contact: { channel: 'sms' } }, ['MISSING.consent']],
  ])('%s', (_, told, ids) => {
    expect(idsOf(told)).toEqual(ids);
    expect(decideContact(question(told)).nextAllowedAt).toBeNull();
    expect(idsOf({ ...told, contact: { channel: 'letter' }, address: '' })).toEqual([]);
  });

  test('consent to texts on one number is none on another', () => {
    const text = { contact: { channel: 'sms' }, address: '+16145550142' } as const;
    const at = instant('2026-11-02T17:00:00Z');
    const yes = { said: 'yes', channel: 'sms', scope: 'channel', at } as const;
    expect(idsOf({ ...text, words: [{ ...yes, address: '+16145550142' }] })).toEqual([]);
    expect(idsOf({ ...text, words: [{ ...yes, address: '' }] })).toEqual([]);
    expect(idsOf({ ...text, words: [{ ...yes, address: '+16145550199' }] })).toEqual([
      'MISSING.consent',
    ]);
    const tomorrow = { ...yes, address: '', at: instant('2026-11-21T17:00:00Z') };
    expect(idsOf({ ...text, words: [tomorrow] })).toEqual(['MISSING.consent']);
  });

  test('a person in New York whose town nobody knows is taken to live in the city', () => {
    const person = { obligor: 'natural_person', purpose: 'consumer', state: 'NY' } as const;
    const contact = { channel: 'email' } as const;
    const profile = { ...company, ...person };
    expect(idsOf({ contact, profile })).toEqual(['NYC.ELECCONSENT']);
    expect(idsOf({ contact, profile: { ...profile, city: 'Albany' } })).toEqual([]);
  });

  test('another country has no state to be known', () => {
    const profile = { ...company, state: undefined, country: 'DE' };
    expect(
      idsOf({
        profile,
        zones: ['Europe/Berlin'],
        contact: { at: instant('2026-11-20T10:00:00Z') },
      }),
    ).toEqual([]);
  });

  test('a letter does not go out under a stay, a refusal in writing or an attorney', () => {
    const letter = { contact: { channel: 'letter' } } as const;
    expect(idsOf({ ...letter, holds: [stay] })).toEqual(['US.STAY']);
    expect(idsOf({ ...letter, holds: [{ ...stay, kind: 'cease' }] })).toEqual(['PERSON.CEASE']);
    expect(idsOf({ ...letter, holds: [{ ...stay, kind: 'attorney' }] })).toEqual([
      'PERSON.ATTORNEY',
    ]);
  });
});

test('every reason comes back, sorted, with its stage, pack and version', () => {
  const answer = decideContact(
    question({
      holds: [stay],
      zones: ['America/Los_Angeles'],
      contact: { at: instant('2026-11-20T13:00:00Z') },
      business: { ...question().business, mails: [{ itemIds: [] }] },
    }),
  );
  expect(answer.reasons).toEqual([
    { id: 'B2B.HOURS', version: 1, stage: 'policy', pack: 'POLICY-B2B', citation: 'policy' },
    {
      id: 'FACT.MAIL_WAITING',
      version: 1,
      stage: 'policy',
      pack: 'POLICY-FACTS',
      citation: 'policy',
    },
    { id: 'US.STAY', version: 1, stage: 'stay', pack: 'US.STAY', citation: '11 U.S.C. 362(a)(6)' },
  ]);
  expect(answer.packs).toEqual(['POLICY-B2B', 'US.STAY']);
  expect(answer.rules).toContain('HOLD.HARDSHIP@1');
  expect(answer.nextAllowedAt).toBeNull();
});

test('what asks for no money is not stopped by what is on its way', () => {
  const business = { ...question().business, debts: [] };
  expect(idsOf({ business })).toEqual(['FACT.NOTHING_OPEN']);
  expect(idsOf({ business, contact: { purpose: 'notice' } })).toEqual([]);
});

test('a consumer of the firm has the hours of Regulation F; a hired collector the law', () => {
  const consumer = { ...company, obligor: 'natural_person', purpose: 'consumer' } as const;
  const early = { at: instant('2026-11-20T12:30:00Z') };
  expect(idsOf({ profile: consumer, contact: early })).toEqual(['CONSUMER.TIME']);
  const hired = { ...consumer, actor: 'third_party' } as const;
  expect(idsOf({ profile: hired, contact: early })).toEqual(['REGF.TIME']);
});

describe('08:00–20:59 of the customer, one a day, three in seven days (P-32)', () => {
  const rules: HouseRules = {
    hours: { from: 8, to: 21, businessDays: false },
    caps: [
      { channels: [], limit: 1, days: 1, businessDays: false, counts: 'attempts' },
      { channels: [], limit: 3, days: 7, businessDays: false, counts: 'reached' },
    ],
  };
  const firm = statedBefore({ version: 1, effectiveFrom: day('2026-01-01'), rules });
  const now = instant('2026-07-06T12:30:00Z');
  const monday = { firm, on: day('2026-07-06') };
  const at = (channel: Channel) => ({ at: now, channel });

  test('New York may be called at 08:30', () => {
    expect(decideContact(question({ ...monday, contact: at('call') })).allowed).toBe(true);
  });

  test('Los Angeles not at 05:30; the next slot is 15:00 UTC', () => {
    const answer = decideContact(
      question({ ...monday, contact: at('call'), zones: ['America/Los_Angeles'] }),
    );
    expect(answer.reasons.map(({ id }) => id)).toEqual(['B2B.HOURS', 'HOUSE.HOURS']);
    expect(answer.nextAllowedAt).toBe('2026-07-06T15:00:00.000000Z');
  });

  test('who opted out of texts gets none; a letter may still go', () => {
    const words = [
      {
        said: 'no',
        channel: 'sms',
        address: '',
        scope: 'channel',
        at: instant('2026-07-01T12:00:00Z'),
      },
    ] as const;
    expect(idsOf({ ...monday, words, contact: at('sms') })).toEqual(['PERSON.OPTOUT']);
    expect(idsOf({ ...monday, words, contact: at('letter'), address: '' })).toEqual([]);
  });

  test('a failed attempt counts to the day, not to the week', () => {
    const today = { firm, contact: { channel: 'email' } } as const;
    const failed = [17, 18, 19].map((on) => tried(`${on} 10:00`, 'call', 'no_answer'));
    expect(idsOf({ ...today, history: failed })).toEqual([]);
    expect(
      idsOf({ ...today, history: [...failed, tried('20 09:00', 'call', 'no_answer')] }),
    ).toEqual(['HOUSE.CAP1IN1']);
    const reached = [17, 18, 19].map((on) => tried(`${on} 10:00`));
    const blocked = decideContact(question({ ...today, history: reached }));
    expect(blocked.reasons.map(({ id }) => id)).toEqual(['HOUSE.CAP3IN7']);
    // Seven days with the first of them: the 17th falls out on the 24th.
    expect(blocked.nextAllowedAt).toBe('2026-11-24T13:00:00.000000Z');
  });
});

test('adding a pack never allows what was blocked', () => {
  const { profile: _, firm: __, ...plain } = question();
  const at = ['2026-11-20T12:30:00Z', '2026-11-20T17:00:00Z', '2026-11-26T23:30:00Z'];
  const standing = { stay: false, deceased: false, ceaseWritten: true, attorneyKnown: false };
  for (const moment of at) {
    for (const channel of channels) {
      const situation = {
        ...plain,
        contact: { ...plain.contact, channel, at: instant(moment) },
        history: [tried('18 10:00'), tried('19 10:00', 'email', 'sent'), tried('20 07:00')],
        standing: { ...emptyStanding, ...standing, ceaseWritten: channel === 'visit' },
      };
      for (const base of packs.keys()) {
        const blocked = !mayContact(situation, [base]).allowed;
        for (const more of packs.keys()) {
          const both = mayContact(situation, [base, more]);
          expect({ base, more, channel, moment, freed: blocked && both.allowed }).toMatchObject({
            freed: false,
          });
        }
      }
    }
  }
});
