/** The prep card: everything that one looks at before a call, put together in one read. */
import { type Id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { type Currency, type Money, formatMoney, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { e164 } from '#kernel/phone.ts';
import type { Language } from '#kernel/words.ts';
import { weighContacts, wireReasons } from '#areas/compliance/index.ts';
import { mayOverride } from '#areas/compliance/rules/overriding.ts';
import { type Contact, contactsOf } from '#areas/customers/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import type { CallContact, CallPrep } from '../../contract/calls.ts';
import { type Goal, goalOf } from '../../rules/calls/goal.ts';
import { askedAmounts, stillPromised } from '../../rules/messages/asked.ts';
import { callbacksOf } from '../../store/calls/callbacks.ts';
import { authorisedOn, speakersOf, wrongNumbers } from '../../store/calls/callers.ts';
import { callsSince, unfinishedCall } from '../../store/calls/calls.ts';
import { claimsOf } from '../../store/calls/claims.ts';
import {
  type CallAccount,
  type CallItem,
  type CallPromise,
  callAccount,
  callCredits,
  callItems,
  callPromises,
  callStep,
  lastLetters,
  lastSaid,
} from '../../store/calls/prep.ts';
import { bothScripts } from './script.ts';
import { wireCall, wireClaim } from './wire.ts';

const week = 7 * 24 * 60;

/** Refuses an account that is not there. */
export async function callPrep(
  desk: Desk,
  accountId: Id,
  session: Session,
): Promise<Outcome<CallPrep, 'call.no_such_account'>> {
  const { db, clock } = desk;
  const account = await callAccount(db, accountId);
  if (!account) return refuse('call.no_such_account');
  const at = clock.now();
  const [contacts, items, promises, said, letters, originals] = await Promise.all([
    callContacts(desk, account, at, session.language),
    callItems(db, accountId, clock.today()),
    callPromises(db, accountId),
    lastSaid(db, accountId),
    lastLetters(db, accountId),
    originalsOf(db, accountId),
  ]);
  const credits = await callCredits(db, accountId);
  const [callsThisWeek, callbacks, claims, speakers, unfinished] = await Promise.all([
    callsSince(db, accountId, plusMinutes(at, -week)),
    callbacksOf(db, accountId),
    claimsOf(db, accountId),
    speakersOf(db, 'es'),
    unfinishedCall(db, accountId, session.memberId),
  ]);
  const goal = goalFor(items, promises, credits, desk);
  return accept({
    account: { ...headOf(account) },
    dialLink: desk.telephony?.dialLink ?? 'tel:{number}',
    contacts,
    callsThisWeek,
    step: await callStep(db, accountId),
    goal: goal && wireGoal(goal),
    items: items.map(wireItem),
    promises: promises.map(wirePromise),
    lastSaid: said,
    letters,
    originals: originals.map(({ originalId, number, fileName }) => ({
      originalId,
      number,
      fileName,
    })),
    callbacks,
    claims: claims.map(wireClaim),
    speakers,
    script: bothScripts(account, { session, goal, items, contact: contacts[0], desk }),
    unfinished: unfinished ? wireCall(unfinished) : null,
  });
}

function headOf({ account, name, kind, company, companyName, language, zone }: CallAccount) {
  return { number: account, name, kind, company, companyName, language, zone };
}

/** Each contact with what the gate would say of a call now; nothing is stored. */
async function callContacts(
  { db, clock }: Desk,
  { accountId, customerId }: CallAccount,
  at: Instant,
  language: Language,
): Promise<CallContact[]> {
  const contacts = await contactsOf(db, customerId);
  const [wrong, authorised] = await Promise.all([
    wrongNumbers(db, accountId),
    authorisedOn(db, accountId),
  ]);
  const numbers = contacts.map(({ phone }) => e164(phone ?? ''));
  const weighed = await weighContacts(
    db,
    { at, today: clock.today() },
    contacts.map(({ contactId }, index) => ({
      accountId,
      contactId,
      channel: 'call',
      address: numbers[index] ?? '',
      purpose: 'collect',
      technology: 'manual',
      itemIds: [],
    })),
  );
  const cards = contacts.map((contact, index) => {
    const { question, answer } = weighed[index] ?? {};
    const number = numbers[index] ?? null;
    return {
      ...who(contact),
      number,
      wrongNumber: number !== null && (wrong.get(contact.contactId)?.has(number) ?? false),
      zones: [...(question?.zones ?? [])],
      authorised: authorised.find((each) => each.contactId === contact.contactId)?.basis ?? null,
      allowed: number !== null && (answer?.allowed ?? false),
      reasons: wireReasons(answer?.reasons ?? [], language),
      overridable: mayOverride(answer?.reasons ?? []),
      nextAllowedAt: answer?.nextAllowedAt ?? null,
    };
  });
  // Whoever can be dialed stands first; their order among themselves stays.
  return cards.toSorted((a, b) => Number(usable(b)) - Number(usable(a)));
}

function usable({ number, wrongNumber }: CallContact): boolean {
  return number !== null && !wrongNumber;
}

function who({ contactId, name, role, language, email, verifiedOn }: Contact) {
  return { contactId, name, role, language, email, verifiedOn };
}

/** What is overdue, without what is contested, promised or covered by money on account. */
function goalFor(
  items: readonly CallItem[],
  promises: readonly CallPromise[],
  credits: readonly Money[],
  { clock }: Desk,
): Goal | null {
  const overdue = items.filter(({ late }) => late > 0);
  const currency = mostOwed(overdue.length > 0 ? overdue : items);
  if (currency === undefined) return null;
  const asked = askedAmounts(items, stillPromised(promises), credits);
  const ask = asked.find((each) => each.currency === currency);
  return ask ? goalOf(ask, clock.today(), federalBankCalendar) : null;
}

function mostOwed(items: readonly CallItem[]): Currency | undefined {
  const byCurrency = Map.groupBy(items, ({ open }) => open.currency);
  const sums = [...byCurrency].map(([currency, own]) =>
    sum(
      own.map(({ open }) => open),
      currency,
    ),
  );
  const [most] = sums.toSorted((a: Money, b: Money) => (a.minor < b.minor ? 1 : -1));
  return most?.currency;
}

function wireGoal({ ask, by, halves, mostParts }: Goal) {
  return {
    ask: formatMoney(ask),
    currency: ask.currency,
    by,
    halves: halves.map(formatMoney),
    mostParts,
  };
}

function wireItem({ open, disputed, ...item }: CallItem) {
  return {
    ...item,
    open: formatMoney(open),
    disputed: formatMoney(disputed),
    currency: open.currency,
  };
}

function wirePromise({ amount, received, ...promise }: CallPromise) {
  return {
    ...promise,
    amount: formatMoney(amount),
    received: formatMoney(received),
    currency: amount.currency,
  };
}
