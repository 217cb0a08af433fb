/** What the gate knows of accounts whatever the day, for who walks past days again. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { addressKey } from '../rules/address.ts';
import type { PastContact } from '../rules/contact.ts';
import type { PastGate } from '../rules/past-gate.ts';
import type { Person } from '../rules/question.ts';
import { gateAccounts, peopleOf } from '../store/accounts.ts';
import { contactsSince, wordsOf } from '../store/standing.ts';
import { contactPoliciesSoFar } from './firm-rules.ts';
import { calendarsOf } from './weigh-contacts.ts';

/** The longest that any count looks back, in minutes. */
const lookBack = 40 * 24 * 60;

/** Our own contacts only from before the moment at which the walk begins. */
export async function readPastGate(
  db: Queries,
  accountIds: readonly Id[],
  { from, today }: { readonly from: Instant; readonly today: Day },
): Promise<PastGate> {
  const [accounts, people, firms] = await Promise.all([
    gateAccounts(db, accountIds),
    peopleOf(db, accountIds),
    contactPoliciesSoFar(db, today),
  ]);
  const customerIds = [...new Set([...accounts.values()].map(({ customerId }) => customerId))];
  const addresses = [...new Set([...people.values()].flat().flatMap(addressesOf))];
  const [words, contacts, calendars] = await Promise.all([
    wordsOf(db, accountIds, addresses),
    contactsSince(db, customerIds, plusMinutes(from, -lookBack)),
    calendarsOf(db, accounts),
  ]);
  const isTheirs = (past: PastContact): boolean => past.by !== 'us' || past.at < from;
  return {
    accounts,
    people,
    words: {
      byAccount: Map.groupBy(words, ({ accountId }) => accountId),
      byAddress: Map.groupBy(words, ({ address }) => address),
    },
    history: new Map([...contacts].map(([customer, past]) => [customer, past.filter(isTheirs)])),
    calendars,
    firms,
  };
}

function addressesOf({ email, phone }: Person): string[] {
  return [
    ...(email === null ? [] : [addressKey('email', email)]),
    ...(phone === null ? [] : [addressKey('call', phone)]),
  ];
}
