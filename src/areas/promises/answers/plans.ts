/** A payment plan as the API and `dunlin plans --json` write it. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMinor, formatMoney, isZero, minus } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { paidNow } from '../actions/plans/amend-plan.ts';
import type { Drawn } from '../actions/plans/draw-plan.ts';
import type {
  WireDisclosure,
  WireDraft,
  WireInstallment,
  WirePlan,
  WireWholePlan,
} from '../contract/plans.ts';
import { jobReason } from '../rules/plans/job-reason.ts';
import { copyDuty } from '../rules/plans/plan-law.ts';
import { boundRoles } from '../rules/plans/policy.ts';
import { type ListedPlan, listPlans } from '../store/plans/list.ts';
import { mandatesOf } from '../store/plans/mandates.ts';
import { type StoredPlan, planOf } from '../store/plans/plans.ts';
import {
  documentsOf,
  nameOf,
  reagingsOf,
  signaturesOf,
  verdictsOf,
  versionsOf,
} from '../store/plans/record.ts';
import { planHistoryWords } from '../words/plan-history.ts';

export function wirePlan(plan: ListedPlan): WirePlan {
  const { covered, total, paid, pastDue, nextAmount, needsRole, ...rest } = plan;
  return {
    ...rest,
    currency: total.currency,
    covered: formatMoney(covered),
    total: formatMoney(total),
    paid: formatMoney(paid),
    pastDue: formatMoney(pastDue),
    nextAmount: nextAmount && formatMoney(nextAmount),
    needsRole: boundRoles.find((role) => role === needsRole) ?? null,
  };
}

/** The page of a plan; undefined when the account has no such plan. */
export async function wholePlan(
  db: Queries,
  { accountId, planId }: { readonly accountId: Id; readonly planId: Id },
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<WireWholePlan | undefined> {
  const plan = await planOf(db, accountId, planId);
  const rows = await listPlans(
    db,
    { accountId, companies: 'all' },
    { after: undefined, limit: null },
  );
  const listed = rows.find((row) => row.planId === planId);
  if (!plan || !listed) return undefined;
  const versions = await versionsOf(db, accountId, planId);
  const items = await documentsOf(db, accountId, planId);
  const history = await verdictsOf(db, plan);
  const signatures = await signaturesOf(db, accountId, planId);
  const people = [plan.offeredTo, ...signatures.map(({ name }) => name)];
  const said = (reason: string): string => reasonSaid(reason, people, language);
  const duty = copyDuty(plan.stateCode, plan.signedOn ?? today);
  return {
    ...wirePlan(listed),
    down: formatMoney(plan.down),
    fee: formatMoney(plan.fee),
    aprPct: plan.aprPct,
    frequency: plan.frequency,
    offeredTo: plan.offeredTo,
    madeBy: actorName(await nameOf(db, plan.madeBy), language),
    disclosure: disclosedOf(plan),
    graceDays: plan.terms.graceDays,
    defaultAfterMissed: plan.terms.defaultAfterMissed,
    copyBy: plan.isBusiness ? null : duty.sendBy,
    copySentOn: plan.copyOn,
    installments: installmentsOf(plan, today),
    items: items.map(({ covered, open, ...item }) => ({
      ...item,
      covered: formatMoney(covered),
      open: formatMoney(open),
    })),
    signatures,
    versions: versions.map(({ by, reason, ...version }) => ({
      ...version,
      by: actorName(by, language),
      reason: said(reason),
    })),
    mandates: await mandatesOf(db, accountId, planId),
    agedAnew: await reagingsOf(db, accountId, planId),
    history: history.map(({ paid, reason, ...line }) => ({
      ...line,
      paid: formatMoney(paid),
      reason: said(reason),
    })),
  };
}

/** What the program wrote in the reader's language; a person's words as they stand. */
function reasonSaid(reason: string, people: readonly string[], language: Language): string {
  const written = jobReason(reason, people);
  if (!written) return reason;
  return say(planHistoryWords, `plan_history.${written.code}`, { who: written.who }, language);
}

/** Each instalment with what of it is paid, and whether it is late. */
export function installmentsOf(plan: StoredPlan, today: Day): WireInstallment[] {
  const paid = new Map(paidNow(plan).map((each) => [each.no, each.paid]));
  return plan.installments.map(({ no, dueOn, firstDueOn, amount, interest }) => {
    const got = paid.get(no) ?? minus(amount, amount);
    const state = stateOf(amount, got, { dueOn, today, graceDays: plan.terms.graceDays });
    return {
      no,
      dueOn,
      firstDueOn,
      amount: formatMoney(amount),
      interest: formatMoney(interest),
      paid: formatMoney(got),
      state,
    };
  });
}

function stateOf(
  amount: Money,
  paid: Money,
  { dueOn, today, graceDays }: { dueOn: Day; today: Day; graceDays: number },
): WireInstallment['state'] {
  if (paid.minor >= amount.minor) return 'paid';
  if (plusDays(dueOn, graceDays) < today) return 'late';
  if (dueOn <= today) return 'due';
  return isZero(paid) ? 'coming' : 'part';
}

/** The figures as they were told when it was offered. */
export function disclosedOf({ disclosure }: StoredPlan): WireDisclosure {
  // What offerPlan kept.
  const { aprBps, ...told } = disclosure as Omit<WireDisclosure, 'aprPct'> & { aprBps: number };
  return { ...told, aprPct: formatMinor(BigInt(aprBps), 2) };
}

/** A plan that is only drawn up. */
export function wireDraft({
  draft,
  disclosure,
  items,
  covered,
  verdict,
  copyBy,
}: Drawn): WireDraft {
  return {
    covered: formatMoney(covered),
    total: formatMoney(draft.total),
    interest: formatMoney(draft.interest),
    fee: formatMoney(draft.fee),
    installments: draft.installments.map(({ no, dueOn, amount, interest }) => ({
      no,
      dueOn,
      amount: formatMoney(amount),
      interest: formatMoney(interest),
    })),
    items: items.map(({ itemId, number, open, dueOn }) => ({
      itemId,
      document: number,
      open: formatMoney(open),
      dueOn,
    })),
    disclosure: {
      reason: disclosure.reason,
      amountFinanced: formatMoney(disclosure.amountFinanced),
      financeCharge: formatMoney(disclosure.financeCharge),
      aprPct: formatMinor(BigInt(disclosure.aprBps), 2),
      totalOfPayments: formatMoney(disclosure.totalOfPayments),
      totalPaid: formatMoney(disclosure.totalPaid),
    },
    copyBy,
    mine: verdict.mine,
    needsRole: verdict.least,
    broken: [...verdict.broken],
  };
}
