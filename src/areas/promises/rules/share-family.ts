/**
 * Which debts of a family a promised sum is meant for: the oldest first, whoever owes it.
 *
 * Of no account is more taken than it owes net and has not promised yet, so that no dollar is
 * promised twice; what is taken adds up to the promised sum to the cent.
 */
import { type Day } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive, minus, smaller, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type FamilyDebt = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly document: string;
  readonly dueOn: Day;
  readonly open: Money;
};

export type Share = FamilyDebt & { readonly promised: Money };

/** `room`: what each account may still promise. Shares come by due day; none is of nothing. */
export function shareFamily(
  amount: Money,
  debts: readonly FamilyDebt[],
  room: ReadonlyMap<Id, Money>,
): Outcome<readonly Share[], 'promise.more_than_open_balance'> {
  const shares: Share[] = [];
  const left = new Map(room);
  let missing = amount;
  for (const debt of debts.toSorted(oldestFirst)) {
    const own = left.get(debt.accountId);
    if (own === undefined || !isPositive(missing)) continue;
    const promised = smaller(missing, smaller(debt.open, own));
    if (!isPositive(promised)) continue;
    shares.push({ ...debt, promised });
    left.set(debt.accountId, minus(own, promised));
    missing = minus(missing, promised);
  }
  if (!isPositive(missing)) return accept(shares);
  const open = sum(
    shares.map(({ promised }) => promised),
    amount.currency,
  );
  const facts = { amount: formatMoney(amount), open: formatMoney(open) };
  return refuse('promise.more_than_open_balance', facts);
}

function oldestFirst(a: FamilyDebt, b: FamilyDebt): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.itemId < b.itemId ? -1 : 1;
}
