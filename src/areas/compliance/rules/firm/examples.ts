/**
 * The examples of a contact policy are its tests: each is a contact that the gate itself decides,
 * in New York, and is held against what its author expected.
 */
import { type Day, parseDay, plusDays } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { instantOf, localTimeOf, plusMinutes } from '#kernel/local-time.ts';
import {
  type Part,
  anyText,
  complain,
  oneOf,
  onlyFields,
  partsOf,
  pathOf,
  wordOf,
  wordsOf,
} from '#areas/policies/rules/document-reader.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import {
  type Channel,
  type ContactResult,
  type Purpose,
  channels,
  contactResults,
  purposes,
} from '../contact.ts';
import { type Question, decideContact } from '../decide-contact.ts';
import { type ContactPolicy, firmRulesOf } from './policy.ts';

export type ContactExample = {
  readonly name: string;
  readonly debt: 'business' | 'consumer';
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly at: Instant;
  /** Our own contacts with the same person about the same debt. */
  readonly before: readonly {
    readonly at: Instant;
    readonly channel: Channel;
    readonly result: ContactResult;
  }[];
  readonly expect: 'allowed' | 'blocked';
  /** Ids of the rules that block; empty: whatever they are. */
  readonly by: readonly string[];
};

export type ContactExampleResult = {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: string;
};

const zone = 'America/New_York';

export function readExamples(part: Part): ContactExample[] {
  return partsOf(part, 'examples').map(readExample);
}

function readExample(part: Part): ContactExample {
  onlyFields(part, ['name', 'debt', 'channel', 'purpose', 'at', 'before', 'expect', 'by']);
  return {
    name: wordOf(part, 'name', 'a name', anyText, ''),
    debt: wordOf(part, 'debt', debts.join(', '), oneOf(debts), 'business'),
    channel: wordOf(part, 'channel', channels.join(', '), oneOf(channels), 'call'),
    purpose: wordOf(part, 'purpose', purposes.join(', '), oneOf(purposes), 'collect'),
    at: momentOf(part),
    before: partsOf(part, 'before').map((past) => {
      onlyFields(past, ['at', 'channel', 'result']);
      return {
        at: momentOf(past),
        channel: wordOf(past, 'channel', channels.join(', '), oneOf(channels), 'call'),
        result: wordOf(past, 'result', contactResults.join(', '), oneOf(contactResults), 'sent'),
      };
    }),
    expect: wordOf(part, 'expect', verdicts.join(', '), oneOf(verdicts), 'allowed'),
    by: wordsOf(part, 'by', 'ids of rules such as HOUSE.HOURS', anyText, []),
  };
}

const debts = ['business', 'consumer'] as const;
const verdicts = ['allowed', 'blocked'] as const;

/** `2026-11-20 19:00` in New York; an example without its moment proves nothing. */
function momentOf(part: Part): Instant {
  const at = wordOf<Instant | null>(part, 'at', 'a moment such as 2026-11-20 10:00', moment, null);
  const isThere = part.map.entries.some(({ key }) => key === 'at');
  if (!isThere) complain({ ...part, path: pathOf(part, 'at') }, 'missing', part.map.at);
  return at ?? instant('2026-01-15T15:00:00Z');
}

function moment(said: string): Instant | undefined {
  const [, on = '', hour, minute] = /^(\S+) (\d{1,2}):(\d{2})$/u.exec(said) ?? [];
  const day = parseDay(on);
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (day === undefined || hours > 23 || minutes > 59) return undefined;
  return instantOf({ on: day, minutes: hours * 60 + minutes }, zone);
}

/** One result an example, in their order. */
export function runContactExamples(
  policy: ContactPolicy,
  examples: readonly ContactExample[],
): ContactExampleResult[] {
  return examples.map((example) => {
    const { name, expect, by } = example;
    const { allowed, reasons } = decideContact(questionOf(example, policy));
    const why = reasons.map((reason) => reason.id);
    const verdict = allowed ? 'allowed' : 'blocked';
    const same = by.length === 0 || by.toSorted().join() === why.toSorted().join();
    return {
      name,
      passed: verdict === expect && same,
      expected: [expect, ...by].join(' '),
      found: [verdict, ...why].join(' '),
    };
  });
}

/** A customer in Ohio who owes, about whom nothing else is known, reached by a person. */
function questionOf(example: ContactExample, policy: ContactPolicy): Question {
  const { at, channel, purpose, before } = example;
  const { on } = localTimeOf(at, zone);
  const isBusiness = example.debt === 'business';
  const contact = { channel, debtId: name, person: name, toWork: false };
  return {
    contact: { ...contact, at, purpose, technology: 'manual' },
    address: addressOf[channel],
    itemIds: [],
    on,
    profile: {
      actor: 'first_party',
      obligor: isBusiness ? 'entity' : 'natural_person',
      guarantor: 'none',
      purpose: isBusiness ? 'commercial' : 'consumer',
      state: 'OH',
      city: undefined,
      enteredOn: undefined,
      country: 'US',
    },
    totalWithCreditor: undefined,
    zones: [zone],
    status: 'open',
    holds: [],
    words: consentTo(channel, at),
    history: before.map((past) => ({
      ...contact,
      ...past,
      by: 'us',
      purpose: 'collect',
      invited: false,
    })),
    business: { ...owing(on), status: 'open' },
    calendar: federalBankCalendar,
    firm: firmRulesOf(policy, { version: 1, effectiveFrom: on }),
  };
}

/** The one customer of an example. */
const name = 'the customer';

const phone = '+16145550142';
const addressOf: Readonly<Record<Channel, string>> = {
  call: phone,
  voicemail: phone,
  sms: phone,
  email: 'somebody@customer.example',
  letter: '',
  visit: '',
};

/** Texts need somebody's yes, which is no matter of the firm's policy. */
function consentTo(channel: Channel, at: Instant): Question['words'] {
  return channel === 'sms'
    ? [{ said: 'yes', channel, address: '', scope: 'channel', at: plusMinutes(at, -1) }]
    : [];
}

function owing(on: Day): Omit<Question['business'], 'status'> {
  const itemId = id('00000000-0000-7000-8000-000000000001');
  const debt = { itemId, currency: 'USD', open: 100_00n, dueOn: plusDays(on, -30), disputed: 0n };
  return { debts: [debt], credits: [], unposted: [], promises: [], mails: [] };
}
