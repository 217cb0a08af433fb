/** What came of a call, as the wire tells it, read into what the action takes. */
import type { z } from 'zod';
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { readDispute } from '#areas/disputes/index.ts';
import { disputeParts, disputeReasons } from '#areas/disputes/rules/case.ts';
import type { Came } from '../../actions/calls/do-outcomes.ts';
import type { came } from '../../contract/calls.ts';

type Told = z.infer<typeof came>;
type Unreadable =
  | 'call.amount_unreadable'
  | 'call.callback_unreadable'
  | 'dispute.amount_unreadable';
type Read = Outcome<Came, Unreadable>;

/** Reads all of it; the first that cannot be read refuses the whole. */
export function readCame(
  accountId: Id,
  told: readonly Told[],
  person: string,
): Outcome<Came[], Unreadable> {
  const read: Came[] = [];
  for (const each of told) {
    const one = readOne(accountId, each, person);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return accept(read);
}

function readOne(accountId: Id, told: Told, person: string): Read {
  switch (told.outcome) {
    case 'promise':
    case 'part':
    case 'plan':
    case 'already_paid':
      return readAmount(told);
    case 'dispute':
      return readContested(accountId, told, person);
    case 'copy':
    case 'not_received':
      return accept({ ...told, originalIds: unique(told.originalIds) });
    case 'callback':
      return readCallback(told);
    case 'handed_over':
      return accept({ ...told, memberId: id(told.memberId) });
    case 'stop_contact':
    case 'wrong_person':
    case 'no_answer':
    case 'voicemail':
    case 'refuses':
    case 'information':
      return accept(told);
  }
}

type Paid = Extract<Told, { outcome: 'promise' | 'part' | 'plan' | 'already_paid' }>;

function readAmount(told: Paid): Read {
  const amount = moneyIn(told.amount, told.currency);
  if (!amount) {
    return refuse('call.amount_unreadable', { amount: told.amount, currency: told.currency });
  }
  if (told.outcome === 'already_paid') {
    return accept({ ...told, amount, paidOn: day(told.paidOn), itemIds: unique(told.itemIds) });
  }
  const supersedes = unique(told.supersedes);
  if (told.outcome === 'plan') {
    return accept({ ...told, amount, supersedes, firstOn: day(told.firstOn) });
  }
  const itemIds = unique(told.itemIds);
  return accept({ ...told, amount, supersedes, itemIds, dueOn: day(told.dueOn) });
}

function readContested(
  accountId: Id,
  told: Extract<Told, { outcome: 'dispute' }>,
  saidBy: string,
): Read {
  const reason = disputeReasons.find((each) => each === told.reason) ?? 'other';
  const part = disputeParts.find((each) => each === told.part) ?? 'amount';
  const wish = readDispute(accountId, { ...told, saidBy, reason, part });
  return wish.ok ? accept({ outcome: 'dispute', ...wish.value }) : wish;
}

function readCallback(told: Extract<Told, { outcome: 'callback' }>): Read {
  const { at, zone, number } = told;
  if (!isZone(zone)) return refuse('call.callback_unreadable', { zone });
  const [hours = '0', minutes = '0'] = at.split(':');
  const on: Day = day(told.on);
  const wall = Number(hours) * 60 + Number(minutes);
  return accept({ outcome: 'callback', on, minutes: wall, zone, number });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function moneyIn(amount: string, code: string): Money | undefined {
  return parseMoney(amount, currency(code));
}

function unique(ids: readonly string[]): Id[] {
  return [...new Set(ids.map(id))];
}
