/**
 * What stands about a person for one intended contact: holds in force on the day, and the last
 * word on each channel and address.
 *
 * A refusal of the whole channel outlasts a consent to one of its addresses only when it is the
 * later word; of two words at one moment the refusal counts.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { type Channel, type PastContact, type Standing, nothingKnown } from './contact.ts';

export const holdKinds = [
  'bankruptcy',
  'deceased',
  'attorney',
  'cease',
  'litigation',
  'servicemember',
  'hardship',
  'employer',
] as const;
export type HoldKind = (typeof holdKinds)[number];

/** What stands of the debtor and not of one debt: 11 U.S.C. 362(a)(6); 12 CFR 1006.6(a)(4). */
export const holdsOfTheDebtor: readonly HoldKind[] = ['bankruptcy', 'deceased'];

export type HoldFact = {
  readonly kind: HoldKind;
  readonly startsOn: Day;
  /** The last day; null while nobody ended it. */
  readonly endsOn: Day | null;
};

export const consentScopes = ['channel', 'machine', 'hours', 'work'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** A word on a channel: `yes` is consent, `no` is a refusal or a revocation. */
export type Word = {
  readonly said: 'yes' | 'no';
  readonly channel: Channel;
  /** As it is compared; empty: every address of the channel. */
  readonly address: string;
  readonly scope: ConsentScope;
  readonly at: Instant;
};

export type Asked = {
  readonly channel: Channel;
  readonly address: string;
  readonly at: Instant;
  readonly on: Day;
  /** The account's own status in the book. */
  readonly status: string;
};

/** The standing that the packs are asked with. */
export function standingOf(
  asked: Asked,
  holds: readonly HoldFact[],
  words: readonly Word[],
  history: readonly PastContact[],
): Standing {
  const inForce = holds.filter(
    (hold) => hold.startsOn <= asked.on && (hold.endsOn === null || hold.endsOn >= asked.on),
  );
  const has = (kind: HoldKind): boolean => inForce.some((hold) => hold.kind === kind);
  const last = (scope: ConsentScope, channel = asked.channel): Word | undefined =>
    lastWord(words, { ...asked, channel }, scope);
  const refusal = last('channel');
  const machine = last('machine');
  return {
    ...nothingKnown,
    stay: has('bankruptcy') || asked.status === 'bankrupt',
    deceased: has('deceased'),
    ceaseWritten: has('cease'),
    attorneyKnown: has('attorney'),
    employerProhibits: has('employer') || last('work')?.said === 'no',
    litigation: has('litigation') || asked.status === 'legal',
    servicemember: has('servicemember'),
    hardship: has('hardship'),
    optedOut: refusal?.said === 'no' ? [asked.channel] : [],
    confirmable: refusal?.said === 'no' && fresh(refusal, asked, history) ? [asked.channel] : [],
    electronicConsent: refusal?.said === 'yes',
    recordedCallConsent: machine?.said === 'yes',
    recordedCallRevoked: machine?.said === 'no' || refusal?.said === 'no',
    hoursConsent: last('hours')?.said === 'yes',
  };
}

/** Call and voicemail are one number: who refuses the one refuses the other. */
function sameChannel(one: Channel, other: Channel): boolean {
  const spoken: readonly Channel[] = ['call', 'voicemail'];
  return one === other || (spoken.includes(one) && spoken.includes(other));
}

function lastWord(
  words: readonly Word[],
  { channel, address, at }: Pick<Asked, 'channel' | 'address' | 'at'>,
  scope: ConsentScope,
): Word | undefined {
  return words
    .filter(
      (word) =>
        word.scope === scope &&
        word.at <= at &&
        sameChannel(word.channel, channel) &&
        (word.address === '' || word.address === address),
    )
    .reduce<Word | undefined>(
      (latest, word) => (latest === undefined || outweighs(word, latest) ? word : latest),
      undefined,
    );
}

function outweighs(word: Word, latest: Word): boolean {
  return word.at > latest.at || (word.at === latest.at && word.said === 'no');
}

/** One confirmation within five minutes of a refusal: 47 CFR 64.1200(a)(12). */
function fresh(refusal: Word, { at, channel }: Asked, history: readonly PastContact[]): boolean {
  const answered = history.some(
    (past) => past.by === 'us' && past.channel === channel && past.at >= refusal.at,
  );
  return at <= plusMinutes(refusal.at, 5) && !answered;
}
