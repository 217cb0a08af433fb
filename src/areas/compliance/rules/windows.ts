/**
 * Limits over days and hours, as the packs state them.
 *
 * "In any 7 days" is the calendar days D−6 to D in the zone that is listed first, and a
 * contact is allowed while fewer than the limit stand before it. Hours are half open: at
 * 21:00:00 it is too late.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import { type LocalTime, localTimeOf } from '#kernel/local-time.ts';
import { isBusinessDay, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import type { Channel, ContactRule, PastContact, Situation } from './contact.ts';

type Head = Pick<ContactRule, 'id' | 'stage' | 'citation' | 'source'> & {
  readonly version?: number;
};

export type Count = Head & {
  readonly channels: readonly Channel[];
  /** At most so many before this one. */
  readonly limit: number;
  readonly days: number;
  readonly counts: (past: PastContact, situation: Situation) => boolean;
  /** Only contacts for which this holds are limited. */
  readonly only?: (situation: Situation) => boolean;
};

/** At most `limit` contacts that count, in `days` calendar days with the day itself. */
export function atMost({ channels, limit, days, counts, only, ...head }: Count): ContactRule {
  return {
    version: 1,
    parameters: { channels, limit, days },
    ...head,
    blocks(situation) {
      const { contact, history } = situation;
      if (!channels.includes(contact.channel) || only?.(situation) === false) return false;
      if (contact.purpose === 'answer' && !counts(answered(situation), situation)) return false;
      const today = dayIn(situation, contact.at);
      const first = plusDays(today, 1 - days);
      const before = history.filter(
        (past) =>
          past.at <= contact.at &&
          within(dayIn(situation, past.at), first, today) &&
          counts(past, situation),
      );
      return before.length >= limit;
    },
  };
}

/** What the person asked for, as it will stand in the log: what is not counted is not limited. */
function answered({ contact }: Situation): PastContact {
  const { at, channel, debtId, person, toWork } = contact;
  const made = { result: 'left_message', by: 'us', purpose: 'answer', invited: true } as const;
  return { at, channel, debtId, person, toWork, ...made };
}

/** The same over business days of the firm's calendar. */
export function atMostOnBusinessDays(count: Count): ContactRule {
  const { channels, limit, days: businessDays } = count;
  return {
    ...headOf(count),
    version: count.version ?? 1,
    parameters: { channels, limit, businessDays },
    blocks(situation) {
      const today = dayIn(situation, situation.contact.at);
      const first = plusBusinessDays(today, 1 - count.days, situation.calendar);
      const days = daysBetween(first, today) + 1;
      return atMost({ ...count, days }).blocks(situation);
    },
  };
}

export type Hours = Head & {
  readonly channels: readonly Channel[];
  /** Hours of the wall clock, 8 to 21. */
  readonly from: number;
  readonly to: number;
  /** A zone that counts wherever the person is. */
  readonly zone?: string;
  readonly businessDays?: true;
  /** Only contacts for which this holds keep the hours. */
  readonly only?: (situation: Situation) => boolean;
};

/** Blocks outside the hours in any zone in which the person may be. */
export function quietHours({
  channels,
  from,
  to,
  zone,
  businessDays,
  only,
  ...head
}: Hours): ContactRule {
  const days = businessDays ? { days: 'business' } : {};
  return {
    version: 1,
    parameters: { channels, from, to, zone: zone ?? 'every zone of the person', ...days },
    ...head,
    blocks(situation) {
      const { contact, zones, standing, calendar } = situation;
      if (!channels.includes(contact.channel) || standing.hoursConsent) return false;
      if (only?.(situation) === false) return false;
      const clocks = (zone === undefined ? zones : [zone]).map((each) =>
        localTimeOf(contact.at, each),
      );
      return clocks.some(
        (clock) =>
          !open(clock, from, to) || (businessDays === true && !isBusinessDay(clock.on, calendar)),
      );
    },
  };
}

function open({ minutes }: LocalTime, from: number, to: number): boolean {
  return minutes >= from * 60 && minutes < to * 60;
}

/** No call for so many days after a conversation, whose own day is the first of them. */
export function afterConversation(rule: Head & { readonly days: number }): ContactRule {
  return atMost({
    ...headOf(rule),
    channels: ['call', 'voicemail'],
    limit: 1,
    days: rule.days,
    counts: (past, situation) =>
      past.result === 'conversation' && past.channel === 'call' && sameDebt(past, situation),
  });
}

export function sameDebt(past: PastContact, { contact }: Situation): boolean {
  return past.debtId === contact.debtId;
}

/** The same person; one that is not named may be anybody. */
export function samePerson(past: PastContact, { contact }: Situation): boolean {
  return (
    past.person === undefined || contact.person === undefined || past.person === contact.person
  );
}

/** We tried, uninvited, and their telephone rang: what Regulation F counts (1006.14(b)(3)). */
export function ourAttempt(past: PastContact): boolean {
  return (
    past.by === 'us' &&
    !past.invited &&
    past.result !== 'unreachable' &&
    past.result !== 'wrong_number'
  );
}

/** The same, where a message was left or could have been. */
export function noticeableAttempt(past: PastContact): boolean {
  return ourAttempt(past) && past.result !== 'no_message';
}

/** The day of a moment where the person is; in UTC where nobody knows: limits still count. */
export function dayIn({ zones: [first = 'UTC'] }: Situation, at: PastContact['at']): Day {
  return localTimeOf(at, first).on;
}

function within(day: Day, first: Day, last: Day): boolean {
  return day >= first && day <= last;
}

function headOf({ id, stage, citation, source, version = 1 }: Head): Head {
  return { id, stage, citation, source, version };
}
