/**
 * A person decides an order: lets it go, turns it down, hands it on, holds it, or has it asked
 * again.
 *
 * What one may not let go alone is refused with the name of the role that may; it is asked for
 * then, and done when it is granted. Nobody releases what went to zero or is closed.
 */
import type { Day } from '#kernel/day.ts';
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  grantedRequest,
  mayAlone,
  requestApproval,
  settleRequest,
} from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { bookedBase, lockAccount, rolesOf } from '#areas/ledger/index.ts';
import { isForDelinquency } from '../rules/adverse-action.ts';
import type { OrderJudgement } from '../rules/judge-order.ts';
import type { CreditPolicy } from '../rules/policy.ts';
import { limitSubject } from '../store/limits.ts';
import { type RiskOrder, lockFamilies, ordersAtRisk } from '../store/open-orders.ts';
import { orderById } from '../store/orders.ts';
import type { Standing } from '../store/standing.ts';
import { type ActKind, type OrderAct, recordActs } from '../store/verdicts.ts';
import { actOf, benchFor, judgeAt, tellActs } from './judge-orders.ts';
import { startNotice } from './start-notice.ts';

export type DecideOrder = {
  readonly orderId: Id;
  readonly act: 'release' | 'reject' | 'forward' | 'hold' | 'recheck';
  /** When it is looked at again; the policy says it where it is null. */
  readonly reviewOn: Day | null;
  /** Who has it now; only of `forward`. */
  readonly toMember: Id | null;
  /** What the decision rests on: a file, a letter, a link. */
  readonly evidence: string;
};

export type DecideRefusal =
  | 'credit.no_such_order'
  | 'credit.not_held'
  | 'credit.not_open'
  | 'credit.review_passed'
  | 'credit.forward_to_whom'
  | 'credit.beyond_authority'
  | 'credit.authority_no_rate';

export type OrderDecided = {
  readonly orderId: Id;
  readonly verdict: RiskOrder['verdict'];
  /** By when the customer is told that it was turned down; null where the law asks for nothing. */
  readonly noticeBy: Day | null;
};

export async function decideOrder(
  context: Context,
  wish: DecideOrder,
): Promise<Outcome<OrderDecided, DecideRefusal>> {
  const found = await held(context, wish.orderId);
  if (!found.ok) return found;
  const { order } = found.value;
  const fits = fitsAct(wish, order, context.today);
  if (!fits.ok) return fits;
  if (wish.act === 'recheck') return accept(await recheck(context, found.value));
  if (wish.act === 'release') {
    const may = await mayRelease(context, found.value);
    if (!may.ok) return may;
  }
  await decide(context, found.value, wish);
  const noticeBy = wish.act === 'reject' ? await tellRejected(context, found.value) : null;
  const [after] = await ordersAtRisk(context.tx, [order.accountId]).then((all) =>
    all.filter(({ orderId }) => orderId === order.orderId),
  );
  return accept({ orderId: order.orderId, verdict: after?.verdict ?? null, noticeBy });
}

/** Asks for a release that is beyond one's own authority. */
export async function askRelease(
  context: Context,
  { orderId, evidence }: Pick<DecideOrder, 'orderId' | 'evidence'>,
): Promise<Outcome<{ requestId: Id }, DecideRefusal | RequestRefusal>> {
  const found = await held(context, orderId);
  if (!found.ok) return found;
  const { order, standing } = found.value;
  if (order.verdict !== 'held') return refuse('credit.not_held', { order: order.number });
  const weight = await weightOf(context, found.value);
  if (!weight.ok) return weight;
  return requestApproval(context, {
    companyId: standing.companyId,
    accountId: order.accountId,
    kind: 'order_release',
    subjectKey: orderId,
    subject: { orderId },
    facts: { document: order.number, name: standing.name },
    amount: money(order.open, order.currency),
    weight: weight.value,
    evidence,
  });
}

/** Does what was granted, once; an order that is held no more, or grew, is told to who asked. */
export async function releaseGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'order_release');
  if (!request) return accept({ done: false });
  // What askRelease above kept.
  const { orderId } = request.subject as { readonly orderId: Id };
  const found = await held(context, orderId);
  const fits = found.ok ? asGranted(found.value.order, request.amount) : found;
  if (!found.ok || !fits.ok) {
    const detail = { refusal: fits.ok ? '' : fits.refusal };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  const act = actFor(context, found.value, 'released', 'approval');
  const given = { ...act, evidence: request.evidence, requestId, reason: request.reason };
  await record(context, found.value, given);
  await settleRequest(context, requestId, { how: 'done', detail: { orderId } });
  return accept({ done: true });
}

/** Nothing is released but what the second person saw: an order that grew is asked for again. */
function asGranted(
  { number, verdict, open, currency }: RiskOrder,
  granted: Money,
): Outcome<true, 'credit.not_held' | 'credit.order_grew'> {
  if (verdict !== 'held') return refuse('credit.not_held', { order: number });
  if (currency === granted.currency && open <= granted.minor) return accept(true);
  return refuse('credit.order_grew', { order: number });
}

type Held = {
  readonly order: RiskOrder;
  readonly standing: Standing;
  readonly policy: CreditPolicy;
  readonly judgement: OrderJudgement;
};

/** The order under its account's lock, with how it is judged now. */
async function held(
  { tx, today }: Context,
  orderId: Id,
): Promise<Outcome<Held, 'credit.no_such_order' | 'credit.not_open'>> {
  const known = await orderById(tx, orderId);
  if (!known) return refuse('credit.no_such_order');
  const { accountId } = known;
  await lockFamilies(tx, [accountId], today);
  await lockAccount(tx, accountId);
  const order = (await ordersAtRisk(tx, [accountId])).find((each) => each.orderId === orderId);
  if (order?.state !== 'open') return refuse('credit.not_open', { order: known.number });
  const bench = await benchFor(tx, [accountId], today);
  const standing = bench.standings.get(accountId);
  if (standing === undefined) return refuse('credit.no_such_order');
  const [judged] = judgeAt(bench, standing, 'order', [order]);
  if (judged === undefined) throw new Error(`order ${order.number} was not judged`);
  const policy = bench.policyOf(standing);
  return accept({ order, standing, policy, judgement: judged.judgement });
}

function fitsAct(
  { act, reviewOn, toMember }: DecideOrder,
  { verdict, number }: RiskOrder,
  today: Day,
): Outcome<true, 'credit.not_held' | 'credit.review_passed' | 'credit.forward_to_whom'> {
  if (verdict !== 'held' && act !== 'hold' && act !== 'recheck') {
    return refuse('credit.not_held', { order: number });
  }
  if (reviewOn !== null && reviewOn < today) {
    return refuse('credit.review_passed', { reviewOn, today });
  }
  if (act === 'forward' && toMember === null) return refuse('credit.forward_to_whom');
  return accept(true);
}

/** What is let go, in the company's currency: what the limits of authority are held against. */
async function weightOf(
  { tx, today }: Context,
  { order, standing }: Held,
): Promise<Outcome<Money, 'credit.authority_no_rate'>> {
  const { base } = standing;
  const weight = await bookedBase(tx, money(order.open, order.currency), base, today);
  if (weight.ok) return accept(money(weight.value, base));
  return refuse('credit.authority_no_rate', { from: order.currency, to: base });
}

async function mayRelease(
  context: Context,
  found: Held,
): Promise<Outcome<true, 'credit.beyond_authority' | 'credit.authority_no_rate'>> {
  const { tx, actor } = context;
  const weight = await weightOf(context, found);
  if (!weight.ok) return weight;
  const { companyId } = found.standing;
  const roles = await rolesOf(tx, actor.memberId);
  const kind = 'order_release';
  const { alone, who } = await mayAlone(tx, { companyId, kind, weight: weight.value, roles });
  if (alone) return accept(true);
  const facts = { amount: formatMoney(weight.value), currency: weight.value.currency };
  return refuse('credit.beyond_authority', { ...facts, who: who ?? 'nobody' });
}

const kinds: Readonly<Record<Exclude<DecideOrder['act'], 'recheck'>, ActKind>> = {
  release: 'released',
  reject: 'rejected',
  forward: 'forwarded',
  hold: 'held',
};

async function decide(context: Context, found: Held, wish: DecideOrder): Promise<void> {
  if (wish.act === 'recheck') return;
  const act = actFor(context, found, kinds[wish.act], 'person');
  const forced = { reason: 'forced', facts: { why: context.reason } } as const;
  const reasons =
    wish.act === 'hold'
      ? [forced, ...act.reasons.filter(({ reason }) => reason !== 'forced')]
      : act.reasons;
  const { evidence, toMember } = wish;
  const reviewOn = wish.reviewOn ?? act.reviewOn;
  await record(context, found, { ...act, reasons, evidence, toMember, reviewOn });
  await reviewLater(context, found, wish.reviewOn);
}

/** Credit that is refused is told to who asked, unless the account is behind. */
async function tellRejected(
  context: Context,
  { order: { orderId, accountId }, judgement }: Held,
): Promise<Day | null> {
  const subject = await limitSubject(context.tx, accountId);
  if (subject === undefined) return null;
  const behind = isForDelinquency(judgement.reasons.map(({ reason }) => reason));
  return startNotice(
    context,
    { accountId, about: { kind: 'order', id: orderId }, subject },
    behind,
  );
}

/** The day on which somebody looks at it again stands as a clock; a new word ends the old one. */
async function reviewLater(
  context: Context,
  { order, standing }: Held,
  dueOn: Day | null,
): Promise<void> {
  const { orderId, accountId, number } = order;
  const keyOf = (on: Day): string => `order/${orderId}/review/${on}`;
  if (order.reviewOn !== null) {
    const reason = context.reason;
    await stopClock(context, { key: keyOf(order.reviewOn), how: 'met', reason });
  }
  if (dueOn === null) return;
  await startClock(context, {
    key: keyOf(dueOn),
    kind: 'order_review',
    companyId: standing.companyId,
    accountId,
    about: { kind: 'order', id: orderId },
    startedOn: context.today,
    dueOn,
    source: 'policy: credit',
    ownerId: context.actor.memberId,
    facts: { order: number },
  });
}

function actFor(context: Context, found: Held, kind: ActKind, how: OrderAct['how']): OrderAct {
  const { order, policy, judgement } = found;
  const act = actOf({ context, policy, order, judgement, kind, how });
  if (kind !== 'released') return act;
  return { ...act, reviewOn: plusDays(context.today, policy.releaseDays) };
}

async function record(context: Context, { order }: Held, act: OrderAct): Promise<void> {
  await recordActs(context, [act]);
  const { accountId, number: document } = order;
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: 'activity.order_decided',
    facts: { order: document, kind: act.kind },
    text: act.reason,
    touch: false,
  });
  await tellActs(context, [act], [order]);
}

/** Asks again: what nothing speaks against any more goes on; a person's hold is kept. */
async function recheck(context: Context, found: Held): Promise<OrderDecided> {
  const { order, policy, judgement } = found;
  const { orderId } = order;
  if (order.verdict === 'held' && judgement.verdict === 'approved') {
    await record(context, found, actOf({ context, policy, order, judgement, ...released }));
    return { orderId, verdict: 'released', noticeBy: null };
  }
  if (order.verdict === 'released' && order.reviewOn !== null && order.reviewOn >= context.today) {
    return { orderId, verdict: 'released', noticeBy: null };
  }
  const kind = judgement.verdict;
  const how = order.forced === null ? 'check' : 'person';
  await record(context, found, actOf({ context, policy, order, judgement, kind, how }));
  return { orderId, verdict: kind, noticeBy: null };
}

const released = { kind: 'released', how: 'policy' } as const;
