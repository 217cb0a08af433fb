/**
 * How an amount is laid on open items when nothing explains it and the company has said how
 * for this customer: the first step that fits is taken.
 *
 *   whole_balance ▸ due_by_today ▸ oldest_first ▸ on_account
 *
 * It is a rule of the company, not evidence, so it never displaces an explanation.
 */
import { type LiveItem, openItemsOf } from './book.ts';
import { type Case, type Explanation } from './case.ts';
import { allocationOf } from './differences.ts';
import { explanation } from './explanation.ts';
import { type Allocation } from './model.ts';
import { type AutocashStep } from './policy.ts';

/** The explanation that the customer's steps give, or nothing. */
export function explainAutocash(c: Case): Explanation[] {
  const [payer] = c.payers.candidates;
  if (!payer || c.payers.candidates.length > 1) return [];
  const open = openItemsOf(c.book, [payer.accountId], c.receipt.currency).filter(
    ({ openMinor }) => openMinor > 0n,
  );
  for (const step of c.policy.autocash[payer.accountId] ?? []) {
    const allocations = laidBy(step, open, c);
    if (!allocations) continue;
    const cash = allocations.reduce((sum, { cashMinor }) => sum + cashMinor, 0n);
    const reasons = [{ kind: 'autocash', facts: { step, items: allocations.length } } as const];
    const laid = { allocations, onAccountMinor: c.amount - cash, reasons };
    const marks = [`autocash:${step}`];
    return [explanation(c, laid, marks, 'autocash', payer.accountId)];
  }
  return [];
}

function laidBy(step: AutocashStep, open: readonly LiveItem[], c: Case): Allocation[] | null {
  if (step === 'on_account') return [];
  if (step === 'oldest_first') return open.length > 0 ? inTurn(open, c.amount) : null;
  const due = open.filter(({ item }) => item.dueOn <= c.receipt.valueOn);
  const items = step === 'whole_balance' ? open : due;
  const sum = items.reduce((total, { openMinor }) => total + openMinor, 0n);
  return sum === c.amount && sum > 0n ? inTurn(items, c.amount) : null;
}

/** Pays the oldest in full, then the next, until the money ends. */
function inTurn(open: readonly LiveItem[], amount: bigint): Allocation[] {
  let left = amount;
  const allocations: Allocation[] = [];
  for (const live of open) {
    if (left === 0n) break;
    const cashMinor = left < live.openMinor ? left : live.openMinor;
    left -= cashMinor;
    allocations.push({ ...allocationOf(live, { cashMinor }, 'part_payment'), named: false });
  }
  return allocations;
}
