import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { nothingStated } from '#areas/compliance/rules/debt-profile.ts';
import { owed } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';
import { decideAccount } from './decide-account.ts';
import { askedThen, type PastAsking } from './past-asking.ts';

const accountId = id('00000000-0000-7000-8000-0000000000aa');
const companyId = id('00000000-0000-7000-8000-0000000000cc');
const itemId = '00000000-0000-7000-8000-000000000001';
const contactId = '00000000-0000-7000-8000-0000000000dd';

const asking: PastAsking = {
  accountId,
  people: [
    {
      contactId,
      role: 'accounts_payable',
      name: 'Ann Orr',
      email: 'ann@north.example',
      phone: null,
      language: 'en',
    },
  ],
  gate: {
    accounts: new Map([
      [
        accountId,
        {
          accountId,
          customerId: id('00000000-0000-7000-8000-0000000000bb'),
          companyId,
          companyZone: 'America/New_York',
          status: 'open',
          facts: {
            kind: 'trade',
            segment: null,
            country: 'US',
            state: 'PA',
            city: null,
            postalCode: null,
          },
          stated: nothingStated,
        },
      ],
    ]),
    people: new Map(),
    words: { byAccount: new Map(), byAddress: new Map() },
    history: new Map(),
    calendars: new Map([[companyId, federalBankCalendar]]),
    firms: [],
  },
};

const on = day('2026-04-06');
const facts = owed([{ due: '2026-04-01', open: '600' }]);
const named = { ...facts, items: facts.items.map((item) => ({ ...item, itemId })) };

function decided() {
  const decision = decideAccount(ladder, named, on);
  if (decision.kind === 'none') throw new Error('no step');
  return decision;
}

test('a step of a past day is asked for like one of today', () => {
  const ask = { decision: decided(), on, facts: named, holds: [], contacts: [] };
  const answer = askedThen(asking, ask);
  expect(answer).toMatchObject({
    allowed: true,
    contact: { channel: 'email', at: '2026-04-06T14:00:00.000000Z', person: contactId, by: 'us' },
  });
  const seen = { ...named, inFlight: [{ currency: currency('USD'), minor: 60_000n }] };
  expect(askedThen(asking, { ...ask, facts: seen })).toMatchObject({
    allowed: false,
    reasons: ['FACT.CASH_SEEN'],
  });
  expect(askedThen({ ...asking, people: [] }, ask)).toEqual({
    allowed: false,
    reasons: ['no_address'],
  });
});
