/**
 * Records the customer's word that an amount will arrive by a day.
 *
 * The account's row is locked first, so that two collectors on two phones cannot both promise
 * away one balance. New words replace old ones only when whoever records them says so.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, minus, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { type ClaimRefusal, claim } from '../rules/claim.ts';
import { promiseLevel } from '../rules/level.ts';
import {
  type PromisePolicy,
  type PromiseRefusal,
  acceptTerms,
  lastGoodDay,
  toleranceOf,
} from '../rules/promise.ts';
import {
  type StandingPromise,
  insertPromise,
  insertVerdicts,
  netBalance,
  openDebts,
  promisesOf,
} from '../store/promises.ts';

export type MakePromise = {
  readonly accountId: Id;
  readonly amount: Money;
  readonly dueOn: Day;
  readonly saidBy: string;
  readonly method: string | null;
  /** Empty: for the account as a whole. */
  readonly itemIds: readonly Id[];
  /** Open promises that the new one replaces. */
  readonly supersedes: readonly Id[];
  readonly note: string;
};

export type MakeRefusal =
  | ClaimRefusal
  | PromiseRefusal
  | 'promise.item_not_open'
  | 'promise.no_such_account';

/** Refuses what the rules refuse, and accounts or items that are not there. */
export async function makePromise(
  context: Context,
  wish: MakePromise,
  policy: PromisePolicy,
): Promise<Outcome<{ promiseId: Id }, MakeRefusal>> {
  const { tx, today } = context;
  const { accountId, dueOn, amount, itemIds } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('promise.no_such_account');
  const balance = await openBalance(context, wish);
  if (!balance.ok) return balance;
  const terms = acceptTerms({ amount, dueOn }, balance.value, today, policy);
  if (!terms.ok) return terms;
  const earlier = await promisesOf(tx, [accountId]);
  const claimed = claim(wish, balance.value, earlier.filter(isOpen).map(outstanding));
  if (!claimed.ok) return claimed;

  const promiseId = context.newId();
  await insertPromise(context, {
    id: promiseId,
    accountId,
    amount,
    dueOn,
    madeOn: today,
    lastDay: lastGoodDay({ amount, dueOn }, policy),
    tolerance: toleranceOf(amount, policy),
    itemIds,
    saidBy: wish.saidBy,
    method: wish.method,
    level: promiseLevel(itemIds, earlier),
  });
  await replace(context, earlier, wish, promiseId);
  await tellOf(context, wish, promiseId);
  return accept({ promiseId });
}

/** What is open of what the promise is for. */
async function openBalance(
  { tx }: Context,
  { accountId, itemIds, amount: { currency } }: MakePromise,
): Promise<Outcome<Money, 'promise.item_not_open'>> {
  if (itemIds.length === 0) return accept(await netBalance(tx, accountId, currency));
  const debts = await openDebts(tx, accountId, itemIds);
  const fitting = debts.filter((debt) => debt.open.currency === currency);
  if (fitting.length < new Set(itemIds).size) {
    const numbers = fitting.map((debt) => debt.number).join(', ');
    return refuse('promise.item_not_open', { currency, open: numbers });
  }
  return accept(
    sum(
      fitting.map((debt) => debt.open),
      currency,
    ),
  );
}

function isOpen({ state }: StandingPromise): boolean {
  return state === 'open';
}

function outstanding({ id, amount, received, itemIds }: StandingPromise) {
  return { id, outstanding: minus(amount, received), itemIds };
}

async function replace(
  context: Context,
  earlier: readonly StandingPromise[],
  { accountId, supersedes }: MakePromise,
  replacedBy: Id,
): Promise<void> {
  const replaced = earlier.filter(({ id }) => supersedes.includes(id));
  await insertVerdicts(
    context,
    replaced.map((promise) => ({
      accountId,
      promiseId: promise.id,
      state: 'superseded',
      on: context.today,
      received: promise.received.minor,
      replacedBy,
      reason: 'replaced by a new promise',
    })),
  );
}

async function tellOf(context: Context, wish: MakePromise, promiseId: Id): Promise<void> {
  const { accountId, amount, dueOn, saidBy, note, supersedes } = wish;
  const facts = { amount: formatMoney(amount), currency: amount.currency, dueOn, saidBy };
  await recordActivity(context, {
    accountId,
    kind: 'promise',
    phrase: 'activity.promise_made',
    facts,
    text: note.trim() === '' ? null : note.trim(),
    touch: true,
  });
  context.did({ what: 'promise', id: promiseId, facts });
  for (const id of supersedes) context.did({ what: 'promise superseded', id });
  await context.tell({
    name: 'promises.promise_made',
    accountId,
    payload: { promiseId, amount: facts.amount, currency: facts.currency, dueOn },
  });
}
