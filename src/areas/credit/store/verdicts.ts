/** What was decided of orders: every act is kept, the order shows the last that counts. */
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { KeptFigures } from '../rules/kept-figures.ts';
import type { Found } from '../rules/judge-order.ts';
import type { Checkpoint } from '../rules/policy.ts';

export type ActKind = 'approved' | 'held' | 'released' | 'rejected' | 'forwarded' | 'alerted';
export type ActHow = 'check' | 'policy' | 'cash' | 'returned' | 'person' | 'approval';

export type OrderAct = {
  readonly accountId: Id;
  readonly orderId: Id;
  readonly kind: ActKind;
  readonly how: ActHow;
  readonly checkpoint: Checkpoint;
  readonly reasons: readonly Found[];
  readonly figures: KeptFigures | null;
  readonly policy: { readonly key: string; readonly version: number } | null;
  readonly reviewOn: Day | null;
  readonly toMember: Id | null;
  readonly evidence: string;
  readonly requestId: Id | null;
  /** Who did it, as the audit trail names them, and why. */
  readonly actor: string;
  readonly reason: string;
};

/** Writes acts down and moves the orders' standing, all in one flight; one act an order. */
export async function recordActs(
  { tx, at, newId }: Pick<Context, 'tx' | 'at' | 'newId'>,
  acts: readonly OrderAct[],
): Promise<void> {
  if (acts.length === 0) return;
  const rows = acts.map((each) => ({ ...each, ...texts(each), actId: newId() }));
  await Promise.all([
    tx.copyIn(
      `credit.order_act (account_id, order_id, act_id, kind, how, checkpoint, reasons, figures,
        policy_key, policy_version, review_on, to_member, evidence, request_id, actor, reason,
        recorded_at)`,
      rows.map((each) => [
        each.accountId,
        each.orderId,
        each.actId,
        each.kind,
        each.how,
        each.checkpoint,
        each.reasonsText,
        each.figuresText,
        each.policy?.key,
        each.policy?.version,
        each.reviewOn,
        each.toMember,
        each.evidence,
        each.requestId,
        each.actor,
        each.reason,
        at,
      ]),
    ),
    tx.run(sql`
      update credit.sales_order o
         set verdict      = case when a.kind in ('approved', 'held', 'released', 'rejected')
                                 then a.kind else o.verdict end,
             verdict_how  = case when a.kind in ('forwarded', 'alerted') then o.verdict_how
                                 else a.how end,
             reasons      = a.reasons,
             figures      = a.figures,
             held_at      = case a.kind when 'held' then coalesce(o.held_at, ${at}::timestamptz)
                                        when 'forwarded' then o.held_at
                                        when 'alerted' then o.held_at end,
             forwarded_to = case a.kind when 'forwarded' then a.to_member
                                        when 'held' then o.forwarded_to end,
             review_on    = a.review_on,
             alerted_at   = case a.kind when 'alerted' then ${at}::timestamptz end
        from unnest(${rows.map((each) => each.accountId)}::uuid[],
                    ${rows.map((each) => each.orderId)}::uuid[],
                    ${rows.map((each) => each.kind)}::text[],
                    ${rows.map((each) => each.how)}::text[],
                    ${rows.map((each) => each.reasonsText)}::jsonb[],
                    ${rows.map((each) => each.figuresText)}::jsonb[],
                    ${rows.map((each) => each.toMember)}::uuid[],
                    ${rows.map((each) => each.reviewOn)}::date[])
             as a (account_id, order_id, kind, how, reasons, figures, to_member, review_on)
       where o.account_id = a.account_id
         and o.order_id   = a.order_id`),
  ]);
}

function texts({ reasons, figures }: OrderAct) {
  return {
    reasonsText: JSON.stringify(reasons),
    figuresText: figures === null ? null : JSON.stringify(figures),
  };
}
