/**
 * Plans as they are written down: terms once, each schedule as a version, each state as a row.
 *
 * `plan_now` repeats the latest version and verdict, in the same transaction, for whoever asks
 * which plans stand.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Frequency } from '../../rules/plans/draft.ts';
import type { PlanState } from '../../rules/plans/path.ts';
import type { PlanTerms } from '../../rules/plans/plan-standing.ts';
import type { NextDue } from '../../rules/plans/progress.ts';

export type NewPlan = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly covered: Money;
  readonly down: Money;
  readonly fee: Money;
  readonly aprPct: string;
  readonly frequency: Frequency;
  readonly isBusiness: boolean;
  readonly stateCode: string;
  readonly terms: PlanTerms & { readonly cureDays: number };
  /** The figures as they were told, amounts as decimal text. */
  readonly disclosure: unknown;
  readonly needsRole: string | null;
  readonly offeredTo: string;
};

export async function insertPlan(context: Context, plan: NewPlan): Promise<void> {
  const { tx, at, actor, today, reason } = context;
  const { accountId, planId, covered, terms } = plan;
  await tx.run(sql`
    insert into promises.plan (account_id, plan_id, currency, covered_minor, down_minor,
                               fee_minor, apr_pct, frequency, is_business, state_code,
                               grace_days, default_after_missed, cure_days, disclosure,
                               needs_role, offered_to, made_on, recorded_at, actor, reason)
    values (${accountId}, ${planId}, ${covered.currency}, ${covered.minor.toString()},
            ${plan.down.minor.toString()}, ${plan.fee.minor.toString()}, ${plan.aprPct},
            ${plan.frequency}, ${plan.isBusiness}, ${plan.stateCode}, ${terms.graceDays},
            ${terms.defaultAfterMissed}, ${terms.cureDays}, ${JSON.stringify(plan.disclosure)},
            ${plan.needsRole}, ${plan.offeredTo}, ${today}, ${at}, ${actor.ref}, ${reason})`);
}

export type PlanItem = {
  readonly itemId: Id;
  readonly covered: Money;
  readonly kind: 'debt' | 'fee' | 'interest';
  readonly no: number | null;
};

export async function insertPlanItems(
  { tx, at }: Context,
  accountId: Id,
  planId: Id,
  items: readonly PlanItem[],
): Promise<void> {
  await tx.copyIn(
    'promises.plan_item (account_id, plan_id, item_id, covered_minor, kind, no, recorded_at)',
    items.map(({ itemId, covered, kind, no }) => [
      accountId,
      planId,
      itemId,
      covered.minor,
      kind,
      no,
      at,
    ]),
  );
}

export type NewVersion = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly version: number;
  readonly kind: 'offer' | 'amendment' | 'catch_up';
  readonly installments: readonly {
    readonly no: number;
    readonly dueOn: Day;
    readonly firstDueOn: Day;
    readonly amount: Money;
    readonly interest: Money;
  }[];
};

export async function insertVersion(context: Context, version: NewVersion): Promise<void> {
  const { tx, at, actor, today, reason } = context;
  const { accountId, planId } = version;
  await tx.run(sql`
    insert into promises.plan_version (account_id, plan_id, version, kind, effective_on,
                                       recorded_at, actor, reason)
    values (${accountId}, ${planId}, ${version.version}, ${version.kind}, ${today}, ${at},
            ${actor.ref}, ${reason})`);
  await tx.copyIn(
    `promises.plan_instalment (account_id, plan_id, version, no, due_on, first_due_on,
      amount_minor, interest_minor)`,
    version.installments.map(({ no, dueOn, firstDueOn, amount, interest }) => [
      accountId,
      planId,
      version.version,
      no,
      dueOn,
      firstDueOn,
      amount.minor,
      interest.minor,
    ]),
  );
}

export type PlanVerdict = {
  readonly state: PlanState;
  readonly on: Day;
  readonly cureUntil: Day | null;
  readonly paid: Money;
  readonly missed: number;
  readonly pastDue: Money;
  readonly reason: string;
};

/** Records verdicts of one plan, in their order. */
export async function insertPlanVerdicts(
  context: Context,
  accountId: Id,
  planId: Id,
  verdicts: readonly PlanVerdict[],
): Promise<void> {
  const { tx, at, actor } = context;
  await tx.copyIn(
    `promises.plan_verdict (account_id, plan_id, verdict_id, state, effective_on, cure_until,
      paid_minor, missed, past_due_minor, recorded_at, actor, reason)`,
    verdicts.map(({ state, on, cureUntil, paid, missed, pastDue, reason }) => [
      accountId,
      planId,
      context.newId(),
      state,
      on,
      cureUntil,
      paid.minor,
      missed,
      pastDue.minor,
      at,
      actor.ref,
      reason,
    ]),
  );
}

export type PlanNow = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly version: number;
  readonly state: PlanState;
  readonly stateOn: Day;
  readonly cureUntil: Day | null;
  readonly approved: boolean;
  readonly total: Money;
  readonly paid: Money;
  readonly missed: number;
  readonly pastDue: Money;
  readonly next: NextDue | undefined;
};

/** Where the plan stands from now on. */
export async function putPlanNow({ tx, at }: Context, now: PlanNow): Promise<void> {
  const { next } = now;
  await tx.run(sql`
    insert into promises.plan_now (account_id, plan_id, version, state, state_on, cure_until,
                                   approved, total_minor, paid_minor, missed, past_due_minor,
                                   next_no, next_due_on, next_minor, changed_at)
    values (${now.accountId}, ${now.planId}, ${now.version}, ${now.state}, ${now.stateOn},
            ${now.cureUntil}, ${now.approved}, ${now.total.minor.toString()},
            ${now.paid.minor.toString()}, ${now.missed}, ${now.pastDue.minor.toString()},
            ${next?.no ?? null}, ${next?.dueOn ?? null},
            ${next?.amount.minor.toString() ?? null}, ${at})
        on conflict (account_id, plan_id) do update
       set version = excluded.version, state = excluded.state, state_on = excluded.state_on,
           cure_until = excluded.cure_until, approved = excluded.approved,
           total_minor = excluded.total_minor, paid_minor = excluded.paid_minor,
           missed = excluded.missed, past_due_minor = excluded.past_due_minor,
           next_no = excluded.next_no, next_due_on = excluded.next_due_on,
           next_minor = excluded.next_minor, changed_at = excluded.changed_at`);
}

/** What came of the request to agree beyond one's own bounds. */
export async function insertPlanApproval(
  { tx, at }: Context,
  plan: { readonly accountId: Id; readonly planId: Id; readonly version: number },
  requestId: Id,
  granted: boolean,
): Promise<void> {
  await tx.run(sql`
    insert into promises.plan_approval (account_id, plan_id, version, request_id, granted,
                                        recorded_at)
    values (${plan.accountId}, ${plan.planId}, ${plan.version}, ${requestId}, ${granted}, ${at})
        on conflict do nothing`);
}
