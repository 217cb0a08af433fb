/**
 * What is looked at before a refund goes on: paid back already, to whom, and with whose money.
 *
 *   duplicate       the same amount went back, or is on its way, within the window
 *   bank_changed    the bank details are younger than the policy trusts
 *   shared_bank     another customer has the same bank account
 *   not_settled     the money itself may still come back to the bank
 *   bank_ended      the customer gave other bank details after it was asked for
 *   other_payer     somebody else paid than whom the refund goes to
 *   split           with the refunds of the last days it takes a higher authority
 *
 * The first four hold the refund, one after the other, until a second person sets each aside with
 * a reason. Nobody sets aside the fifth: what was approved for one account never goes to another.
 * The last two stand beside it for whoever decides.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import type { RefundState } from './refund.ts';

export const checks = [
  'duplicate',
  'bank_changed',
  'shared_bank',
  'not_settled',
  'bank_ended',
  'other_payer',
  'split',
] as const;
export type Check = (typeof checks)[number];

export type Finding = {
  readonly check: Check;
  readonly holds: boolean;
  readonly facts: Readonly<Record<string, string>>;
};

export type RefundPolicy = {
  /** Days in which the same amount to the same account is looked at as the same refund. */
  readonly duplicateDays: number;
  /** Days for which changed bank details wait for a call-back. */
  readonly bankDays: number;
  /** Days after which a check or a debit will hardly come back any more. */
  readonly settledDays: Readonly<Record<string, number>>;
  /** Refunds of so many days weigh together (rules of approval: splitting). */
  readonly togetherDays: number;
  /** A check that nobody cashed is stale after so many days (UCC 4-404: six months). */
  readonly staleDays: number;
  /** Within which somebody asks the customer about a check that nobody cashed. */
  readonly askStaleDays: number;
};

export const standardRefundPolicy: RefundPolicy = {
  duplicateDays: 90,
  bankDays: 30,
  settledDays: { check: 10, ach: 5, lockbox: 10 },
  togetherDays: 30,
  staleDays: 180,
  askStaleDays: 30,
};

export type EarlierRefund = {
  readonly refundId: Id;
  readonly amount: Money;
  readonly requestedOn: Day;
  readonly state: RefundState;
};

export type Looked = {
  readonly amount: Money;
  readonly payeeName: string;
  readonly today: Day;
  readonly earlier: readonly EarlierRefund[];
  readonly bank: { readonly enteredOn: Day; readonly others: readonly string[] } | undefined;
  /** How the money came, by whom and when; undefined where the books do not say. */
  readonly sources: readonly {
    readonly method: string;
    readonly payer: string;
    readonly receivedOn: Day;
  }[];
};

const over: readonly RefundState[] = ['refused', 'withdrawn', 'failed'];

/** Everything that speaks against it, in the order of the checks above. */
export function findingsOf(looked: Looked, policy: RefundPolicy): Finding[] {
  return [
    ...duplicates(looked, policy),
    ...ofBank(looked, policy),
    ...unsettled(looked, policy),
    ...payers(looked),
    ...splits(looked, policy),
  ];
}

/** The check that holds it, if any does. */
export function holdOf(findings: readonly Finding[]): Check | null {
  return findings.find(({ holds }) => holds)?.check ?? null;
}

/** What holds it still once this check is set aside. */
export function nextHold(findings: readonly Finding[], freed: Check): Check | null {
  return holdOf(findings.slice(findings.findIndex(({ check }) => check === freed) + 1));
}

function duplicates({ amount, earlier, today }: Looked, { duplicateDays }: RefundPolicy) {
  return earlier
    .filter(
      (each) =>
        !over.includes(each.state) &&
        each.amount.currency === amount.currency &&
        each.amount.minor === amount.minor &&
        daysBetween(each.requestedOn, today) <= duplicateDays,
    )
    .slice(0, 1)
    .map(({ requestedOn }): Finding => {
      return { check: 'duplicate', holds: true, facts: { day: requestedOn } };
    });
}

function ofBank({ bank, today }: Looked, { bankDays }: RefundPolicy): Finding[] {
  if (bank === undefined) return [];
  const isNew = daysBetween(bank.enteredOn, today) < bankDays;
  const changed: Finding = {
    check: 'bank_changed',
    holds: true,
    facts: { day: bank.enteredOn },
  };
  const shared: Finding = {
    check: 'shared_bank',
    holds: true,
    facts: { accounts: bank.others.join(', ') },
  };
  return [...(isNew ? [changed] : []), ...(bank.others.length > 0 ? [shared] : [])];
}

function unsettled({ sources, today }: Looked, { settledDays }: RefundPolicy): Finding[] {
  const young = sources.find(
    ({ method, receivedOn }) => daysBetween(receivedOn, today) < (settledDays[method] ?? 0),
  );
  if (young === undefined) return [];
  const facts = { day: young.receivedOn, method: young.method };
  return [{ check: 'not_settled', holds: true, facts }];
}

function payers({ sources, payeeName }: Looked): Finding[] {
  const other = sources.find(({ payer }) => payer !== '' && !isSameName(payer, payeeName));
  return other ? [{ check: 'other_payer', holds: false, facts: { payer: other.payer } }] : [];
}

/** One name within the other is the same payer: `NORTH LLC` and `North`. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const [a, b] = [plain(one), plain(other)];
  return a.includes(b) || b.includes(a);
}

function splits(looked: Looked, policy: RefundPolicy): Finding[] {
  const before = togetherWith(looked, policy);
  if (before.length === 0) return [];
  const total = before.reduce((all, each) => all + each.amount.minor, looked.amount.minor);
  const amount = formatMoney({ minor: total, currency: looked.amount.currency });
  const facts = { count: String(before.length), amount };
  return [{ check: 'split', holds: false, facts }];
}

/** The refunds that weigh together with this one. */
export function togetherWith(
  { amount, earlier, today }: Pick<Looked, 'amount' | 'earlier' | 'today'>,
  { togetherDays }: RefundPolicy,
): readonly EarlierRefund[] {
  return earlier.filter(
    (each) =>
      !over.includes(each.state) &&
      each.amount.currency === amount.currency &&
      daysBetween(each.requestedOn, today) <= togetherDays,
  );
}
