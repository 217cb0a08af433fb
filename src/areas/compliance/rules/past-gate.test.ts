import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { intend } from '#test/support/gate.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { nothingStated } from './debt-profile.ts';
import { statedBefore } from './firm/policy.ts';
import { type PastGate, reasonsThen } from './past-gate.ts';

const account = id('00000000-0000-7000-8000-0000000000aa');
const customer = id('00000000-0000-7000-8000-0000000000bb');
const company = id('00000000-0000-7000-8000-0000000000cc');
const hours = { from: 9, to: 11, businessDays: false };
const strict = { version: 1, effectiveFrom: day('2026-04-10'), rules: { hours, caps: [] } };

const gate: PastGate = {
  accounts: new Map([
    [
      account,
      {
        accountId: account,
        customerId: customer,
        companyId: company,
        companyZone: 'America/New_York',
        status: 'legal',
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
  calendars: new Map([[company, federalBankCalendar]]),
  firms: [statedBefore(strict)],
};
const debt = {
  itemId: id('00000000-0000-7000-8000-000000000001'),
  currency: 'USD',
  open: 60_000n,
  dueOn: day('2026-04-01'),
  disputed: 0n,
};
const facts = { debts: [debt], credits: [], unposted: [], promises: [], mails: [] };

function ask(on: string, status = 'open'): readonly string[] {
  const reasons = reasonsThen(gate, {
    intended: intend(account),
    on: day(on),
    at: instant(`${on}T18:00:00Z`),
    holds: [],
    business: { ...facts, status },
    contacts: [],
  });
  return reasons.map((reason) => reason.id);
}

test('the firm asks of a day what it had stated by then, and the account is as it was', () => {
  expect(ask('2026-04-09')).toEqual([]);
  expect(ask('2026-04-13')).toEqual(['HOUSE.HOURS']);
  expect(ask('2026-04-09', 'agency')).toEqual(['FACT.PLACED']);
});
