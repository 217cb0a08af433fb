/**
 * What happened at the invented desk besides billing and cash, each on its own day, so that the
 * accounts have a past and the day's list is worth looking at.
 */
import { type Day, daysBetween, endOfMonth, plusDays, plusMonths } from '#kernel/day.ts';
import { saveContact } from '#areas/customers/actions/save-contact.ts';
import { setStatus } from '#areas/customers/actions/set-status.ts';
import type { AccountStatus } from '#areas/customers/rules/status.ts';
import { revalueOpenItems } from '#areas/ledger/actions/revalue-open-items.ts';
import type { Desk } from '#platform/action.ts';
import {
  breakAgain,
  breakOnce,
  callAgain,
  promiseForToday,
  promiseForTomorrow,
} from './demo-calls.ts';
import { customersCall } from './demo-inbound.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';
import { hearHowToReachThem } from './demo-gate.ts';
import {
  applyWaiting,
  chargeInterest,
  payForChild,
  receiveOnAccount,
  recoverOldest,
  returnBadCheck,
  takeBadCheck,
  writeOffOldest,
} from './demo-money.ts';
import { agreeForToday, agreeToBeLate, agreeToBreak } from './demo-plans.ts';
import { lookIntoPortal, moveToPortal } from './demo-portal.ts';

type Scene = (then: Desk, cast: Cast) => Promise<void>;

/** The scenes by how many days before today they play; the history stops on each of them. */
const scenes: ReadonlyMap<number, readonly Scene[]> = new Map([
  [-310, [applyWaiting]],
  [-240, [meetPeople]],
  [-180, [applyWaiting]],
  [-100, [applyWaiting]],
  [-45, [applyWaiting, writeOffOldest]],
  [-28, [applyWaiting, chargeInterest, agreeToBreak]],
  [-15, [takeBadCheck, breakOnce, agreeToBeLate]],
  [-12, [payForChild, returnBadCheck, moveToPortal]],
  [-9, [promiseForToday, breakAgain, agreeForToday]],
  [-6, [promiseForTomorrow]],
  [
    -3,
    [callAgain, receiveOnAccount, recoverOldest, customersCall, hearHowToReachThem, lookIntoPortal],
  ],
]);

type StatusSet = {
  /** Its place among the late accounts of that day. */
  readonly place: number;
  readonly status: AccountStatus;
  readonly reason: string;
};

const statuses: ReadonlyMap<number, StatusSet> = new Map([
  [
    -240,
    {
      place: 12,
      status: 'bankrupt',
      reason: 'Notice of chapter 11 filing came by mail; the claim is with counsel',
    },
  ],
  [
    -150,
    {
      place: 15,
      status: 'legal',
      reason: 'Handed to Oak & Birch after three unanswered final notices',
    },
  ],
  [
    -100,
    {
      place: 9,
      status: 'plan',
      reason: 'Six monthly instalments agreed with the owner on the telephone',
    },
  ],
  [
    -45,
    {
      place: 19,
      status: 'agency',
      reason: 'Placed with Northern Recovery; no answer for 90 days',
    },
  ],
  [-28, { place: 3, status: 'hold', reason: 'Orders wait until the oldest invoices are paid' }],
]);

/** Plays what belongs to the day on which the desk stands; `today` is the real one. */
export async function playScenes(then: Desk, today: Day, cast: Cast): Promise<void> {
  const days = daysBetween(today, then.clock.today());
  for (const scene of scenes.get(days) ?? []) await scene(then, cast);
  const set = statuses.get(days);
  if (set) await setPlace(then, set);
}

/** At the end of every month that is over, open euros and dollars of Canada are valued anew. */
export async function revalueLastMonths(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  for (const months of [-2, -1]) {
    const on = endOfMonth(plusMonths(today, months));
    const doing = { action: 'ledger.revalue_open_items', by: people.get('controller') ?? null };
    const then = deskOn(desk, plusDays(on, 1));
    await act(then, { ...doing, reason: 'month end' }, (context) =>
      revalueOpenItems(context, { companyId, on }),
    );
  }
}

async function meetPeople(then: Desk, { dice }: Cast): Promise<void> {
  const roles = ['approver', 'executive', 'owner'] as const;
  const late = (await lateAccounts(then)).filter(({ contact }) => contact !== null).slice(0, 18);
  for (const [index, { accountId, language, number, ownerId }] of late.entries()) {
    const name = dice.pick(names[language]);
    const mailbox = name.split(' ')[0]?.normalize('NFD').replaceAll(/\W/gu, '').toLowerCase();
    const contact = {
      role: roles[index % roles.length] ?? roles[0],
      name,
      email: `${mailbox}@${number.toLowerCase()}.example`,
      phone: `+1 512 555 ${String(2000 + index * 37)}`,
      language,
      zone: index % 4 === 0 ? 'America/Chicago' : null,
    };
    const wish = { accountId, contactId: undefined, contact, verified: index % 3 !== 0 };
    await act(then, { action: 'customers.save_contact', by: ownerId }, (context) =>
      saveContact(context, wish),
    );
  }
}

const names = {
  en: ['Grace Whitlow', 'Hugh Pritchard', 'Mina Castell', 'Owen Tarrant', 'Ruth Amsel'],
  es: ['Beatriz Olmos', 'Julián Cortés', 'Marisol Peña', 'Ignacio Vera'],
} as const;

async function setPlace(then: Desk, { place, status, reason }: StatusSet): Promise<void> {
  const late = await lateAccounts(then);
  const account = late.at(Math.min(place, late.length - 1));
  if (!account) return;
  const wish = { accountId: account.accountId, status, effectiveOn: then.clock.today() };
  const doing = { action: 'customers.set_status', by: account.ownerId, reason };
  await act(then, doing, (context) => setStatus(context, wish));
}
