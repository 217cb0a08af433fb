/** The credit of one account on one card: limits, what is at risk, what is left, what is held. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Bench, benchFor, judgeAt } from '../actions/judge-orders.ts';
import type { WireCredit } from '../contract/limits.ts';
import { exposureOf } from '../rules/exposure.ts';
import { keptFigures } from '../rules/kept-figures.ts';
import { reachOf } from '../rules/limit.ts';
import { holdUntil } from '../store/account-holds.ts';
import { ordersOfAccount } from '../store/history.ts';
import { type LimitGrant, grantsOf } from '../store/limits.ts';
import { creditNotices } from '../store/notices.ts';
import type { Standing } from '../store/standing.ts';
import { wireNotice, wireOrder, wireReasons } from './wire.ts';

const mostOrders = 50;

/** Undefined when there is no such account. */
export async function accountCredit(
  db: Queries,
  accountId: Id,
  today: Day,
  language: Language,
): Promise<WireCredit | undefined> {
  const bench = await benchFor(db, [accountId], today);
  const standing = bench.standings.get(accountId);
  if (standing === undefined) return undefined;
  const nothing = {
    number: '',
    currency: standing.base,
    open: 0n,
    delivered: 0n,
    counted: null,
    forced: null,
  };
  const [judged] = judgeAt(bench, standing, 'order', [nothing]);
  const figures = judged?.judgement.figures ?? null;
  const grants = await grantsOf(db, accountId);
  const orders = await ordersOfAccount(db, accountId, mostOrders);
  const limit = figures?.limit?.amount ?? null;
  const reach = limit && reachOf(limit, bench.policyOf(standing).toleranceBps);
  const left = figures && reach !== null ? reach - figures.exposure.total.minor : null;
  return {
    figures: figures && keptFigures(figures),
    available: left === null || limit === null ? null : formatMoney(money(left, limit.currency)),
    hold: standing.hold,
    holdUntil: standing.hold === null ? null : await holdUntil(db, accountId),
    ...limitsOf(standing, grants),
    group: groupOf(bench, standing),
    reasons: wireReasons(judged?.judgement.reasons ?? [], language),
    orders: orders.map(wireOrder),
    notices: (await creditNotices(db, { accountId })).map(wireNotice),
  };
}

function limitsOf(
  { limits }: Standing,
  grants: readonly LimitGrant[],
): Pick<WireCredit, 'standing' | 'temporary' | 'insurance'> {
  const of = (kind: LimitGrant['kind']): LimitGrant | undefined =>
    grants.find((each) => each.kind === kind);
  const said = of('standing');
  const { standing } = limits;
  const insurance = of('insurance');
  return {
    standing: standing && {
      amount: formatMoney(standing.amount),
      currency: standing.amount.currency,
      fromOn: said?.fromOn ?? null,
      untilOn: standing.untilOn,
      reviewOn: said?.reviewOn ?? null,
    },
    temporary: wireGrant(of('temporary')),
    insurance: wireInsurance(insurance),
  };
}

function wireGrant(grant: LimitGrant | undefined): WireCredit['temporary'] {
  if (grant === undefined) return null;
  const { amount, currency, fromOn, untilOn, reviewOn } = grant;
  return { amount: amount && formatMoney(amount), currency, fromOn, untilOn, reviewOn };
}

function wireInsurance(grant: LimitGrant | undefined): WireCredit['insurance'] {
  const limit = wireGrant(grant);
  if (limit === null || grant === undefined) return null;
  return { ...limit, insurer: grant.insurer, policyNumber: grant.policyNumber };
}

function groupOf(bench: Bench, standing: Standing): WireCredit['group'] {
  const { family } = standing;
  if (family === null) return null;
  const { amount, untilOn } = family.limit;
  const counted = { unapplied: bench.policyOf(standing).countUnapplied };
  const exposure = exposureOf(family, amount.currency, bench.rates(amount.currency), counted);
  return {
    name: family.name,
    limit: formatMoney(amount),
    currency: amount.currency,
    exposure: exposure.ok ? formatMoney(exposure.value.total) : null,
    untilOn,
  };
}
