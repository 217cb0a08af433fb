/** The account page's card: who it is, what is owed, how it pays, as of any day. */
import { type Id, id } from '#kernel/ids.ts';
import { type Day, day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import { type Account, contactRoles } from '../contract.ts';
import { type Bridge, type Claims, bridges } from '../rules/bridge.ts';
import { contactsOf, type Contact } from '../store/contacts.ts';
import {
  openDisputes,
  openItems,
  moneySeen,
  openPromises,
  paymentMonths,
  promisesKept,
} from '../store/owed.ts';
import {
  type AccountHead,
  accountHead,
  childrenOf,
  relatedParties,
  type When,
} from '../store/page.ts';

export type Times = { readonly asOf?: string | undefined; readonly knownAt?: string | undefined };

/** Default: today, as known now. */
export function whenOf(desk: Desk, { asOf, knownAt }: Times): When {
  return {
    asOf: asOf === undefined ? desk.clock.today() : day(asOf),
    knownAt: knownAt === undefined ? desk.clock.now() : instant(knownAt),
  };
}

/** Refuses an account that is not there. */
export async function accountPage(
  desk: Desk,
  accountId: Id,
  when: When,
): Promise<Outcome<Account, 'customers.no_such_account'>> {
  const { db } = desk;
  const head = await accountHead(db, accountId, when);
  if (!head) return refuse('customers.no_such_account');
  const customerId = id(head.customer_id);
  const [parties, children, contacts, balances, payments, kept] = await Promise.all([
    relatedParties(db, customerId, when),
    childrenOf(db, customerId, when),
    contactsOf(db, customerId),
    balancesOf(desk, accountId, when),
    paymentMonths(db, accountId, when),
    promisesKept(db, accountId, when),
  ]);
  return accept({
    ...whoOf(head),
    customer: { customerId, number: head.customer_number, name: head.name },
    parent: parties.get('parent') ?? null,
    children,
    payer: parties.get('payer') ?? null,
    guarantor: parties.get('guarantor') ?? null,
    contacts: contacts.map(wireContact),
    asOf: when.asOf,
    knownAt: when.knownAt,
    bucketLabels: bucketLabels(bucketSets.standard),
    balances: balances.map(wireBalances),
    payments: [...payments],
    promisesKept: kept,
  });
}

async function balancesOf({ db }: Desk, accountId: Id, when: When): Promise<Bridge[]> {
  const [items, disputes, promises, inFlight] = await Promise.all([
    openItems(db, accountId, when),
    openDisputes(db, accountId, when),
    openPromises(db, accountId, when),
    moneySeen(db, accountId, when),
  ]);
  const claims: Claims = { disputes, promises, inFlight };
  return bridges(items, claims, when.asOf, bucketSets.standard);
}

function whoOf(head: AccountHead) {
  const since = head.status_since ?? head.opened_on ?? head.made_on;
  return {
    accountId: id(head.account_id),
    number: head.number,
    name: head.name,
    kind: head.kind,
    company: { code: head.company, name: head.company_name, baseCurrency: head.base_currency },
    language: head.language,
    city: head.city,
    state: head.state,
    terms: head.terms_code,
    openedOn: dayOrNone(head.opened_on),
    pinned: head.pinned,
    owner:
      head.owner_id === null ? null : { memberId: id(head.owner_id), name: head.owner_name ?? '' },
    status: {
      status: head.status ?? ('open' as const),
      reason: head.status_reason ?? '',
      since: day(since),
    },
    creditLimit:
      head.limit_minor === null || head.limit_currency === null
        ? null
        : wireMoney(money(head.limit_minor, head.limit_currency)),
  };
}

function dayOrNone(text: string | null): Day | null {
  return text === null ? null : day(text);
}

function wireMoney(amount: Money): { amount: string; currency: string } {
  return { amount: formatMoney(amount), currency: amount.currency };
}

function wireContact({ role, ...contact }: Contact): Account['contacts'][number] {
  return { ...contact, role: contactRoles.find((known) => known === role) ?? 'other' };
}

function wireBalances({ currency, buckets, ...steps }: Bridge): Account['balances'][number] {
  return {
    currency,
    buckets: buckets.map(formatMoney),
    unapplied: formatMoney(steps.unapplied),
    balance: formatMoney(steps.balance),
    overdue: formatMoney(steps.overdue),
    notDue: formatMoney(steps.notDue),
    disputed: formatMoney(steps.disputed),
    promised: formatMoney(steps.promised),
    inFlight: formatMoney(steps.inFlight),
    collectable: formatMoney(steps.collectable),
  };
}
