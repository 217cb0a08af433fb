/** Everything that the gate looks at, for however many contacts, in one flight of statements. */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { addressKey } from '../rules/address.ts';
import type { GateFacts, Intended, Moment } from '../rules/question.ts';
import { gateAccounts, peopleOf } from './accounts.ts';
import {
  openCredits,
  openDebts,
  openPromises,
  peopleAway,
  portalAccounts,
  unpostedMoney,
  waitingMails,
} from './business.ts';
import { contactsSince, holdsOf, wordsOf } from './standing.ts';

/** The longest that any count looks back, in minutes. */
const lookBack = 40 * 24 * 60;

/** The facts, without the calendars of the companies and the firm's own policy. */
export async function readGateFacts(
  db: Queries,
  { at }: Moment,
  intended: readonly Intended[],
): Promise<Omit<GateFacts, 'calendars' | 'firm'>> {
  const accountIds = [...new Set(intended.map(({ accountId }) => accountId))];
  const addresses = intended.map(({ channel, address }) => addressKey(channel, address));
  const accounts = await gateAccounts(db, accountIds);
  const customerIds = [...accounts.values()].map(({ customerId }) => customerId);
  const since = plusMinutes(earliest(at, intended), -lookBack);
  const [people, holds, words, history, business] = await Promise.all([
    peopleOf(db, accountIds),
    holdsOf(db, accountIds),
    wordsOf(db, accountIds, [...new Set(addresses)]),
    contactsSince(db, [...new Set(customerIds)], since),
    readBusiness(db, accountIds),
  ]);
  return {
    accounts,
    people,
    holds,
    words: {
      byAccount: Map.groupBy(words, ({ accountId }) => accountId),
      byAddress: Map.groupBy(words, ({ address }) => address),
    },
    history,
    business,
  };
}

async function readBusiness(
  db: Queries,
  accountIds: readonly Id[],
): Promise<GateFacts['business']> {
  const [debts, credits, unposted, promises, mails, portals, away] = await Promise.all([
    openDebts(db, accountIds),
    openCredits(db, accountIds),
    unpostedMoney(db, accountIds),
    openPromises(db, accountIds),
    waitingMails(db, accountIds),
    portalAccounts(db, accountIds),
    peopleAway(db, accountIds),
  ]);
  return (accountId) => ({
    debts: debts.get(accountId) ?? [],
    credits: credits.get(accountId) ?? [],
    unposted: unposted.get(accountId) ?? [],
    promises: promises.get(accountId) ?? [],
    mails: mails.get(accountId) ?? [],
    ...(away.has(accountId) ? { away: away.get(accountId) ?? [] } : {}),
    ...(portals.has(accountId) ? { portal: true } : {}),
  });
}

function earliest(now: Instant, intended: readonly Intended[]): Instant {
  return intended.reduce((first, { at = now }) => (at < first ? at : first), now);
}
