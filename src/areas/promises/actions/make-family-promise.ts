/**
 * Records one word given for several accounts of a family: a promise on each that gets a share.
 *
 * All of them or none: a share that is refused takes the whole word back. The shares go to the
 * oldest debts first, and the answer says to the cent which.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import type { PromisePolicy } from '../rules/promise.ts';
import { type Share, shareFamily } from '../rules/share-family.ts';
import { type Room, familyAccounts, freeDebts, roomOf } from '../store/family.ts';
import { type MakeRefusal, makePromise } from './make-promise.ts';

export type MakeFamilyPromise = {
  /** Any account of the family. */
  readonly accountId: Id;
  /** Only these of the family; none named: all of it. */
  readonly accountIds: readonly Id[];
  readonly companies: CompanyScope;
  readonly amount: Money;
  readonly dueOn: Day;
  readonly saidBy: string;
  readonly method: string | null;
  readonly note: string;
};

export type MadeForAccount = {
  readonly promiseId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly amount: string;
  readonly items: {
    itemId: Id;
    document: string;
    dueOn: Day;
    open: string;
    promised: string;
  }[];
};

export type FamilyRefusal = MakeRefusal | 'promise.not_in_family';

export async function makeFamilyPromise(
  context: Context,
  wish: MakeFamilyPromise,
  policy: PromisePolicy,
): Promise<Outcome<{ promises: MadeForAccount[] }, FamilyRefusal>> {
  const { tx, today } = context;
  const { amount } = wish;
  if (!isPositive(amount)) {
    return refuse('promise.amount_not_positive', { amount: formatMoney(amount) });
  }
  const family = await familyAccounts(tx, wish.accountId, wish.companies, today);
  if (family.length === 0) return refuse('promise.no_such_account');
  if (!wish.accountIds.every((each) => family.includes(each))) {
    return refuse('promise.not_in_family');
  }
  const meant = wish.accountIds.length === 0 ? family : wish.accountIds;
  await lockAccounts(tx, meant);
  const rooms = await roomOf(tx, meant, amount.currency);
  const debts = await freeDebts(tx, meant, amount.currency);
  const room = new Map(rooms.map((each) => [each.accountId, each.room]));
  const shared = shareFamily(amount, debts, room);
  if (!shared.ok) return shared;
  const byAccount = Map.groupBy(shared.value, ({ accountId }) => accountId);
  const promises: MadeForAccount[] = [];
  for (const each of rooms) {
    const shares = byAccount.get(each.accountId);
    if (shares === undefined) continue;
    const made = await makeFor(context, wish, each, shares, policy);
    if (!made.ok) return made;
    promises.push(made.value);
  }
  return accept({ promises });
}

async function makeFor(
  context: Context,
  { amount: { currency }, dueOn, saidBy, method, note }: MakeFamilyPromise,
  { accountId, account, name, wholePromised }: Room,
  shares: readonly Share[],
  policy: PromisePolicy,
): Promise<Outcome<MadeForAccount, MakeRefusal>> {
  const amount = sum(
    shares.map(({ promised }) => promised),
    currency,
  );
  const itemIds = wholePromised ? [] : shares.map(({ itemId }) => itemId);
  const wish = { accountId, amount, dueOn, saidBy, method, itemIds, supersedes: [], note };
  const made = await makePromise(context, wish, policy);
  if (!made.ok) return made;
  const items = shares.map(({ itemId, document, dueOn: due, open, promised }) => ({
    itemId,
    document,
    dueOn: due,
    open: formatMoney(open),
    promised: formatMoney(promised),
  }));
  const { promiseId } = made.value;
  return accept({ promiseId, accountId, account, name, amount: formatMoney(amount), items });
}
