/**
 * Sets how far a customer may go: alone within one's authority, or asked for and granted.
 *
 * Who may set limits never releases orders against them. A cut is told to the customer within the
 * law's days: the clock of it starts with the cut, in its transaction.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type Currency,
  type Money,
  formatMoney,
  money,
  parseMoney,
  currency,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  grantedRequest,
  mayAlone,
  requestApproval,
  settleRequest,
} from '#areas/approvals/index.ts';
import { boundless } from '#areas/approvals/rules/authority.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { setCreditLimit } from '#areas/customers/index.ts';
import { bookedBase, lockAccount, rolesOf } from '#areas/ledger/index.ts';
import {
  type LimitChange,
  type LimitChangeRefusal,
  acceptChange,
  isCut,
  isLittle,
} from '../rules/limit-change.ts';
import {
  type LimitSubject,
  gaveMoreSince,
  grantsOf,
  insertGrant,
  insertGroupLimit,
  limitSubject,
} from '../store/limits.ts';
import { startNotice } from './start-notice.ts';

export type SetLimit = LimitChange & {
  readonly accountId: Id;
  readonly currency: Currency;
  readonly insurer: string | null;
  readonly policyNumber: string | null;
  /** It is cut because this very account is behind: no adverse action. */
  readonly forDelinquency: boolean;
};

export type SetLimitRefusal =
  | LimitChangeRefusal
  | 'credit.no_such_account'
  | 'credit.authority_no_rate'
  | 'credit.limit_beyond_authority'
  | 'credit.no_limit_beyond_authority';

export type LimitSet = { readonly grantId: Id; readonly noticeBy: Day | null };

export async function setLimit(
  context: Context,
  wish: SetLimit,
): Promise<Outcome<LimitSet, SetLimitRefusal>> {
  const { tx, actor, today } = context;
  const subject = await lockedSubject(context, wish.accountId);
  if (!subject.ok) return subject;
  const fits = acceptChange(wish, today);
  if (!fits.ok) return fits;
  const weight = await weightOf(context, wish, subject.value);
  if (!weight.ok) return weight;
  const { companyId, limit } = subject.value;
  const roles = await rolesOf(tx, actor.memberId);
  const question = { companyId, kind: 'credit_limit', weight: weight.value, roles } as const;
  const { alone, who } = await mayAlone(tx, question);
  if (!alone && !(await needsNobody(context, wish, limit))) {
    if (wish.amount === null)
      return refuse('credit.no_limit_beyond_authority', { who: who ?? 'nobody' });
    const facts = { amount: formatMoney(weight.value), currency: weight.value.currency };
    return refuse('credit.limit_beyond_authority', { ...facts, who: who ?? 'nobody' });
  }
  return accept(await record(context, wish, subject.value, null));
}

/**
 * A cut, or a little more for a few days, once in a while. Taking a limit away is neither: where
 * the policy lets a customer without one order, it is all the credit there is.
 */
async function needsNobody(
  { tx }: Context,
  wish: SetLimit,
  standing: Money | null,
): Promise<boolean> {
  if (wish.amount === null) return false;
  if (isCut(wish, standing)) return true;
  if (!isLittle(wish, standing)) return false;
  return !(await gaveMoreSince(tx, wish.accountId, plusDays(wish.fromOn, -togetherDays)));
}

/** Asks for a limit that is beyond one's own authority. */
export async function askLimit(
  context: Context,
  { evidence, ...wish }: SetLimit & { readonly evidence: string },
): Promise<Outcome<{ requestId: Id }, SetLimitRefusal | RequestRefusal>> {
  const subject = await lockedSubject(context, wish.accountId);
  if (!subject.ok) return subject;
  const fits = acceptChange(wish, context.today);
  if (!fits.ok) return fits;
  const weight = await weightOf(context, wish, subject.value);
  if (!weight.ok) return weight;
  const { accountId, kind, amount } = wish;
  return requestApproval(context, {
    companyId: subject.value.companyId,
    accountId,
    kind: 'credit_limit',
    subjectKey: `${accountId} ${kind}`,
    subject: { ...wish, amount: amount === null ? null : formatMoney(amount) },
    facts: { name: subject.value.name, ...(amount === null && { titled: 'no_credit_limit' }) },
    amount: amount ?? money(0n, wish.currency),
    weight: weight.value,
    evidence,
  });
}

/** Does what was granted, once. */
export async function limitGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'credit_limit');
  if (!request) return accept({ done: false });
  // What askLimit above kept, its amount as text.
  const kept = request.subject as Omit<SetLimit, 'amount'> & { readonly amount: string | null };
  const code = currency(kept.currency);
  const amount = kept.amount === null ? null : (parseMoney(kept.amount, code) ?? null);
  const fromOn = kept.fromOn < context.today ? context.today : kept.fromOn;
  const wish = { ...kept, amount, currency: code, fromOn };
  const subject = await lockedSubject(context, wish.accountId);
  const fits = acceptChange(wish, context.today);
  if (!subject.ok || !fits.ok) {
    const detail = { refusal: subject.ok ? (fits.ok ? '' : fits.refusal) : subject.refusal };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  const said = { ...context, reason: request.reason };
  const { grantId } = await record(said, wish, subject.value, requestId);
  await settleRequest(context, requestId, { how: 'done', detail: { grantId } });
  return accept({ done: true });
}

/** Somebody's wish for more credit was refused: they are told why, in time. */
export async function limitRefused(
  context: Context,
  request: { readonly requestId: Id; readonly accountId: Id },
): Promise<Outcome<{ noticeBy: Day | null }, never>> {
  const subject = await limitSubject(context.tx, request.accountId);
  if (!subject) return accept({ noticeBy: null });
  const { accountId, requestId } = request;
  const at = { accountId, about: { kind: 'credit_limit', id: requestId }, subject } as const;
  return accept({ noticeBy: await startNotice(context, at, false) });
}

async function lockedSubject(
  { tx }: Context,
  accountId: Id,
): Promise<Outcome<LimitSubject, 'credit.no_such_account'>> {
  await lockAccount(tx, accountId);
  const subject = await limitSubject(tx, accountId);
  return subject ? accept(subject) : refuse('credit.no_such_account');
}

/**
 * The whole limit, in the company's currency: what the limits of authority are held against. No
 * limit at all weighs more than any.
 */
async function weightOf(
  { tx, today }: Context,
  { amount, currency: code }: SetLimit,
  { base }: LimitSubject,
): Promise<Outcome<Money, 'credit.authority_no_rate'>> {
  if (amount === null) return accept(money(boundless, base));
  const weight = await bookedBase(tx, amount, base, today);
  if (weight.ok) return accept(money(weight.value, base));
  return refuse('credit.authority_no_rate', { from: code, to: base });
}

async function record(
  context: Context,
  wish: SetLimit,
  subject: LimitSubject,
  requestId: Id | null,
): Promise<LimitSet> {
  const { accountId, kind, amount } = wish;
  const grantId = context.newId();
  const grant = { ...wish, grantId };
  const before = (await grantsOf(context.tx, accountId)).find((each) => each.kind === kind);
  if (kind === 'group') {
    await insertGroupLimit(context, subject.customerId, { ...grant, kind: 'standing' }, requestId);
  } else {
    await insertGrant(context, accountId, { ...grant, kind }, requestId);
  }
  if (kind === 'standing') {
    await setCreditLimit(context, { accountId, limit: amount, currency: wish.currency });
  }
  await startReview(context, wish, subject, { grantId, before: before?.grantId ?? null });
  const at = { accountId, about: { kind: 'credit_limit', id: grantId }, subject } as const;
  const cut = isCut(wish, subject.limit);
  const noticeBy = cut ? await startNotice(context, at, wish.forDelinquency) : null;
  const facts = {
    kind,
    amount: amount === null ? '' : formatMoney(amount),
    currency: wish.currency,
  };
  context.did({ what: 'credit limit', id: grantId, facts });
  await context.tell({
    name: 'credit.limit_changed',
    accountId,
    payload: { grantId, ...facts, untilOn: wish.untilOn },
  });
  return { grantId, noticeBy };
}

/** The days of review and of expiry stand as clocks; a new limit of the kind ends the old ones. */
async function startReview(
  context: Context,
  { accountId, kind, untilOn, reviewOn }: SetLimit,
  { companyId, ownerId }: LimitSubject,
  { grantId, before }: { readonly grantId: Id; readonly before: Id | null },
): Promise<void> {
  const about = { kind: 'credit_limit', id: grantId };
  const of = { companyId, accountId, about, startedOn: context.today, ownerId };
  const clocks = [
    { name: 'review', clock: 'credit_review', dueOn: reviewOn },
    { name: 'expiry', clock: 'credit_limit_expiry', dueOn: untilOn },
  ] as const;
  const also = { source: 'policy: credit', facts: { limit: kind } };
  for (const { name, clock, dueOn } of clocks) {
    if (before !== null) {
      const reason = 'another limit was set';
      await stopClock(context, { key: `credit_limit/${before}/${name}`, how: 'met', reason });
    }
    if (dueOn === null) continue;
    const key = `credit_limit/${grantId}/${name}`;
    await startClock(context, { ...of, ...also, key, kind: clock, dueOn });
  }
}
