/**
 * An intended contact and everything that the law and the firm's policy look at before it is
 * made: who, how, when, what was tried before, what the person has said.
 *
 * The rule a newcomer would break: what is not known is not allowed. A zone that nobody knows
 * blocks every channel but the letter.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';

export const channels = ['call', 'voicemail', 'sms', 'email', 'letter', 'visit'] as const;
export type Channel = (typeof channels)[number];

/** How a call or a text is made: by hand, from a list by machine, or with a recorded voice. */
export type Technology = 'manual' | 'autodialed' | 'prerecorded';

export type IntendedContact = {
  readonly at: Instant;
  readonly channel: Channel;
  readonly technology: Technology;
  /** `ask_consent` only asks whether electronic messages are welcome. */
  readonly purpose: 'collect' | 'ask_consent' | 'answer';
  readonly debtId: string;
  /** To the place of work: its number or its address. */
  readonly toWork: boolean;
};

/**
 * What came of an attempt. `no_answer` could have left a message; `unreachable` could not: no
 * connection, or no way to leave one (Armata v. Target, 480 Mass. 14).
 */
export type ContactResult =
  | 'conversation'
  | 'left_message'
  | 'no_answer'
  | 'unreachable'
  | 'wrong_number'
  | 'sent'
  | 'failed';

export type PastContact = {
  readonly at: Instant;
  readonly channel: Channel;
  readonly result: ContactResult;
  readonly debtId: string;
  readonly by: 'us' | 'consumer';
  readonly purpose: 'collect' | 'ask_consent' | 'answer';
  /** The person had agreed to this very contact, or asked for it. */
  readonly invited: boolean;
  readonly toWork: boolean;
};

/** What stands about the person on the day; every one of them is false until somebody says so. */
export type Standing = {
  /** A petition in bankruptcy covers the debt. */
  readonly stay: boolean;
  readonly deceased: boolean;
  readonly ceaseWritten: boolean;
  readonly attorneyKnown: boolean;
  readonly employerProhibits: boolean;
  /** Channels that the person has refused. */
  readonly optedOut: readonly Channel[];
  readonly electronicConsent: boolean;
  readonly recordedCallConsent: boolean;
  readonly recordedCallRevoked: boolean;
  /** Agreed to be contacted at hours that are quiet otherwise. */
  readonly hoursConsent: boolean;
};

export type Situation = {
  readonly contact: IntendedContact;
  /** Every zone in which the person may be; the first is the one that days are counted in. */
  readonly zones: readonly string[];
  readonly history: readonly PastContact[];
  readonly standing: Standing;
  readonly calendar: BusinessCalendar;
};

export const nothingKnown: Standing = {
  stay: false,
  deceased: false,
  ceaseWritten: false,
  attorneyKnown: false,
  employerProhibits: false,
  optedOut: [],
  electronicConsent: false,
  recordedCallConsent: false,
  recordedCallRevoked: false,
  hoursConsent: false,
};

/** In which order reasons weigh: the stay first, the firm's own policy last. */
export type Stage = 'stay' | 'instruction' | 'jurisdiction' | 'technology' | 'policy';

export type ContactRule = {
  /** Stable: it stands in permits. */
  readonly id: string;
  readonly stage: Stage;
  readonly citation: string;
  /** Found in the text of the law, recalled and to be checked, or the firm's own policy. */
  readonly source: 'found' | 'recalled' | 'policy';
  blocks(situation: Situation): boolean;
};

export type Pack = {
  readonly id: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  /** Nobody's counsel has looked at a pack until somebody says so. */
  readonly reviewedByCounsel: string | null;
  readonly rules: readonly ContactRule[];
};
