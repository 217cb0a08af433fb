/** What the gate is asked, for tables of its rules: a business call that nothing forbids. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import type { IntendedContact } from '#areas/compliance/rules/contact.ts';
import type { Question } from '#areas/compliance/rules/decide-contact.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';

export const someItem = id('00000000-0000-7000-8000-000000000001');

export type QuestionTold = Partial<Omit<Question, 'contact'>> & {
  readonly contact?: Partial<IntendedContact>;
};

/** On Friday, 20 November 2026, at noon in New York, of a company in Ohio. */
export function question({ contact, ...told }: QuestionTold = {}): Question {
  return {
    contact: {
      at: instant('2026-11-20T17:00:00Z'),
      channel: 'call',
      technology: 'manual',
      purpose: 'collect',
      debtId: 'D1',
      toWork: false,
      ...contact,
    },
    address: '+16145550142',
    itemIds: [],
    on: day('2026-11-20'),
    profile: {
      actor: 'first_party',
      obligor: 'entity',
      guarantor: 'none',
      purpose: 'commercial',
      state: 'OH',
      city: undefined,
      enteredOn: undefined,
      country: 'US',
    },
    totalWithCreditor: undefined,
    zones: ['America/New_York'],
    status: 'open',
    holds: [],
    words: [],
    history: [],
    business: {
      debts: [
        {
          itemId: someItem,
          currency: 'USD',
          open: 400_00n,
          dueOn: day('2026-10-01'),
          disputed: 0n,
        },
      ],
      credits: [],
      unposted: [],
      promises: [],
      mails: [],
      status: 'open',
    },
    calendar: federalBankCalendar,
    firm: undefined,
    ...told,
  };
}
