/**
 * The gate's answer to one intended contact: allowed, or blocked by every reason there is, and
 * when waiting alone would allow it.
 *
 * The rule a newcomer would break: a fact that is not known blocks by a name of its own, and
 * only a letter may go without it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import type { Money } from '#kernel/money.ts';
import { applicablePacks } from './applicable-packs.ts';
import {
  type BusinessFacts,
  whatForbidsAsking,
  whatForbidsWriting,
  whoIsAway,
} from './business-facts.ts';
import type { IntendedContact, Pack, Situation, Stage } from './contact.ts';
import type { DebtProfile } from './debt-profile.ts';
import { type AskedRule, blockingOf, rulesOf } from './may-contact.ts';
import type { FirmRules } from './firm/policy.ts';
import { firstMomentThat } from './next-slot.ts';
import { housePackId } from './packs/house.ts';
import { type Asked, type HoldFact, type Word, standingOf } from './standing.ts';

export type Reason = {
  /** Stable: `MA.2IN7`, `MISSING.zones`, `FACT.PROMISED`. */
  readonly id: string;
  readonly version: number;
  readonly stage: Stage | 'missing';
  /** Null for what is missing. */
  readonly pack: string | null;
  readonly citation: string;
};

/** Everything that the gate looks at; it is stored beside the answer. */
export type Question = {
  readonly contact: IntendedContact;
  /** As it is compared; empty where nobody is named. */
  readonly address: string;
  readonly itemIds: readonly Id[];
  /** The business day of the question. */
  readonly on: Day;
  readonly profile: DebtProfile;
  readonly totalWithCreditor: Money | undefined;
  readonly zones: readonly string[];
  readonly status: string;
  readonly holds: readonly HoldFact[];
  readonly words: readonly Word[];
  readonly history: Situation['history'];
  readonly business: BusinessFacts;
  readonly calendar: Situation['calendar'];
  /** What the firm rules by its own contact policy; undefined where it ruled nothing. */
  readonly firm: FirmRules | undefined;
};

export type Answer = {
  readonly allowed: boolean;
  /** Sorted by id. */
  readonly reasons: readonly Reason[];
  readonly packs: readonly string[];
  /** Every rule that was asked, as `id@version`. */
  readonly rules: readonly string[];
  readonly nextAllowedAt: Instant | null;
};

/** Decides one contact. */
export function decideContact(question: Question): Answer {
  const packs = packsOf(question);
  const asked = rulesAsked(question, packs);
  const reasons = reasonsAt(question, asked, question.contact.at);
  const later = reasons.length > 0 && reasons.every(passesByItself);
  return {
    allowed: reasons.length === 0,
    reasons,
    packs: [...new Set([...packs, ...firmPacks(question, packs).map(({ id }) => id)])],
    rules: [...new Set(asked.map(({ rule }) => `${rule.id}@${rule.version}`))].toSorted(),
    nextAllowedAt: later ? nextSlot(question, asked) : null,
  };
}

/** Every reason against the contact at its moment, without looking for a better one. */
export function reasonsAgainst(question: Question): readonly Reason[] {
  return reasonsAt(question, rulesAsked(question, packsOf(question)), question.contact.at);
}

/** The packs of the law, and the firm's own for its consumers. */
function packsOf({ profile, contact, on, totalWithCreditor }: Question): readonly string[] {
  const { country: _, ...debt } = profile;
  const packs = applicablePacks({
    ...debt,
    // The stricter kind where nobody knows; that it is not known blocks besides.
    obligor: debt.obligor ?? 'natural_person',
    purpose: debt.purpose ?? 'consumer',
    // Nor which town of a state whose city has laws of its own.
    city: debt.city ?? (debt.state === 'NY' ? 'New York City' : undefined),
    // Nobody says here that a debt is only serviced, and so the stricter law binds.
    isInCollection: true,
    technology: contact.technology,
    totalWithCreditor,
    on,
  });
  const own = packs.includes('POLICY-B2B') || packs.includes('US-FED-REGF');
  return own ? packs : [...packs, 'POLICY-CONSUMER'];
}

/** A pack of the firm's own policy stands in the place of the standard one of its name. */
function rulesAsked(question: Question, packs: readonly string[]): AskedRule[] {
  const own = firmPacks(question, packs);
  const standard = packs.filter((id) => own.every((pack) => pack.id !== id));
  const firm = own.flatMap(({ id, rules }) => rules.map((rule) => ({ rule, pack: id })));
  return [...rulesOf(standard), ...firm];
}

function firmPacks({ firm }: Question, packs: readonly string[]): readonly Pack[] {
  return (firm?.packs ?? []).filter(({ id }) => id === housePackId || packs.includes(id));
}

function reasonsAt(question: Question, asked: readonly AskedRule[], at: Instant): Reason[] {
  const situation = situationAt(question, at);
  const blocking = blockingOf(asked, situation).map(({ rule, pack }) =>
    reason(rule.id, { ...rule, pack }),
  );
  const missing = missingOf(question, situation).map((name) =>
    reason(`MISSING.${name}`, { version: 1, stage: 'missing', pack: null, citation: '' }),
  );
  const business = businessOf(question).map((id) =>
    reason(id, { version: 1, stage: 'policy', pack: 'POLICY-FACTS', citation: 'policy' }),
  );
  const byId = new Map([...missing, ...blocking, ...business].map((each) => [each.id, each]));
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function reason(id: string, { version, stage, pack, citation }: Omit<Reason, 'id'>): Reason {
  return { id, version, stage, pack, citation };
}

function situationAt(question: Question, at: Instant): Situation {
  const { contact, zones, history, calendar, holds, words, address, on, status } = question;
  const asked: Asked = { channel: contact.channel, address, at, on, status };
  return {
    contact: { ...contact, at },
    zones,
    history,
    calendar,
    standing: standingOf(asked, holds, words, history),
  };
}

/** What the law wants to be known before anything but a letter goes out. */
function missingOf(
  { profile, address }: Question,
  { contact, zones, standing }: Situation,
): readonly string[] {
  if (contact.channel === 'letter') return [];
  const { country, state, purpose, obligor } = profile;
  // Whoever refused is no riddle; a word on another number says nothing of this one.
  const asked = standing.electronicConsent || standing.optedOut.includes(contact.channel);
  return [
    // A text is welcome only where somebody said so.
    ...(contact.channel === 'sms' && !asked && contact.purpose !== 'answer' ? ['consent'] : []),
    ...(address === '' && contact.channel !== 'visit' ? ['address'] : []),
    ...(purpose === undefined || obligor === undefined ? ['debt_kind'] : []),
    ...((country === '' || country === 'US') && state === undefined ? ['state'] : []),
    ...(zones.length === 0 ? ['zones'] : []),
  ];
}

function businessOf({ contact, business, itemIds, on, address }: Question): readonly string[] {
  const asking = contact.purpose === 'collect' ? whatForbidsAsking(business, itemIds, on) : [];
  const away = whoIsAway(business, contact, { address, on });
  return [...asking, ...away, ...whatForbidsWriting(business, contact)];
}

/** Hours and counts pass by themselves; facts, words and what is missing do not. */
export function passesByItself({ id, stage, pack }: Reason): boolean {
  if (pack === 'POLICY-FACTS' || stage === 'missing') return false;
  return stage === 'jurisdiction' || stage === 'policy' ? !/CONSENT/u.test(id) : false;
}

function nextSlot(question: Question, asked: readonly AskedRule[]): Instant | null {
  const { zones, contact } = question;
  const opens = asked
    .map(({ rule }) => rule.parameters['from'])
    .filter((from) => typeof from === 'number');
  return firstMomentThat((at) => reasonsAt(question, asked, at).length === 0, contact.at, {
    zones,
    opens,
  });
}
