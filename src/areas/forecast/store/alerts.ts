/** Early warnings: raised, answered by a person, or over by themselves. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { StandingAlert } from '../rules/raising.ts';
import type { Warning, WarningKind } from '../rules/warnings.ts';

/** What stands, and what a person has answered of late, by account. */
export async function standingAlerts(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
): Promise<ReadonlyMap<string, readonly StandingAlert[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    alert_id: string;
    kind: WarningKind;
    ago: number | null;
  }>`
    select a.account_id, a.alert_id, a.kind,
           ${today}::date - (e.recorded_at at time zone 'UTC')::date as ago
      from forecast.alert a
      left join forecast.alert_end e on e.account_id = a.account_id and e.alert_id = a.alert_id
     where a.account_id = any(${accountIds}::uuid[])
       and (e.alert_id is null
            or e.state = 'acknowledged' and e.recorded_at > ${today}::date - 40)`);
  return Map.groupBy(
    rows.map((row) => ({
      accountId: row.account_id,
      alertId: row.alert_id,
      kind: row.kind,
      answeredDaysAgo: row.ago,
    })),
    ({ accountId }) => accountId,
  );
}

export async function insertAlerts(
  { tx, at, today, newId }: Context,
  raised: readonly { readonly accountId: string; readonly warning: Warning }[],
): Promise<void> {
  await tx.copyIn(
    'forecast.alert (account_id, alert_id, kind, raised_on, facts, recorded_at)',
    raised.map(({ accountId, warning }) => [
      accountId,
      newId(),
      warning.kind,
      today,
      JSON.stringify(warning.facts),
      at,
    ]),
  );
}

/** False when it had ended before. */
export async function endAlert(
  { tx, at, actor, reason }: Context,
  accountId: string,
  alertId: string,
  state: 'acknowledged' | 'over',
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into forecast.alert_end (account_id, alert_id, state, recorded_at, actor, reason)
    select a.account_id, a.alert_id, ${state}, ${at}, ${actor.ref}, ${reason}
      from forecast.alert a
     where a.account_id = ${accountId}
       and a.alert_id = ${alertId}
        on conflict do nothing`);
  return rows === 1;
}

/** Whether there is such an alert on an account of these companies. */
export async function alertExists(
  tx: Tx,
  { accountId, alertId }: { readonly accountId: Id; readonly alertId: Id },
  companies: 'all' | readonly Id[],
): Promise<boolean> {
  const row = await tx.maybe(sql`
    select true as there
      from forecast.alert a
      join customers.account_card c on c.account_id = a.account_id
     where a.account_id = ${accountId}
       and a.alert_id = ${alertId}
       and (${companies === 'all'}
            or c.company_id = any(${companies === 'all' ? [] : companies}::uuid[]))`);
  return row !== undefined;
}

export type AlertRow = {
  readonly alertId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly collector: string | null;
  readonly kind: WarningKind;
  readonly raisedOn: Day;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly state: 'open' | 'acknowledged' | 'over';
  readonly reason: string | null;
  readonly answeredBy: string | null;
  /** In the currency in which the account owes most; null where nothing is owed any more. */
  readonly stake: { readonly open: Money; readonly atRisk: Money } | null;
};

export type AlertsAsked = {
  readonly companies: 'all' | readonly Id[];
  readonly state: 'open' | 'acknowledged' | 'over' | null;
  readonly kind: WarningKind | null;
  readonly collectorId: Id | null;
  readonly accountId: Id | null;
};

const listed = (asked: AlertsAsked, stake = sql``) => sql`
      from forecast.alert a
      join customers.account_card c on c.account_id = a.account_id
      left join forecast.alert_end e on e.account_id = a.account_id and e.alert_id = a.alert_id
      left join team.person p on p.member_id = c.owner_id
      left join team.person b on e.actor = 'member:' || b.member_id
      ${stake}
     where (${asked.companies === 'all'}
            or c.company_id = any(${asked.companies === 'all' ? [] : asked.companies}::uuid[]))
       and (${asked.state === null} or coalesce(e.state, 'open') = ${asked.state ?? ''})
       and (${asked.kind === null} or a.kind = ${asked.kind ?? ''})
       and (${asked.collectorId}::uuid is null or c.owner_id = ${asked.collectorId}::uuid)
       and (${asked.accountId}::uuid is null or a.account_id = ${asked.accountId}::uuid)`;

/** What the account owes, and how much of it is not expected within 30 days. */
const stake = sql`
      left join lateral (
             select p.currency, sum(o.open_minor)::bigint as open_minor,
                    sum(round(o.open_minor * (1 - p.p_paid_30::numeric)))::bigint as risk_minor
               from forecast.prediction p
               join ledger.open_item o on o.account_id = p.account_id and o.item_id = p.item_id
              where p.account_id = a.account_id
              group by p.currency
              order by open_minor desc
              limit 1) s on true`;

/** Those that may cost most first, with how many there are in all. */
export async function alertsPage(
  db: Queries,
  asked: AlertsAsked,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: AlertRow[]; count: number }> {
  const [rows, { count }] = await Promise.all([
    db.all(sql<{
      alert_id: string;
      account_id: string;
      account: string;
      name: string;
      company: string;
      collector: string | null;
      kind: WarningKind;
      raised_on: string;
      facts: Record<string, string | number>;
      state: AlertRow['state'];
      reason: string | null;
      answered_by: string | null;
      currency: string | null;
      open_minor: bigint | null;
      risk_minor: bigint | null;
    }>`
      select a.alert_id, a.account_id, c.account, c.name, c.company, p.name as collector, a.kind,
             a.raised_on, a.facts, coalesce(e.state, 'open') as state, e.reason,
             b.name as answered_by, s.currency, s.open_minor, s.risk_minor
      ${listed(asked, stake)}
       order by s.risk_minor desc nulls last, a.raised_on desc, a.alert_id
       limit ${page.limit} offset ${page.offset}`),
    db.one(sql<{ count: bigint }>`select count(*) as count ${listed(asked)}`),
  ]);
  return {
    count: Number(count),
    rows: rows.map((row) => ({
      alertId: id(row.alert_id),
      accountId: id(row.account_id),
      account: row.account,
      name: row.name,
      company: row.company,
      collector: row.collector,
      kind: row.kind,
      raisedOn: day(row.raised_on),
      facts: row.facts,
      state: row.state,
      reason: row.reason,
      answeredBy: row.answered_by,
      stake: stakeOf(row),
    })),
  };
}

function stakeOf(row: {
  readonly currency: string | null;
  readonly open_minor: bigint | null;
  readonly risk_minor: bigint | null;
}): AlertRow['stake'] {
  const { currency, open_minor: open, risk_minor: risk } = row;
  if (currency === null || open === null || risk === null) return null;
  return { open: money(open, currency), atRisk: money(risk, currency) };
}
