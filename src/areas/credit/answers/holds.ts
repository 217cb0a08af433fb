/**
 * The hold list: every order that waits, judged as it stands now, with how its customer pays and
 * whether the reader may let it go.
 *
 * What stands written at the order is how it was when it was decided; here it is as it is today.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, type Money, formatMoney, money } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { reachOf } from '#areas/approvals/index.ts';
import { type RateBook, ratesInto, rolesOf } from '#areas/ledger/index.ts';
import { inBase } from '#areas/ledger/rules/base-amount.ts';
import type { WireHold } from '../contract/holds.ts';
import { benchFor, judgeAt } from '../actions/judge-orders.ts';
import { smallFirst } from '../rules/judge-in-turn.ts';
import type { OrderJudgement } from '../rules/judge-order.ts';
import { keptFigures } from '../rules/kept-figures.ts';
import {
  type Behaviour,
  type HoldOrder,
  type Waiting,
  behaviourOf,
  noBehaviour,
  waitingOrders,
} from '../store/list.ts';
import { type RiskOrder, ordersAtRisk } from '../store/open-orders.ts';
import type { Standing } from '../store/standing.ts';
import { wireReasons } from './wire.ts';

export type HoldReader = {
  readonly memberId: Id | null;
  readonly companies: CompanyScope;
  readonly language: Language;
  readonly today: Day;
  readonly order?: HoldOrder;
};

type Seen = {
  readonly waiting: Waiting;
  readonly order: RiskOrder;
  readonly standing: Standing;
  readonly judgement: OrderJudgement;
  readonly clears: boolean;
};

/** All of them, or the one that is named; of too many, those that stand first in the order. */
export async function heldOrders(
  db: Queries,
  reader: HoldReader,
  orderId?: Id,
): Promise<(WireHold & { readonly ownerId: Id | null; readonly forwardedId: Id | null })[]> {
  const { today, companies, order = 'small' } = reader;
  const scope = orderId === undefined ? { companies, order } : { companies, orderId };
  const waiting = await waitingOrders(db, scope, today);
  const accountIds = [...new Set(waiting.map(({ accountId }) => accountId))];
  const seen = await judged(db, waiting, accountIds, today);
  const behaviours = await behaviourOf(db, accountIds, today);
  const authorityOver = await authorityBench(db, seen, reader);
  return seen.map((each) => {
    const behaviour = behaviours.get(each.waiting.accountId) ?? noBehaviour;
    const { ownerId, forwardedId } = each.waiting;
    const authority = authorityOver(each);
    return { ...wireHold(each, behaviour, reader.language), authority, ownerId, forwardedId };
  });
}

/** The held ones of an account in turn, smallest first, as cash would clear them. */
async function judged(
  db: Queries,
  waiting: readonly Waiting[],
  accountIds: readonly Id[],
  today: Day,
): Promise<Seen[]> {
  const bench = await benchFor(db, accountIds, today);
  const orders = await ordersAtRisk(db, accountIds);
  const listed = new Map(waiting.map((each) => [each.orderId, each]));
  return accountIds.flatMap((accountId) => {
    const standing = bench.standings.get(accountId);
    if (standing === undefined) return [];
    const mine = orders.filter((each) => each.accountId === accountId && listed.has(each.orderId));
    const turned = judgeAt(bench, standing, 'order', smallFirst(mine));
    return turned.flatMap(({ order, judgement }): Seen[] => {
      const found = listed.get(order.orderId);
      const clears = order.verdict === 'held' && judgement.verdict === 'approved';
      return found === undefined ? [] : [{ waiting: found, order, standing, judgement, clears }];
    });
  });
}

type Reach = {
  readonly rates: RateBook;
  readonly alone: Awaited<ReturnType<typeof reachOf>>;
};

/** Whether the reader may let an order go alone, else the role that may; read once a company. */
async function authorityBench(
  db: Queries,
  seen: readonly Seen[],
  { memberId, today }: HoldReader,
): Promise<(each: Seen) => WireHold['authority']> {
  const roles = await rolesOf(db, memberId);
  const currencies = [...new Set(seen.map(({ order }) => order.currency))];
  const companies = new Map<Id, Reach>();
  for (const { companyId, base } of seen.map(({ standing }) => standing)) {
    if (companies.has(companyId)) continue;
    const rates = await ratesInto(db, base, currencies);
    const alone = await reachOf(db, { companyId, kind: 'order_release', roles });
    companies.set(companyId, { rates, alone });
  }
  return ({ order, standing, waiting: { asked } }) => {
    const reach = companies.get(standing.companyId);
    const open = money(order.open, order.currency);
    const weight = reach && weightOf(open, standing.base, reach.rates, today);
    if (!reach || !weight) return { mine: false, who: null, dual: false, asked };
    const { alone, who, dual } = reach.alone(weight);
    return { mine: alone, who, dual, asked };
  };
}

/** Undefined without a rate of the day: then nobody lets it go by amount. */
function weightOf(open: Money, base: Currency, rates: RateBook, on: Day): Money | undefined {
  if (open.currency === base) return open;
  const rate = rates.on(open.currency, on);
  return rate && inBase(open, rate, base);
}

function wireHold(
  { waiting, order, judgement, clears }: Seen,
  behaviour: Behaviour,
  language: Language,
): Omit<WireHold, 'authority'> {
  const { orderId, accountId, account, name, company, orderedOn, heldAt, alerted } = waiting;
  const { figures } = judgement;
  return {
    orderId,
    order: order.number,
    accountId,
    account,
    name,
    company,
    orderedOn,
    amount: formatMoney(money(order.open, order.currency)),
    currency: order.currency,
    verdict: order.verdict === 'approved' || order.verdict === 'released' ? order.verdict : 'held',
    reasons: wireReasons(judgement.reasons, language),
    figures: figures && keptFigures(figures),
    heldAt,
    alerted,
    forwardedTo: waiting.forwardedTo,
    reviewOn: waiting.reviewOn,
    clearsNow: clears,
    payments: {
      lastPaidOn: behaviour.lastPaidOn,
      paidLastYear: paidText(behaviour),
      daysLate: behaviour.daysLate,
      promisesKept: behaviour.kept,
      promisesBroken: behaviour.broken,
    },
  };
}

function paidText({ paid }: Behaviour): string {
  return paid === null ? '0' : formatMoney(money(paid.minor, paid.currency));
}
