/** A desk that agrees payment plans: one account that owes $1,000, and a collector. */
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { judgePlans } from '#areas/promises/actions/plans/judge-plans.ts';
import { type OfferPlan, offerPlan } from '#areas/promises/actions/plans/offer-plan.ts';
import { signPlan } from '#areas/promises/actions/plans/sign-plan.ts';
import { judgeSettlements } from '#areas/promises/actions/settlements/judge-settlements.ts';
import { type PlanPolicy, standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { deskOn, usd } from './builders.ts';

export type PlanTold = Partial<Omit<OfferPlan, 'accountId'>>;

/** On the day, the account owes $1,000, due two months before. */
export async function planDesk(start: string, policy: PlanPolicy = standardPlanPolicy) {
  const desk = await deskOn(start);
  const accountId = await desk.account('NORTH');
  const told = { issued: '2025-10-01', due: '2025-11-30', number: 'I-1' };
  const invoice = await desk.invoice(accountId, { ...told, amount: '1000' });
  // What is recorded after the plan is recorded later than it, also on its own day.
  const collector = await desk.member('collector');
  const wish = (part: PlanTold = {}): OfferPlan => ({
    accountId,
    currency: usd('1').currency,
    itemIds: [],
    down: usd('0'),
    fee: usd('0'),
    aprPct: decimal('0'),
    frequency: 'monthly',
    count: 3,
    firstOn: day(start),
    days: [],
    edits: [],
    party: null,
    offeredTo: 'Ms Orr',
    note: '',
    ...part,
  });
  const offer = (part?: PlanTold, by: Actor = collector) =>
    desk.act((context) => offerPlan(context, wish(part), policy), by);
  const sign = (planId: Id, version = 1) =>
    desk.done((context) => signPlan(context, signing(accountId, planId, version)), collector);
  return {
    ...desk,
    accountId,
    invoice,
    collector,
    policy,
    offer,
    sign,
    /** Offers and signs; answers the plan. */
    async agree(part?: PlanTold): Promise<Id> {
      const offered = await offer(part);
      if (!offered.ok) throw new Error(offered.refusal);
      await sign(offered.value.planId);
      return offered.value.planId;
    },
    /** The night that ends before this day's work. */
    async night(on: string): Promise<void> {
      desk.on(on);
      await desk.done((context) => judgePlans(context, [accountId]));
      await desk.done((context) => judgeSettlements(context, [accountId]));
    },
    /** Every state that was recorded, in the order in which it was. */
    async history(): Promise<string[]> {
      const rows = await desk.db.all(sql<{ state: string; effective_on: string }>`
        select state, effective_on from promises.plan_verdict order by verdict_id`);
      return rows.map(({ state, effective_on }) => `${state} ${effective_on}`);
    },
    async next(): Promise<string> {
      const row = await desk.db.one(sql<{ due: string; minor: bigint; state: string }>`
        select next_due_on as due, next_amount_minor as minor, state from promises.plan_card`);
      return `${row.state} ${row.minor} ${row.due}`;
    },
    /** The documents that a plan in good standing covers. */
    async covered(): Promise<number> {
      const { count } = await desk.db.one(sql<{ count: bigint }>`
        select count(*) from promises.planned_item`);
      return Number(count);
    },
  };
}

export function signing(accountId: Id, planId: Id, version = 1) {
  const sha256 = 'a'.repeat(64);
  return {
    accountId,
    planId,
    version,
    documents: ['en', 'es'].map((language) => {
      return { language, sha256, content: new TextEncoder().encode(`agreement in ${language}`) };
    }),
    signature: {
      how: 'typed' as const,
      name: 'Ms Orr',
      language: 'en',
      sha256,
      ip: '203.0.113.7',
      userAgent: 'a browser',
      copy: null,
    },
  };
}
