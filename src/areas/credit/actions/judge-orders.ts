/**
 * Judges orders of accounts as they stand now: the ones nobody judged, the held ones when money
 * came, the ones that money had released when it went back.
 *
 * Orders are judged in turn, an account at a time, so that two never share the same rest of a
 * limit. What has shipped is not held any more: somebody is alerted.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { lockAccounts, rateOn } from '#areas/ledger/index.ts';
import type { RateOf } from '../rules/exposure.ts';
import { type OrderInTurn, judgeInTurn, smallFirst } from '../rules/judge-in-turn.ts';
import { type OrderJudgement, clearsByCash } from '../rules/judge-order.ts';
import { keptFigures } from '../rules/kept-figures.ts';
import { type Checkpoint, type CreditPolicy, policyFor } from '../rules/policy.ts';
import {
  type RiskOrder,
  accountsBeside,
  lockFamilies,
  ordersAtRisk,
} from '../store/open-orders.ts';
import { type LateDays, type Standing, standingsOf } from '../store/standing.ts';
import { type ActHow, type ActKind, type OrderAct, recordActs } from '../store/verdicts.ts';
import { policiesInForce } from './policies-in-force.ts';

/** Everything that judging accounts needs, read once. */
export type Bench = {
  readonly today: Day;
  readonly standings: ReadonlyMap<Id, Standing>;
  readonly policyOf: (standing: Standing) => CreditPolicy;
  readonly rates: (into: Currency) => RateOf;
};

/** Reads the standing of accounts; of those that are not there, nothing. */
export async function benchFor(db: Queries, accountIds: readonly Id[], today: Day): Promise<Bench> {
  const policies = await policiesInForce(db, today);
  const standings = await standingsOf(db, accountIds, today, lateDaysOf(policies));
  const rates = await ratesFor(db, [...standings.values()], today);
  return { today, standings, rates, policyOf: ({ company }) => policyFor(company, policies) };
}

function lateDaysOf(policies: readonly CreditPolicy[]): LateDays {
  const days = ({ pastDue }: CreditPolicy): number => pastDue.days + pastDue.graceDays;
  const named = policies.flatMap((each) =>
    each.companies.map((code) => [code, days(each)] as const),
  );
  return { byCompany: new Map(named.toReversed()), others: days(policyFor('', policies)) };
}

/** Judges orders of one account in turn at a checkpoint. */
export function judgeAt<O extends OrderInTurn>(
  bench: Bench,
  facts: Standing,
  at: Checkpoint,
  orders: readonly O[],
): { readonly order: O; readonly judgement: OrderJudgement }[] {
  const { today, rates } = bench;
  return judgeInTurn({ facts, at, policy: bench.policyOf(facts), today, rates }, orders);
}

async function ratesFor(
  db: Queries,
  standings: readonly Standing[],
  today: Day,
): Promise<(into: Currency) => RateOf> {
  const pairs = new Map<string, readonly [Currency, Currency]>();
  for (const { books, orders, family, limits, base } of standings) {
    const from = [...books, ...orders, ...(family?.books ?? []), ...(family?.orders ?? [])];
    const amounts = [limits.standing, limits.temporary, limits.insurance, family?.limit];
    const into = [base, ...amounts.flatMap((each) => (each ? [each.amount.currency] : []))];
    for (const { currency } of from) {
      for (const to of into) if (to !== currency) pairs.set(`${currency} ${to}`, [currency, to]);
    }
  }
  const known = new Map<string, Decimal>();
  for (const [key, [from, to]] of pairs) {
    const rate = await rateOn(db, from, to, today);
    if (rate.ok) known.set(key, rate.value);
  }
  return (into) => (from) => known.get(`${from} ${into}`);
}

export type Judging = {
  readonly accountIds: readonly Id[];
  /** `new`: what nobody judged. `cash`: what waits for money. `returned`: what money released. */
  readonly which: 'new' | 'cash' | 'returned';
};

export type Judged = {
  readonly approved: number;
  readonly held: number;
  readonly released: number;
  readonly alerted: number;
};

/** Judges again what the news may have changed; the answer counts what changed. */
export async function judgeOrders(
  context: Context,
  { accountIds, which }: Judging,
): Promise<Outcome<Judged, never>> {
  const { tx, today } = context;
  const beside = which === 'new' ? [] : await accountsBeside(tx, accountIds, today);
  const all = [...new Set([...accountIds, ...beside])];
  const candidates = (await ordersAtRisk(tx, all)).filter((order) => isMeant(order, which));
  const touched = [...new Set(candidates.map(({ accountId }) => accountId))].toSorted();
  if (touched.length === 0) return accept(counted([]));
  await lockFamilies(tx, touched, today);
  await lockAccounts(tx, touched);
  const orders = (await ordersAtRisk(tx, touched)).filter((order) => isMeant(order, which));
  const bench = await benchFor(tx, touched, today);
  const acts = touched.flatMap((accountId) => {
    const standing = bench.standings.get(accountId);
    const mine = orders.filter((order) => order.accountId === accountId);
    return standing === undefined ? [] : actsFor(context, bench, standing, mine, which);
  });
  await recordActs(context, acts);
  await tellActs(context, acts, orders);
  return accept(counted(acts));
}

function isMeant({ state, verdict, how }: RiskOrder, which: Judging['which']): boolean {
  if (state !== 'open') return false;
  if (which === 'new') return verdict === null;
  if (which === 'cash') return verdict === 'held' && how !== 'person';
  return verdict === 'released' && how === 'cash';
}

function actsFor(
  context: Context,
  bench: Bench,
  standing: Standing,
  orders: readonly RiskOrder[],
  which: Judging['which'],
): OrderAct[] {
  const policy = bench.policyOf(standing);
  if (which === 'cash' && !policy.releaseOnCash) return [];
  const turn = which === 'cash' ? smallFirst(orders) : orders;
  return judgeAt(bench, standing, 'order', turn).flatMap(({ order, judgement }) => {
    const outcome = outcomeOf(order, judgement, policy, which);
    if (outcome === undefined) return [];
    const { kind, how } = outcome;
    return [actOf({ context, policy, order, judgement, kind, how })];
  });
}

/** What becomes of it; undefined: it stays as it is. */
function outcomeOf(
  order: RiskOrder,
  { verdict }: OrderJudgement,
  policy: CreditPolicy,
  which: Judging['which'],
): { readonly kind: ActKind; readonly how: ActHow } | undefined {
  if (which === 'new') return { kind: verdict, how: 'check' };
  if (which === 'cash') {
    const clears =
      verdict === 'approved' && clearsByCash(order.reasons.map(({ reason }) => reason));
    return clears ? { kind: 'released', how: 'cash' } : undefined;
  }
  if (verdict === 'approved') return undefined;
  const gone = order.shipped > 0n || policy.onReturn === 'alert';
  return { kind: gone ? 'alerted' : 'held', how: 'returned' };
}

export type Act = {
  readonly context: Context;
  readonly policy: CreditPolicy;
  readonly order: { readonly accountId: Id; readonly orderId: Id };
  readonly judgement: OrderJudgement;
  readonly kind: ActKind;
  readonly how: ActHow;
  readonly checkpoint?: Checkpoint;
};

/** An act that the policy decided, with what it weighed. */
export function actOf({ context, policy, order, judgement, kind, how, checkpoint }: Act): OrderAct {
  const { accountId, orderId } = order;
  const { reasons, figures } = judgement;
  return {
    accountId,
    orderId,
    kind,
    how,
    checkpoint: checkpoint ?? 'order',
    reasons,
    figures: figures && keptFigures(figures),
    policy: { key: policy.key, version: policy.version },
    reviewOn: kind === 'released' ? plusDays(context.today, policy.releaseDays) : null,
    toMember: null,
    evidence: '',
    requestId: null,
    actor: context.actor.ref,
    reason: context.reason,
  };
}

/** Tells outsiders and the day's work what was decided; one piece of news an order. */
export async function tellActs(
  context: Context,
  acts: readonly OrderAct[],
  orders: readonly { readonly orderId: Id; readonly number: string }[],
): Promise<void> {
  const numbers = new Map(orders.map(({ orderId, number }) => [orderId, number]));
  for (const { accountId, orderId, kind, how, checkpoint, reasons, figures } of acts) {
    const order = numbers.get(orderId) ?? '';
    context.did({ what: `order ${kind}`, id: orderId, facts: { order, how } });
    await context.tell({
      name: 'credit.order_decided',
      accountId,
      payload: { orderId, order, kind, how, checkpoint, reasons, figures },
    });
  }
}

function counted(acts: readonly OrderAct[]): Judged {
  const of = (kind: ActKind): number => acts.filter((each) => each.kind === kind).length;
  return {
    approved: of('approved'),
    held: of('held'),
    released: of('released'),
    alerted: of('alerted'),
  };
}
