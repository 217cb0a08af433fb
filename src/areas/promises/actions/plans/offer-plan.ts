/**
 * Offers a payment plan: its terms stand from now on, and nothing is binding before it is signed.
 *
 * Who offers more than their bounds allow asks for approval by the same act; until a second
 * person granted it, nobody can sign.
 */
import type { Id } from '#kernel/ids.ts';
import { currency, formatMoney, isPositive, money, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { requestApproval } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { bookedBase, lockAccount } from '#areas/ledger/index.ts';
import type { PlanPolicy } from '../../rules/plans/policy.ts';
import {
  insertPlan,
  insertPlanApproval,
  insertPlanItems,
  insertPlanVerdicts,
  insertVersion,
  putPlanNow,
} from '../../store/plans/writes.ts';
import { agreeingAs } from './agreeing-as.ts';
import { type DrawPlan, type DrawRefusal, type Drawn, drawPlan } from './draw-plan.ts';
import { tellPlan } from './tell-plan.ts';

export type OfferPlan = DrawPlan & {
  /** Who speaks for the customer. */
  readonly offeredTo: string;
  readonly note: string;
};

export type OfferRefusal =
  | DrawRefusal
  | RequestRefusal
  | 'plan.beyond_authority'
  | 'ledger.no_rate';

export type Offered = { readonly planId: Id; readonly requestId: Id | null };

export async function offerPlan(
  context: Context,
  wish: OfferPlan,
  policy: PlanPolicy,
): Promise<Outcome<Offered, OfferRefusal>> {
  const { tx, today } = context;
  const { accountId } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('plan.no_such_account');
  const drawn = await drawPlan(tx, wish, today, await agreeingAs(tx, context.actor), policy);
  if (!drawn.ok) return drawn;
  const planId = context.newId();
  const { mine, least } = drawn.value.verdict;
  if (least === null) return refuse('plan.beyond_authority', { who: 'nobody' });
  const requestId = mine ? null : await ask(context, wish, drawn.value, planId);
  if (requestId !== null && !requestId.ok) return requestId;

  await writePlan(context, wish, drawn.value, { planId, policy });
  if (requestId !== null) {
    const waits = { accountId, planId, version: 1 };
    await insertPlanApproval(context, waits, requestId.value.requestId, false);
  }
  const { total } = drawn.value.draft;
  const facts = { amount: formatMoney(total), currency: total.currency };
  await tellPlan(
    context,
    { accountId, planId, state: 'offered', before: null },
    {
      phrase: 'activity.plan_offered',
      facts: { ...facts, count: drawn.value.draft.installments.length, who: wish.offeredTo },
      text: wish.note.trim() === '' ? null : wish.note.trim(),
      touch: true,
    },
  );
  context.did({ what: 'payment plan', id: planId, facts });
  return accept({ planId, requestId: requestId?.value.requestId ?? null });
}

async function ask(
  context: Context,
  { accountId, note }: OfferPlan,
  { debtor, covered, verdict, draft }: Drawn,
  planId: Id,
) {
  const base = currency(debtor.baseCurrency);
  const weight = await bookedBase(context.tx, covered, base, context.today);
  if (!weight.ok) return refuse('ledger.no_rate', weight.facts);
  return requestApproval(context, {
    companyId: debtor.companyId,
    accountId,
    kind: 'plan',
    subjectKey: planId,
    subject: { act: 'offer', accountId, planId },
    facts: { name: debtor.name, count: String(draft.installments.length) },
    amount: covered,
    weight: money(weight.value, base),
    ...(verdict.least === null ? {} : { least: verdict.least }),
    evidence: note,
  });
}

async function writePlan(
  context: Context,
  wish: OfferPlan,
  { debtor, items, covered, draft, disclosure, verdict }: Drawn,
  { planId, policy }: { readonly planId: Id; readonly policy: PlanPolicy },
): Promise<void> {
  const { accountId } = wish;
  const { aprPct } = wish;
  await insertPlan(context, {
    accountId,
    planId,
    covered,
    down: wish.down,
    fee: wish.fee,
    aprPct: decimalText(aprPct),
    frequency: wish.frequency,
    isBusiness: debtor.isBusiness,
    stateCode: debtor.state,
    terms: policy,
    disclosure: toldOf(disclosure),
    needsRole: verdict.mine ? null : verdict.least,
    offeredTo: wish.offeredTo,
  });
  const debts = items.map(({ itemId, open }) => {
    return { itemId, covered: open, kind: 'debt', no: null } as const;
  });
  await insertPlanItems(context, accountId, planId, debts);
  const installments = draft.installments.map((each) => ({ ...each, firstDueOn: each.dueOn }));
  await insertVersion(context, { accountId, planId, version: 1, kind: 'offer', installments });
  const none = zero(covered.currency);
  await insertPlanVerdicts(context, accountId, planId, [
    {
      state: 'offered',
      on: context.today,
      cureUntil: null,
      paid: none,
      missed: 0,
      pastDue: none,
      reason: context.reason,
    },
  ]);
  const [next] = draft.installments.filter(({ amount }) => isPositive(amount));
  await putPlanNow(context, {
    accountId,
    planId,
    version: 1,
    state: 'offered',
    stateOn: context.today,
    cureUntil: null,
    approved: verdict.mine,
    total: draft.total,
    paid: none,
    missed: 0,
    pastDue: none,
    next,
  });
}

function decimalText({ units, scale }: OfferPlan['aprPct']): string {
  const digits = units.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function toldOf({ reason, aprBps, ...amounts }: Drawn['disclosure']) {
  return {
    reason,
    aprBps,
    amountFinanced: formatMoney(amounts.amountFinanced),
    financeCharge: formatMoney(amounts.financeCharge),
    totalOfPayments: formatMoney(amounts.totalOfPayments),
    totalPaid: formatMoney(amounts.totalPaid),
  };
}
