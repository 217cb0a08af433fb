/**
 * One intended contact together with everything that is known about it: what the gate is asked.
 *
 * The rule a newcomer would break: a word on an address counts wherever it was said, when it
 * refuses; a consent counts only on the account that it was given to.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { deskMoment } from '#kernel/local-time.ts';
import { currency, money } from '#kernel/money.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';
import { addressKey } from './address.ts';
import type { BusinessFacts, OpenDebt } from './business-facts.ts';
import type { Channel, PastContact, Purpose, Technology } from './contact.ts';
import { type CustomerFacts, type StatedProfile, debtProfile } from './debt-profile.ts';
import type { Question } from './decide-contact.ts';
import type { FirmRules } from './firm/policy.ts';
import type { HoldFact, Word } from './standing.ts';
import { candidateZones } from './zones.ts';

export type Intended = {
  readonly accountId: Id;
  readonly contactId: Id | null;
  readonly channel: Channel;
  /** E-mail or E.164 number; empty for a letter. */
  readonly address: string;
  readonly purpose: Purpose;
  readonly technology: Technology;
  /** What is asked for; empty: what is overdue of the account. */
  readonly itemIds: readonly Id[];
  /** When it is to be made; now, where it is left out. */
  readonly at?: Instant | undefined;
};

export type GateAccount = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly companyId: Id;
  readonly companyZone: string;
  readonly status: string;
  readonly facts: CustomerFacts;
  readonly stated: StatedProfile;
};

export type Person = {
  readonly contactId: Id;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly zone: string | null;
};

export type AccountWord = Word & { readonly accountId: Id };

/** What is known of many accounts at once. */
export type GateFacts = {
  readonly accounts: ReadonlyMap<Id, GateAccount>;
  readonly people: ReadonlyMap<Id, readonly Person[]>;
  readonly holds: ReadonlyMap<Id, readonly HoldFact[]>;
  readonly words: {
    readonly byAccount: ReadonlyMap<Id, readonly AccountWord[]>;
    readonly byAddress: ReadonlyMap<string, readonly AccountWord[]>;
  };
  /** By customer: what was done on any of its accounts. */
  readonly history: ReadonlyMap<Id, readonly PastContact[]>;
  readonly business: (accountId: Id) => Omit<BusinessFacts, 'status'>;
  readonly calendars: ReadonlyMap<Id, BusinessCalendar>;
  /** What the firm rules by its own contact policy, where it has one. */
  readonly firm: FirmRules | undefined;
};

export type Moment = { readonly at: Instant; readonly today: Day };

/** What the gate is asked; an account or a calendar that is not there throws. */
export function questionOf(known: GateFacts, moment: Moment, intended: Intended): Question {
  const { accountId, contactId, channel, purpose, technology, itemIds } = intended;
  const account = known.accounts.get(accountId);
  const calendar = account && known.calendars.get(account.companyId);
  if (!account || !calendar) throw new RangeError(`there is no account ${accountId}`);
  const address = addressKey(channel, intended.address);
  const person = known.people.get(accountId)?.find((each) => each.contactId === contactId);
  const profile = debtProfile(account.stated, account.facts);
  const business = known.business(accountId);
  const words = wordsFor(known, accountId, address);
  const at = intended.at ?? deskMoment(moment.at, moment.today, account.companyZone);
  const { status } = account;
  return {
    contact: {
      at,
      channel,
      technology,
      purpose,
      debtId: accountId,
      person: contactId ?? undefined,
      toWork: address !== '' && words.some((word) => isWork(word, address)),
    },
    address,
    itemIds,
    on: moment.today,
    profile,
    totalWithCreditor: dollarsOf(business.debts),
    zones: candidateZones({
      told: person?.zone ?? account.stated.zone,
      country: profile.country === '' ? null : profile.country,
      state: profile.state ?? null,
      phone: phoneOf(channel, address, person),
    }),
    status,
    holds: known.holds.get(accountId) ?? [],
    words,
    history: known.history.get(account.customerId) ?? [],
    business: { ...business, status },
    calendar,
    firm: known.firm,
  };
}

/** The number that is dialled, else the one that the person is known by. */
function phoneOf(channel: Channel, address: string, person: Person | undefined): string {
  const dials: readonly Channel[] = ['call', 'voicemail', 'sms'];
  return dials.includes(channel) ? address : (person?.phone ?? '');
}

/** The account's own words, and what others refused at its address. */
function wordsFor({ words }: GateFacts, accountId: Id, address: string): readonly AccountWord[] {
  const own = words.byAccount.get(accountId) ?? [];
  if (address === '') return own;
  const elsewhere = (words.byAddress.get(address) ?? []).filter(
    (word) => word.accountId !== accountId && word.said === 'no',
  );
  return [...own, ...elsewhere];
}

/** Whoever said anything of contact at work about an address told us that it is one. */
function isWork(word: Word, address: string): boolean {
  return word.scope === 'work' && word.address === address;
}

/** What the account owes in dollars; unknown where it owes in another currency. */
function dollarsOf(debts: readonly OpenDebt[]): Question['totalWithCreditor'] {
  if (debts.some((debt) => debt.currency !== 'USD')) return undefined;
  const total = debts.reduce((sum, { open }) => sum + open, 0n);
  return money(total, currency('USD'));
}
