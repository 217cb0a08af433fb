/**
 * Asks the gate about contacts without storing its answer: what a screen shows beforehand.
 *
 * Everything is read in a few statements, however many contacts are asked about.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { deskMoment, plusMinutes } from '#kernel/local-time.ts';
import { currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { addressKey } from '../rules/address.ts';
import type { BusinessFacts, OpenDebt } from '../rules/business-facts.ts';
import type { Channel, PastContact, Purpose, Technology } from '../rules/contact.ts';
import { debtProfile } from '../rules/debt-profile.ts';
import { type Answer, type Question, decideContact } from '../rules/decide-contact.ts';
import type { HoldFact } from '../rules/standing.ts';
import { candidateZones } from '../rules/zones.ts';
import { type GateAccount, type Person, gateAccounts, peopleOf } from '../store/accounts.ts';
import {
  type ByAccount,
  openCredits,
  openDebts,
  openPromises,
  unpostedMoney,
} from '../store/business.ts';
import { type AccountWord, contactsSince, holdsOf, wordsOf } from '../store/standing.ts';

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

export type Weighed = { readonly question: Question; readonly answer: Answer };

export type Moment = { readonly at: Instant; readonly today: Day };

/** The longest that any count looks back, in minutes. */
const lookBack = 40 * 24 * 60;

/** An answer for each contact, in their order; an account that is not there throws. */
export async function weighContacts(
  db: Queries,
  moment: Moment,
  intended: readonly Intended[],
): Promise<readonly Weighed[]> {
  if (intended.length === 0) return [];
  const known = await read(db, moment, intended);
  return intended.map((each) => {
    const question = questionOf(known, moment, each);
    return { question, answer: decideContact(question) };
  });
}

type Known = {
  readonly accounts: ReadonlyMap<Id, GateAccount>;
  readonly people: ReadonlyMap<Id, readonly Person[]>;
  readonly holds: ReadonlyMap<Id, readonly HoldFact[]>;
  readonly words: { readonly byAccount: Words; readonly byAddress: ReadonlyMap<string, Listed> };
  readonly contacts: ReadonlyMap<Id, readonly PastContact[]>;
  readonly debts: ByAccount<OpenDebt>;
  readonly business: (accountId: Id) => Omit<BusinessFacts, 'debts' | 'status'>;
};

type Listed = readonly AccountWord[];
type Words = ReadonlyMap<Id, Listed>;

async function read(db: Queries, { at }: Moment, intended: readonly Intended[]): Promise<Known> {
  const accountIds = [...new Set(intended.map(({ accountId }) => accountId))];
  const addresses = [
    ...new Set(intended.map(({ channel, address }) => addressKey(channel, address))),
  ];
  const accounts = await gateAccounts(db, accountIds);
  const customerIds = [...new Set([...accounts.values()].map(({ customerId }) => customerId))];
  const earliest = intended.reduce(
    (first, each) => ((each.at ?? at) < first ? (each.at ?? at) : first),
    at,
  );
  const [people, holds, words, contacts, debts, credits, unposted, promises] = await Promise.all([
    peopleOf(db, accountIds),
    holdsOf(db, accountIds),
    wordsOf(db, accountIds, addresses),
    contactsSince(db, customerIds, plusMinutes(earliest, -lookBack)),
    openDebts(db, accountIds),
    openCredits(db, accountIds),
    unpostedMoney(db, accountIds),
    openPromises(db, accountIds),
  ]);
  return {
    accounts,
    people,
    holds,
    words: {
      byAccount: Map.groupBy(words, ({ accountId }) => accountId),
      byAddress: Map.groupBy(words, ({ address }) => address),
    },
    contacts,
    debts,
    business: (accountId) => ({
      credits: credits.get(accountId) ?? [],
      unposted: unposted.get(accountId) ?? [],
      promises: promises.get(accountId) ?? [],
      mails: [],
    }),
  };
}

function questionOf(known: Known, moment: Moment, intended: Intended): Question {
  const { accountId, contactId, channel, purpose, technology, itemIds } = intended;
  const account = known.accounts.get(accountId);
  if (!account) throw new RangeError(`there is no account ${accountId}`);
  const address = addressKey(channel, intended.address);
  const people = known.people.get(accountId) ?? [];
  const person = people.find((each) => each.contactId === contactId);
  const profile = debtProfile(account.stated, account.facts);
  const debts = known.debts.get(accountId) ?? [];
  const status = account.status;
  return {
    contact: {
      at: intended.at ?? deskMoment(moment.at, moment.today, account.companyZone),
      channel,
      technology,
      purpose,
      debtId: accountId,
      person: contactId ?? undefined,
      toWork: false,
    },
    address,
    itemIds,
    on: moment.today,
    profile,
    totalWithCreditor: dollarsOf(debts),
    zones: candidateZones({
      told: person?.zone ?? account.stated.zone,
      country: profile.country === '' ? null : profile.country,
      state: profile.state ?? null,
      phone: phoneOf(channel, address, person),
    }),
    status,
    holds: known.holds.get(accountId) ?? [],
    words: wordsFor(known, accountId, address),
    history: known.contacts.get(account.customerId) ?? [],
    business: { ...known.business(accountId), debts, status },
    calendar: federalBankCalendar,
  };
}

/** The number that is dialled, else the one that the person is known by. */
function phoneOf(channel: Channel, address: string, person: Person | undefined): string {
  const dials: readonly Channel[] = ['call', 'voicemail', 'sms'];
  return dials.includes(channel) ? address : (person?.phone ?? '');
}

/** The account's own words, and what others of its addresses refused. */
function wordsFor({ words }: Known, accountId: Id, address: string): Listed {
  const own = words.byAccount.get(accountId) ?? [];
  if (address === '') return own;
  const elsewhere = (words.byAddress.get(address) ?? []).filter(
    (word) => word.accountId !== accountId && word.said === 'no',
  );
  return [...own, ...elsewhere];
}

/** What the customer owes us in all; unknown where it owes in another currency. */
function dollarsOf(debts: readonly OpenDebt[]): Question['totalWithCreditor'] {
  if (debts.some((debt) => debt.currency !== 'USD')) return undefined;
  const total = debts.reduce((sum, { open }) => sum + open, 0n);
  return money(total, currency('USD'));
}
