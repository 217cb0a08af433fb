/**
 * What counts for each plan and each settlement of an account: money applied to what it covers,
 * and its share of what stands unapplied.
 *
 * The rule a newcomer would break: all of them share one heap. Judged apart, a dollar that nobody
 * has applied yet would pay an instalment and settle a debt as well.
 */
import { later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, minus, smaller, sum } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { isOver } from '../../rules/plans/path.ts';
import type { PlanMoney } from '../../rules/plans/progress.ts';
import { type LooseClaim, shareLoose } from '../../rules/plans/share-loose.ts';
import {
  type AppliedMoney,
  appliedTo,
  carriedMoney,
  unappliedOn,
} from '../../store/plans/money.ts';
import { type StoredPlan, plansOf } from '../../store/plans/plans.ts';
import { type StoredSettlement, settlementsOf } from '../../store/settlements/settlements.ts';

export type AgreedMoney = {
  readonly applied: readonly PlanMoney[];
  /** Its share of what nobody has applied yet. */
  readonly loose: readonly PlanMoney[];
};

/** By the id of the plan or the settlement. */
export async function agreedMoney(
  db: Queries,
  accountId: Id,
): Promise<ReadonlyMap<Id, AgreedMoney>> {
  const plans = (await plansOf(db, [accountId])).filter(counts);
  const settlements = (await settlementsOf(db, [accountId])).filter(
    ({ state }) => state === 'open' || state === 'void_late',
  );
  const covered = [...plans, ...settlements].flatMap(({ items }) => items);
  const all = await appliedTo(
    db,
    accountId,
    covered.map(({ itemId }) => itemId),
  );
  const carried = await carriedMoney(db, accountId);
  const counted = (id: Id, own: readonly PlanMoney[]) => [...(carried.get(id) ?? []), ...own];
  const applied = new Map([
    ...plans.map((plan) => [plan.planId, counted(plan.planId, appliedToPlan(plan, all))] as const),
    ...settlements.map(
      (each) =>
        [each.settlementId, counted(each.settlementId, appliedToSettlement(each, all))] as const,
    ),
  ]);
  const paid = (id: Id, like: Money) =>
    sum(
      (applied.get(id) ?? []).map(({ amount }) => amount),
      like.currency,
    );
  const loose = shareLoose(
    claimsOf(
      plans.map((plan) => ({ ...plan, has: paid(plan.planId, plan.total) })),
      settlements.map((each) => ({ ...each, has: paid(each.settlementId, each.balance) })),
    ),
    await unappliedOn(db, accountId),
  );
  return new Map(
    [...applied].map(([id, own]) => [id, { applied: own, loose: loose.get(id) ?? [] }]),
  );
}

/** Signed, and nothing ended it but that it was paid: with money that may still be unapplied. */
function counts({ state, cureUntil }: StoredPlan): boolean {
  return state === 'completed' || (state !== 'offered' && !isOver({ state, cureUntil }));
}

function appliedToPlan(plan: StoredPlan, all: readonly AppliedMoney[]): PlanMoney[] {
  const debts = new Map(plan.items.map(({ itemId, kind }) => [itemId, kind]));
  const own = all.filter(({ itemId, recordedAt }) => {
    const kind = debts.get(itemId);
    return kind === 'debt' ? recordedAt > plan.madeAt : kind !== undefined;
  });
  return own.map(({ on, amount }) => ({ on: later(on, plan.madeOn), amount }));
}

function appliedToSettlement(
  { items, madeAt, madeOn }: StoredSettlement,
  all: readonly AppliedMoney[],
): PlanMoney[] {
  const debts = new Set(items.map(({ itemId }) => itemId));
  const own = all.filter(({ itemId, recordedAt }) => debts.has(itemId) && recordedAt > madeAt);
  return own.map(({ on, amount }) => ({ on: later(on, madeOn), amount }));
}

type Has = { readonly has: Money };

/**
 * What was agreed comes first, by its age; what goes beyond an offer waits until that is served,
 * and an offer whose day has passed is last: it takes only what came by then.
 */
function claimsOf(
  plans: readonly (StoredPlan & Has)[],
  settlements: readonly (StoredSettlement & Has)[],
): LooseClaim[] {
  const open = settlements.filter(({ state }) => state === 'open');
  const late = settlements.filter(({ state }) => state === 'void_late');
  const agreed = [
    ...plans.map(({ planId: id, total, has, madeOn, madeAt, state, stateOn }) => {
      const until = state === 'completed' ? stateOn : null;
      return { id, missing: stillOf(total, has), madeOn, madeAt, until };
    }),
    ...open.map((each) => claimUpTo(each, each.offer)),
  ].toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  const beyond = open.map((each) => {
    return { ...claimUpTo(each, each.balance), missing: beyondOffer(each) };
  });
  return [...agreed, ...beyond, ...late.map((each) => claimUpTo(each, each.balance))];
}

function claimUpTo(settlement: StoredSettlement & Has, most: Money): LooseClaim {
  const { settlementId: id, has, madeOn, madeAt, payBy: until } = settlement;
  return { id, missing: stillOf(most, has), madeOn, madeAt, until };
}

function beyondOffer({ balance, offer, has }: StoredSettlement & Has): Money {
  return minus(stillOf(balance, has), stillOf(offer, has));
}

function stillOf(most: Money, has: Money): Money {
  return minus(most, smaller(most, has));
}
