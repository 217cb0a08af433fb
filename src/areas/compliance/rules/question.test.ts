import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { nothingStated } from './debt-profile.ts';
import { type AccountWord, type GateFacts, type Intended, questionOf } from './question.ts';

const numbered = (end: number) => id(`00000000-0000-7000-8000-00000000000${end}`);
const [accountId, otherId, contactId] = [numbered(1), numbered(2), numbered(3)];
const [customerId, companyId] = [numbered(4), numbered(5)];

const moment = { at: instant('2026-11-20T17:00:00Z'), today: day('2026-11-20') };
const word = (of: typeof accountId, more: Partial<AccountWord>): AccountWord => ({
  accountId: of,
  said: 'no',
  channel: 'call',
  address: '+16145550142',
  scope: 'channel',
  at: moment.at,
  ...more,
});

function facts(words: readonly AccountWord[] = []): GateFacts {
  return {
    accounts: new Map([
      [
        accountId,
        {
          accountId,
          customerId,
          companyId,
          companyZone: 'America/New_York',
          status: 'open',
          facts: {
            kind: 'trade',
            segment: null,
            country: null,
            state: 'OH',
            city: null,
            postalCode: null,
          },
          stated: nothingStated,
        },
      ],
    ]),
    people: new Map([
      [accountId, [{ contactId, name: 'Ann', email: null, phone: '(415) 555-0100', zone: null }]],
    ]),
    holds: new Map(),
    words: {
      byAccount: Map.groupBy(words, (each) => each.accountId),
      byAddress: Map.groupBy(words, (each) => each.address),
    },
    history: new Map(),
    business: () => ({ debts: [], credits: [], unposted: [], promises: [], mails: [] }),
    calendars: new Map([[companyId, federalBankCalendar]]),
    firm: undefined,
  };
}

const intended: Intended = {
  accountId,
  contactId,
  channel: 'call',
  address: '614-555-0142',
  purpose: 'collect',
  technology: 'manual',
  itemIds: [],
};

test('the number that is dialled and the address both say where the person is', () => {
  const asked = questionOf(facts(), moment, intended);
  expect(asked.address).toBe('+16145550142');
  expect(asked.zones).toEqual(['America/New_York']);
  const mail = questionOf(facts(), moment, {
    ...intended,
    channel: 'email',
    address: 'a@b.example',
  });
  expect(mail.zones).toEqual(['America/New_York', 'America/Los_Angeles']);
});

test('a refusal on another account counts for the number; a consent there does not', () => {
  const elsewhere = [word(otherId, {}), word(otherId, { said: 'yes' })];
  const asked = questionOf(facts(elsewhere), moment, intended);
  expect(asked.words.map(({ said }) => said)).toEqual(['no']);
});

test('an address is a place of work when somebody said anything of contact there', () => {
  expect(questionOf(facts(), moment, intended).contact.toWork).toBe(false);
  const work = [word(accountId, { said: 'yes', scope: 'work' })];
  expect(questionOf(facts(work), moment, intended).contact.toWork).toBe(true);
});

test('an account that is not there is a mistake', () => {
  expect(() => questionOf(facts(), moment, { ...intended, accountId: otherId })).toThrow(otherId);
});
