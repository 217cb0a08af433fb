/**
 * The gate asked about a day that has passed: what would have stood in the way of a contact
 * that nobody made.
 *
 * The rule a newcomer would break: what we really sent in those days does not count, what the
 * walk itself sent does; what the customer did and said counts as it was.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { BusinessFacts } from './business-facts.ts';
import type { PastContact } from './contact.ts';
import { type Reason, reasonsAgainst } from './decide-contact.ts';
import { type GateFacts, type Intended, questionOf } from './question.ts';
import type { FirmRules } from './firm/policy.ts';
import type { HoldFact } from './standing.ts';

/** What the gate knows of many accounts, whatever the day. */
export type PastGate = Pick<
  GateFacts,
  'accounts' | 'people' | 'words' | 'history' | 'calendars'
> & {
  /** The firm's own contact policies, the one that came into force last first. */
  readonly firms: readonly FirmRules[];
};

export type PastQuestion = {
  readonly intended: Intended;
  readonly on: Day;
  readonly at: Instant;
  readonly holds: readonly HoldFact[];
  readonly business: BusinessFacts;
  /** What the walk sent before. */
  readonly contacts: readonly PastContact[];
};

/** Every reason against the contact at its moment; none: it would have been made. */
export function reasonsThen(gate: PastGate, asked: PastQuestion): readonly Reason[] {
  const { intended, on, at, holds, business, contacts } = asked;
  const { accountId } = intended;
  const account = gate.accounts.get(accountId);
  if (!account) throw new RangeError(`there is no account ${accountId}`);
  const real = gate.history.get(account.customerId) ?? [];
  const known: GateFacts = {
    ...gate,
    accounts: new Map([[accountId, { ...account, status: business.status }]]),
    holds: new Map([[accountId, holds.map((hold) => ({ ...hold, accountId }))]]),
    history: new Map([[account.customerId, [...real.filter((past) => past.at < at), ...contacts]]]),
    business: () => business,
    firm: gate.firms.find(({ effectiveFrom }) => effectiveFrom <= on),
  };
  return reasonsAgainst(questionOf(known, { at, today: on }, { ...intended, at }));
}
