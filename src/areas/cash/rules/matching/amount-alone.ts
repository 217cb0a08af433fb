/**
 * Nobody knows the payer, and somebody owes just this amount: a place to look, and no answer.
 *
 * Amounts repeat across a book and beyond it, so an equal one identifies nobody. Confidence
 * learned from books in which every payer was a customer does not hold here: `sureOfAlone`
 * keeps such a hint below everything that is shown as a proposal. Who quotes a number means
 * that document or none: an equal amount elsewhere is then no hint either.
 */
import { type LiveItem } from './book.ts';
import { type Case, type Explanation } from './case.ts';
import { explanation } from './explanation.ts';
import { bucket } from './named.ts';
import { type MatchingPolicy } from './policy.ts';
import { slotsOf } from './slots.ts';
import { packed } from './text.ts';
import { begins } from './unnamed.ts';
import { settleOn } from './differences.ts';

/** More accounts than these that owe the amount are no place to look. */
const mostOwners = 6;

/** Whoever owes just this amount, where they are few. */
export function explainByAmount(c: Case): Explanation[] {
  const quotes = quotesNumbers(c);
  const equal = (c.book.byAmount.get(c.amount) ?? []).filter(
    (live) => isFree(live, c) && (!quotes || begins(c, live) === 'begins:yes'),
  );
  return equal.length > mostOwners ? [] : equal.map((live) => alone(c, live, equal.length));
}

/** A chance below what policy shows, shared by all who owe the amount. */
export function sureOfAlone(learned: number, owners: number, policy: MatchingPolicy): number {
  return Math.min(learned, policy.confidence.showFrom / 2) / Math.max(1, owners);
}

function quotesNumbers(c: Case): boolean {
  return slotsOf(c, null).length > 0;
}

/** The items of accounts that may be the payer's are explained as theirs. */
function isFree(
  { openMinor, claimedBy, item }: LiveItem,
  { amount, receipt, scope }: Case,
): boolean {
  const free = openMinor === amount && claimedBy === null;
  return free && item.currency === receipt.currency && !scope.has(item.accountId);
}

function alone(c: Case, live: LiveItem, owners: number): Explanation {
  const laid = settleOn([live], c.amount, c);
  const allocations = laid.allocations.map((each) => ({ ...each, named: false }));
  const marks = [
    'shape:single',
    'size:1',
    `amount:${laid.difference}`,
    `equals:${bucket(owners)}`,
    begins(c, live),
    `initial:${sharesInitial(c, live) ? 'yes' : 'no'}`,
  ];
  return explanation(c, { ...laid, allocations }, marks, 'amount_alone', live.item.accountId);
}

function sharesInitial({ receipt, book }: Case, { item }: LiveItem): boolean {
  const initial = packed(receipt.payerName).slice(0, 1);
  const name = packed(book.accounts.get(item.accountId)?.name ?? '');
  return initial !== '' && name.startsWith(initial);
}
