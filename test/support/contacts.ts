/** Intended contacts in November 2026, Eastern time, and what was tried before, for tables. */
import { instant } from '#kernel/instant.ts';
import {
  type Channel,
  type ContactResult,
  type IntendedContact,
  type PastContact,
  type Standing,
  nothingKnown,
} from '#areas/compliance/rules/contact.ts';
import { mayContact } from '#areas/compliance/rules/may-contact.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';

export const eastern = 'America/New_York';

/** A moment of November 2026 in Eastern standard time: `16 15:00`; another with its date. */
function november(text: string) {
  if (text.includes('T')) return instant(new Date(text).toISOString());
  const [day = '', time = ''] = text.split(' ');
  const [hour = '0', minute = '00'] = time.split(':');
  const utc = Date.UTC(2026, 10, Number(day), Number(hour) + 5, Number(minute));
  return instant(new Date(utc).toISOString());
}

/** What was tried before; a call that left a message unless it is said otherwise. */
export function tried(
  at: string,
  channel: Channel = 'call',
  result: ContactResult = 'left_message',
  more: Partial<PastContact> = {},
): PastContact {
  const plain = { by: 'us', purpose: 'collect', invited: false, toWork: false } as const;
  return { at: november(at), channel, result, debtId: 'D1', ...plain, ...more };
}

export type Told = Partial<Omit<IntendedContact, 'at'>> & {
  readonly at?: string;
  readonly history?: readonly PastContact[];
  readonly standing?: Partial<Standing>;
  readonly zones?: readonly string[];
};

/** The ids of what blocks the contact; a call by hand on Friday, 20 November, at ten. */
export function blockedBy(packs: readonly string[], told: Told): readonly string[] {
  const { at = '20 10:00', history = [], standing = {}, zones = [eastern], ...contact } = told;
  const plain = {
    channel: 'call',
    technology: 'manual',
    purpose: 'collect',
    debtId: 'D1',
    toWork: false,
  } as const;
  const situation = {
    contact: { ...plain, ...contact, at: november(at) },
    zones,
    history,
    standing: { ...nothingKnown, ...standing },
    calendar: federalBankCalendar,
  };
  return mayContact(situation, packs).blockedBy;
}

/** A call on each of the days, at ten. */
export function callsOn(from: number, to: number): PastContact[] {
  return Array.from({ length: to - from + 1 }, (_, index) => tried(`${from + index} 10:00`));
}
