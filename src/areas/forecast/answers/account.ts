/** What the forecast says of one account: its open items, how it pays, its early warnings. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireBehaviour, accountForecast } from '../contract/accounts.ts';
import type { Behaviour } from '../rules/behaviour.ts';
import { toDay } from '../rules/days.ts';
import { alertsPage } from '../store/alerts.ts';
import { wireAlert } from './alert.ts';
import { behaviourFor, usualMethod } from '../store/behaviours.ts';
import { predictionsOf } from '../store/predictions.ts';
import { wireReasons } from './reasons.ts';

export type AccountForecast = AnswerOf<typeof accountForecast>;

const mostAlerts = 50;

export async function readAccountForecast(
  db: Queries,
  accountId: Id,
  today: Day,
): Promise<AccountForecast> {
  const open = { companies: 'all', state: 'open', kind: null, collectorId: null } as const;
  const [items, found, method, alerts] = await Promise.all([
    predictionsOf(db, accountId),
    behaviourFor(db, accountId),
    usualMethod(db, accountId, today),
    alertsPage(db, { ...open, accountId }, { limit: mostAlerts, offset: 0 }),
  ]);
  return {
    madeOn: items[0]?.madeOn ?? found?.madeOn ?? null,
    items: items.map((item) => ({
      itemId: item.itemId,
      dueOn: item.dueOn,
      p10: item.p10,
      p50: item.p50,
      p90: item.p90,
      late: item.late,
      late30: item.late30,
      paid30: item.paid30,
      source: item.source,
      model: item.model,
      lowHistory: item.lowHistory,
      reasons: wireReasons(item.reasons),
    })),
    behaviour: found ? wireBehaviour(found.behaviour, found.madeOn, method) : null,
    alerts: alerts.rows.map(wireAlert),
  };
}

function wireBehaviour(
  { promises, months, lastPaidOn, drift, ...behaviour }: Behaviour,
  madeOn: Day,
  method: WireBehaviour['method'],
): WireBehaviour {
  const { judged, kept } = promises;
  return {
    ...behaviour,
    madeOn,
    method,
    drift: drift && { kind: drift.kind, before: drift.before, now: drift.now },
    months: months.map(({ month, ...rest }) => ({ ...rest, month: monthText(month) })),
    lastPaidOn: lastPaidOn === null ? null : toDay(lastPaidOn),
    promises: { judged, kept, percent: judged === 0 ? null : Math.round((kept * 100) / judged) },
  };
}

/** `2026-03`, of months counted since year 0. */
function monthText(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
