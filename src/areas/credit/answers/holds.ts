/**
 * The hold list: every order that waits, judged as it stands now, with how its customer pays and
 * whether the reader may let it go.
 *
 * What stands written at the order is how it was when it was decided; here it is as it is today.
 */
import type { Day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { mayAlone } from '#areas/approvals/index.ts';
import { bookedBase, rolesOf } from '#areas/ledger/index.ts';
import type { WireHold } from '../contract/holds.ts';
import { benchFor, judgeAt } from '../actions/judge-orders.ts';
import { smallFirst } from '../rules/judge-in-turn.ts';
import type { OrderJudgement } from '../rules/judge-order.ts';
import { keptFigures } from '../rules/kept-figures.ts';
import {
  type Behaviour,
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
};

type Seen = {
  readonly waiting: Waiting;
  readonly order: RiskOrder;
  readonly standing: Standing;
  readonly judgement: OrderJudgement;
  readonly clears: boolean;
};

/** All of them, or the one that is named, the smallest first. */
export async function heldOrders(
  db: Queries,
  reader: HoldReader,
  orderId?: Id,
): Promise<(WireHold & { readonly ownerId: Id | null; readonly forwardedId: Id | null })[]> {
  const { today, companies } = reader;
  const scope = orderId === undefined ? { companies } : { companies, orderId };
  const waiting = await waitingOrders(db, scope, today);
  const accountIds = [...new Set(waiting.map(({ accountId }) => accountId))];
  const seen = await judged(db, waiting, accountIds, today);
  const behaviours = await behaviourOf(db, accountIds, today);
  const roles = await rolesOf(db, reader.memberId);
  const rows: (WireHold & { ownerId: Id | null; forwardedId: Id | null })[] = [];
  for (const each of seen) {
    const behaviour = behaviours.get(each.waiting.accountId) ?? noBehaviour;
    const authority = await authorityOver(db, each, { roles, today });
    const { ownerId, forwardedId } = each.waiting;
    rows.push({ ...wireHold(each, behaviour, reader.language), authority, ownerId, forwardedId });
  }
  return rows;
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

type Asker = { readonly roles: readonly string[]; readonly today: Day };

/** Whether the reader may let it go alone, else the role that may. */
async function authorityOver(
  db: Queries,
  { order, standing, waiting: { asked } }: Seen,
  { roles, today }: Asker,
): Promise<WireHold['authority']> {
  const { base, companyId } = standing;
  const open = money(order.open, order.currency);
  const weight = await bookedBase(db, open, base, today);
  if (!weight.ok) return { mine: false, who: null, dual: false, asked };
  const question = { companyId, weight: money(weight.value, base), roles };
  const { alone, who, dual } = await mayAlone(db, { ...question, kind: 'order_release' });
  return { mine: alone, who, dual, asked };
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
