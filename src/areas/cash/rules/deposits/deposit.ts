/**
 * A deposit of checks: counted beforehand, keyed one by one, closed only when both agree.
 *
 *   open ──closed──▶ closed ──sent──▶ sent ──accepted──▶ accepted ──paper shredded──▶ shredded
 *                      │                └──rejected──▶ rejected ──sent again──▶ sent
 *                      └──taken to the counter: accepted by the bank's stamp
 *
 * From the day it is closed on the bank may take single checks out of it; the rest stays.
 * Nothing is edited after it was closed. The paper is kept until the bank has accepted the images
 * and some weeks more, and then it must go: two originals of one check are a loss waiting.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { decimalsOf, formatMinor, type Currency } from '#kernel/money.ts';

export const depositStates = [
  'open',
  'closed',
  'sent',
  'accepted',
  'rejected',
  'shredded',
] as const;
export type DepositState = (typeof depositStates)[number];

export type DepositAct = 'close' | 'send' | 'accept' | 'reject' | 'shred';

const from: Readonly<Record<DepositAct, readonly DepositState[]>> = {
  close: ['open'],
  send: ['closed', 'rejected'],
  accept: ['closed', 'sent'],
  reject: ['sent'],
  shred: ['accepted'],
};

const becomes: Readonly<Record<DepositAct, DepositState>> = {
  close: 'closed',
  send: 'sent',
  accept: 'accepted',
  reject: 'rejected',
  shred: 'shredded',
};

export type DepositPolicy = {
  /** Days that paper is kept after the bank accepted the images: 14 to 60. */
  readonly keepPaperDays: number;
};

export const standardDepositPolicy: DepositPolicy = { keepPaperDays: 30 };

export type DepositedItem = {
  readonly itemNo: number;
  readonly amount: bigint;
  readonly serial: string;
  readonly hasFront: boolean;
  readonly hasBack: boolean;
};

export type Deposit = {
  readonly state: DepositState;
  readonly currency: Currency;
  readonly controlCount: number;
  readonly controlAmount: bigint;
  readonly items: readonly DepositedItem[];
  readonly acceptedOn: Day | null;
};

export type DepositRefusal =
  | 'cash.deposit_not_so'
  | 'cash.deposit_empty'
  | 'cash.deposit_count_differs'
  | 'cash.deposit_differs'
  | 'cash.deposit_image_missing'
  | 'cash.paper_kept_until'
  | 'cash.bank_word_missing';

/** States in which the bank has the deposit, or had it in hand. */
export const atBank: readonly DepositState[] = ['closed', 'sent', 'accepted', 'rejected'];

export type RejectCheckRefusal = 'cash.deposit_not_so' | 'cash.no_such_check';

/** The check that the bank may take out of the deposit; before it is closed, the desk does. */
export function rejectable<Item extends { readonly itemNo: number }>(
  { state, items }: { readonly state: DepositState; readonly items: readonly Item[] },
  itemNo: number,
): Outcome<Item, RejectCheckRefusal> {
  if (!atBank.includes(state)) return refuse('cash.deposit_not_so', { state });
  const item = items.find((each) => each.itemNo === itemNo);
  return item ? accept(item) : refuse('cash.no_such_check');
}

/**
 * The state that the act leads to; refusals in the order in which a person can mend them. `said`
 * is the bank's word, without which it rejects nothing.
 */
export function moveDeposit(
  deposit: Deposit,
  { act, said }: { readonly act: DepositAct; readonly said: string },
  today: Day,
  policy: DepositPolicy,
): Outcome<DepositState, DepositRefusal> {
  const { state, items, acceptedOn } = deposit;
  if (!from[act].includes(state)) return refuse('cash.deposit_not_so', { state, act });
  if (act === 'close') {
    const counted = balances(deposit);
    if (!counted.ok) return counted;
  }
  if (act === 'reject' && said === '') return refuse('cash.bank_word_missing');
  if ((act === 'send' || act === 'accept') && items.length === 0) {
    return refuse('cash.deposit_empty');
  }
  if (act === 'send') {
    const bare = items.find(({ hasFront, hasBack }) => !hasFront || !hasBack);
    if (bare)
      return refuse('cash.deposit_image_missing', { item: bare.itemNo, check: bare.serial });
  }
  if (act === 'shred' && acceptedOn !== null) {
    const until = shredOn(acceptedOn, policy);
    if (today < until) return refuse('cash.paper_kept_until', { day: until });
  }
  return accept(becomes[act]);
}

/** The first day on which the paper may go. */
export function shredOn(acceptedOn: Day, { keepPaperDays }: DepositPolicy): Day {
  return plusDays(acceptedOn, keepPaperDays);
}

/** Does the deposit hold what was counted beforehand? */
export function balances(
  deposit: Omit<Deposit, 'state' | 'acceptedOn'>,
): Outcome<true, DepositRefusal> {
  const { items, controlCount, controlAmount, currency } = deposit;
  if (items.length === 0) return refuse('cash.deposit_empty');
  if (items.length !== controlCount) {
    return refuse('cash.deposit_count_differs', { counted: controlCount, keyed: items.length });
  }
  const keyed = items.reduce((sum, { amount }) => sum + amount, 0n);
  if (keyed === controlAmount) return accept(true);
  const told = (amount: bigint): string => formatMinor(amount, decimalsOf(currency));
  return refuse('cash.deposit_differs', {
    counted: told(controlAmount),
    keyed: told(keyed),
    difference: told(keyed - controlAmount),
    currency,
  });
}
