/**
 * Signs a plan: a typed name with where it came from, or a paper with ink, and the very document
 * that was signed in each language. From now on its debts are asked for by instalments only.
 *
 * The rule a newcomer would break: what was offered may have been paid, disputed away or put on
 * another plan since; then it is offered anew, never signed over other figures.
 */
import type { Id } from '#kernel/ids.ts';
import { isPositive, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { startClock } from '#areas/clocks/index.ts';
import { chargeNotice, lockAccount } from '#areas/ledger/index.ts';
import { copyDuty } from '../../rules/plans/plan-law.ts';
import { coverable, debtorOf } from '../../store/plans/drawing.ts';
import { type StoredPlan, planOf } from '../../store/plans/plans.ts';
import { type PlanDocument, type Signature, insertSignature } from '../../store/plans/signing.ts';
import { insertPlanItems, insertPlanVerdicts, putPlanNow } from '../../store/plans/writes.ts';
import { insertVerdicts, promisesOf } from '../../store/promises.ts';
import { judgePlans } from './judge-plans.ts';
import { tellPlan } from './tell-plan.ts';

export type SignPlan = {
  readonly accountId: Id;
  readonly planId: Id;
  /** The version whose documents were shown. */
  readonly version: number;
  readonly documents: readonly PlanDocument[];
  readonly signature: Signature;
};

export type SignRefusal =
  | 'plan.changed_since'
  | 'plan.no_such_account'
  | 'plan.no_such_plan'
  | 'plan.not_approved'
  | 'plan.wrong_state';

export async function signPlan(
  context: Context,
  wish: SignPlan,
): Promise<Outcome<{ state: string }, SignRefusal>> {
  const { tx, today } = context;
  const { accountId, planId, signature } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('plan.no_such_account');
  const plan = await planOf(tx, accountId, planId);
  if (!plan) return refuse('plan.no_such_plan');
  if (plan.state !== 'offered') return refuse('plan.wrong_state', { state: plan.state });
  if (!plan.approved) return refuse('plan.not_approved', { who: plan.needsRole ?? '' });
  if (plan.version !== wish.version || (await hasChanged(context, plan))) {
    return refuse('plan.changed_since');
  }
  await insertSignature(context, plan, wish.documents, signature);
  await bind(context, plan);
  await tellPlan(
    context,
    { accountId, planId, state: 'signed', before: 'offered' },
    {
      phrase: 'activity.plan_signed',
      facts: { who: signature.name, how: signature.how },
      text: null,
      touch: true,
    },
  );
  context.did({
    what: 'payment plan signed',
    id: planId,
    facts: { how: signature.how, document: signature.sha256, on: today },
  });
  accepted(await judgePlans(context, [accountId]));
  const signed = await planOf(tx, accountId, planId);
  return accept({ state: signed?.state ?? 'signed' });
}

/** Does a debt that it covers owe other than it did, or stand on another plan by now? */
async function hasChanged({ tx, today }: Context, plan: StoredPlan): Promise<boolean> {
  const first = plan.installments.at(0);
  if (first && first.dueOn < today && first.no > 0) return true;
  const open = new Map(
    (await coverable(tx, plan.accountId, plan.currency)).map((each) => [each.itemId, each]),
  );
  return plan.items.some(({ itemId, covered }) => {
    const now = open.get(itemId);
    return now === undefined || now.taken || now.open.minor !== covered.minor;
  });
}

/** The fee becomes a debt, old promises on the debts are replaced, the copy gets its day. */
async function bind(context: Context, plan: StoredPlan): Promise<void> {
  const { accountId, planId, fee, currency } = plan;
  const firstDue = plan.installments.find(({ no }) => no > 0)?.dueOn ?? context.today;
  if (isPositive(fee)) {
    const wish = { interest: zero(currency), fees: fee, chargedOn: context.today, dueOn: firstDue };
    const { itemId } = accepted(await chargeNotice(context, { accountId, ...wish }));
    const item = { itemId, covered: fee, kind: 'fee', no: null } as const;
    await insertPlanItems(context, accountId, planId, [item]);
  }
  await replacePromises(context, plan);
  const none = zero(currency);
  await insertPlanVerdicts(context, accountId, planId, [
    {
      state: 'signed',
      on: context.today,
      cureUntil: null,
      paid: none,
      missed: 0,
      pastDue: none,
      reason: context.reason,
    },
  ]);
  await putPlanNow(context, { ...plan, state: 'signed', stateOn: context.today, next: undefined });
  const duty = copyDuty(plan.stateCode, context.today);
  const debtor = await debtorOf(context.tx, accountId);
  if (plan.isBusiness || duty.sendBy === null || !debtor) return;
  await startClock(context, {
    key: copyClock(planId),
    kind: 'plan_copy',
    companyId: debtor.companyId,
    accountId,
    about: { kind: 'plan', id: planId },
    startedOn: context.today,
    dueOn: duty.sendBy,
    source: 'D.C. Code 28-3814(n)',
    ownerId: null,
    facts: { name: debtor.name },
  });
}

/** The clock of the written copy. */
export function copyClock(planId: Id): string {
  return `plan/${planId}/copy`;
}

async function replacePromises(context: Context, plan: StoredPlan): Promise<void> {
  const { accountId, planId, items } = plan;
  const ours = new Set(items.map(({ itemId }) => itemId));
  const open = (await promisesOf(context.tx, [accountId])).filter(
    ({ state, itemIds }) => state === 'open' && itemIds.some((itemId) => ours.has(itemId)),
  );
  await insertVerdicts(
    context,
    open.map((promise) => ({
      accountId,
      promiseId: promise.id,
      state: 'superseded' as const,
      on: context.today,
      received: promise.received.minor,
      replacedBy: planId,
      reason: 'replaced by a payment plan',
    })),
  );
}
