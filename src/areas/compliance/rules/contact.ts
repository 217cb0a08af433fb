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
export const technologies = ['manual', 'autodialed', 'prerecorded'] as const;
export type Technology = (typeof technologies)[number];

/**
 * What a contact is for: to ask for money; to deliver what law or contract owes (an invoice, a
 * statement); to answer what the person asked; only to ask whether messages are welcome.
 */
export const purposes = ['collect', 'notice', 'answer', 'ask_consent'] as const;
export type Purpose = (typeof purposes)[number];

export type IntendedContact = {
  readonly at: Instant;
  readonly channel: Channel;
  readonly technology: Technology;
  readonly purpose: Purpose;
  readonly debtId: string;
  /** Whom; undefined when the log or the caller does not say. */
  readonly person?: string | undefined;
  /** To the place of work: its number or its address. */
  readonly toWork: boolean;
};

/**
 * What came of an attempt. `no_answer` could have left a message. `no_message` rang where none
 * can be left: it counts for Regulation F, not in Massachusetts (Armata v. Target, 480 Mass. 14)
 * nor in D.C. `unreachable` never connected and counts nowhere.
 */
export const contactResults = [
  'conversation',
  'left_message',
  'no_answer',
  'no_message',
  'unreachable',
  'wrong_number',
  'sent',
  'failed',
] as const;
export type ContactResult = (typeof contactResults)[number];

export type PastContact = {
  readonly at: Instant;
  readonly channel: Channel;
  readonly result: ContactResult;
  readonly debtId: string;
  readonly by: 'us' | 'consumer';
  readonly purpose: Purpose;
  readonly person?: string | undefined;
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
  readonly litigation: boolean;
  readonly servicemember: boolean;
  readonly hardship: boolean;
  /** Channels that the person has refused. */
  readonly optedOut: readonly Channel[];
  /** Refused within the last five minutes and not confirmed yet: one confirmation is allowed. */
  readonly confirmable: readonly Channel[];
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
  litigation: false,
  servicemember: false,
  hardship: false,
  optedOut: [],
  confirmable: [],
  electronicConsent: false,
  recordedCallConsent: false,
  recordedCallRevoked: false,
  hoursConsent: false,
};

/** In which order reasons weigh: the stay first, the firm's own policy last. */
export type Stage = 'stay' | 'instruction' | 'jurisdiction' | 'technology' | 'policy';

/** What a rule counts with: shown beside it, and changed only with its version. */
export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

export type ContactRule = {
  /** Stable: it stands in permits, as `id@version`. */
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly parameters: Parameters;
  readonly citation: string;
  /** Found in the text of the law, recalled and to be checked, or the firm's own policy. */
  readonly source: 'found' | 'recalled' | 'policy';
  /** The firm's rule that says the same, and is silent where the law speaks for itself. */
  readonly restates?: string;
  blocks(situation: Situation): boolean;
};

export type Pack = {
  readonly id: string;
  /** `US`, `US-MA`, `US-NY-NYC`; `firm` for what no law asks. */
  readonly jurisdiction: string;
  readonly citation: string;
  readonly source: ContactRule['source'];
  /** Off where its numbers were not found: it is shown, and never asked. */
  readonly enabled: boolean;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  /** Nobody's counsel has looked at a pack until somebody says so. */
  readonly reviewedByCounsel: string | null;
  readonly rules: readonly ContactRule[];
};
