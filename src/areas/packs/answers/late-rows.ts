/**
 * The accounts over 60 days with what is done about each: its open plan of action where it has
 * one, else what was said for the report. A plan of action is worked step by step, so that what
 * it says is never said a second time here.
 */
import type { Language } from '#kernel/words.ts';
import { type OpenPlan, openPlans } from '#areas/escalations/index.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type LateAccount, type LateQuestion, lateAccounts } from '../store/over60.ts';
import { stepNames } from '../words/plans.ts';

export type LateRow = LateAccount & { readonly byActionPlan: boolean };

export async function lateRows(
  db: Queries,
  question: LateQuestion,
  language: Language,
): Promise<LateRow[]> {
  const rows = await lateAccounts(db, question);
  const accounts = [...new Set(rows.map((row) => row.account_id))];
  const plans = await openPlans(db, accounts);
  const planOf = new Map(plans.map((plan) => [String(plan.accountId), plan]));
  return rows.map((row) => {
    const plan = planOf.get(row.account_id);
    const text = plan && planText(plan, language);
    if (!plan || text === undefined) return { ...row, byActionPlan: false };
    const { owner, next } = plan;
    const said = { plan: text, plan_owner: owner, plan_due_on: next?.on ?? null };
    return { ...row, ...said, byActionPlan: true };
  });
}

/** Its next step and what is to come of it; undefined where all is done and nothing was meant. */
function planText({ goal, next }: OpenPlan, language: Language): string | undefined {
  const step = next && (next.code === null ? next.title : stepNames[next.code][language]);
  const parts = [step ?? '', goal].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}
