/**
 * What the gate would have said to a step on a past day, and the contact that it would have
 * been: the same rules that carry out a step today, with what was known then.
 *
 * Whom to write to is as the book has it now: people carry no history. A contact counts for its
 * own account; of other accounts of the customer only what really happened does.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { instantOf } from '#kernel/local-time.ts';
import type { Channel, PastContact } from '#areas/compliance/rules/contact.ts';
import type { BusinessFacts } from '#areas/compliance/rules/business-facts.ts';
import { type PastGate, reasonsThen } from '#areas/compliance/rules/past-gate.ts';
import type { Intended } from '#areas/compliance/rules/question.ts';
import type { HoldFact } from '#areas/compliance/rules/standing.ts';
import type { AccountFacts } from './account-facts.ts';
import type { StepDecision } from './decision.ts';
import type { PastHold } from './history.ts';
import { type Person, addresseeOf } from './to-whom.ts';

/** Everything that is asked besides the account's own facts. */
export type PastAsking = {
  readonly accountId: Id;
  readonly gate: PastGate;
  readonly people: readonly Person[];
};

export type PastAnswer =
  | { readonly allowed: true; readonly contact: PastContact }
  /** Ids of rules, or `no_address`; sorted. */
  | { readonly allowed: false; readonly reasons: readonly string[] };

export type AskedThen = {
  readonly decision: StepDecision;
  readonly on: Day;
  readonly facts: AccountFacts;
  readonly holds: readonly PastHold[];
  /** What the walk sent before. */
  readonly contacts: readonly PastContact[];
};

/** Minutes of the company's day at which the desk tries, as it does through the day. */
const tries = [10 * 60, 15 * 60];

export function askedThen(asking: PastAsking, asked: AskedThen): PastAnswer {
  const { decision, on } = asked;
  const to = addresseeOf(asking.people, decision.to, decision.act);
  if (to === null) return { allowed: false, reasons: ['no_address'] };
  const zone = asking.gate.accounts.get(asking.accountId)?.companyZone ?? 'America/New_York';
  const contactId = to.person === null ? null : id(to.person.contactId);
  const intended = intendedOf(asking.accountId, decision, { contactId, address: to.address });
  let reasons: readonly string[] = [];
  for (const minutes of tries) {
    const at = instantOf({ on, minutes }, zone);
    reasons = reasonsAt(asking, asked, intended, at);
    if (reasons.length === 0) return { allowed: true, contact: contactOf(intended, at) };
  }
  return { allowed: false, reasons };
}

function reasonsAt(
  { gate }: PastAsking,
  { on, facts, holds, contacts }: AskedThen,
  intended: Intended,
  at: Instant,
): readonly string[] {
  const business = businessOf(facts);
  const standing = holds.map(holdOf);
  const reasons = reasonsThen(gate, { intended, on, at, holds: standing, business, contacts });
  return reasons.map((reason) => reason.id);
}

function intendedOf(
  accountId: Id,
  { act, days, items }: StepDecision,
  to: Pick<Intended, 'contactId' | 'address'>,
): Intended {
  return {
    ...to,
    accountId,
    channel: channelOf(act),
    purpose: days > 0 ? 'collect' : 'notice',
    technology: act === 'sms' ? 'autodialed' : 'manual',
    itemIds: items.map(({ itemId }) => id(itemId)),
  };
}

function channelOf(act: string): Channel {
  return act === 'letter' || act === 'sms' || act === 'call' ? act : 'email';
}

function contactOf({ accountId, contactId, channel, purpose }: Intended, at: Instant): PastContact {
  return {
    at,
    channel,
    result: channel === 'call' ? 'conversation' : 'sent',
    debtId: accountId,
    by: 'us',
    purpose,
    person: contactId ?? undefined,
    invited: false,
    toWork: false,
  };
}

function holdOf({ kind, on, endsOn }: PastHold): HoldFact {
  return { kind, startsOn: on, endsOn };
}

/** What is promised by name never comes to be asked for, so that only loose promises count. */
function businessOf(facts: AccountFacts): BusinessFacts {
  const { items, unapplied, inFlight, promised, texts } = facts;
  const seen = (list: AccountFacts['unapplied']) =>
    list.map(({ currency, minor }) => ({ currency, amount: minor }));
  return {
    debts: items.map(({ itemId, currency, open, dueOn, disputed }) => ({
      itemId: id(itemId),
      currency,
      open,
      dueOn,
      disputed,
    })),
    credits: seen(unapplied),
    unposted: seen(inFlight),
    promises: promised.map(({ currency, minor, until }) => ({
      currency,
      waiting: minor,
      lastDay: until,
      itemIds: [],
    })),
    mails: [],
    status: texts.status?.[0] ?? 'open',
  };
}
