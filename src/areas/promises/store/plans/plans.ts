/** Plans as the actions work with them: terms, the schedule in force and where they stand. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Frequency } from '../../rules/plans/draft.ts';
import type { LivePlan, PlanState } from '../../rules/plans/path.ts';

export type StoredInstallment = {
  readonly no: number;
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  readonly amount: Money;
  readonly interest: Money;
};

export type StoredPlan = {
  readonly accountId: Id;
  readonly planId: Id;
  readonly currency: Money['currency'];
  readonly covered: Money;
  readonly down: Money;
  readonly fee: Money;
  readonly aprPct: string;
  readonly frequency: Frequency;
  readonly isBusiness: boolean;
  readonly stateCode: string;
  readonly terms: LivePlan['terms'];
  readonly disclosure: unknown;
  readonly needsRole: string | null;
  readonly offeredTo: string;
  readonly madeOn: Day;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly version: number;
  readonly versionKind: 'offer' | 'amendment' | 'catch_up';
  readonly versionOn: Day;
  readonly state: PlanState;
  readonly stateOn: Day;
  readonly cureUntil: Day | null;
  readonly approved: boolean;
  readonly total: Money;
  readonly paid: Money;
  readonly missed: number;
  readonly pastDue: Money;
  readonly signedOn: Day | null;
  readonly copyOn: Day | null;
  /** Under the version in force. */
  readonly installments: readonly StoredInstallment[];
  readonly items: readonly {
    readonly itemId: Id;
    readonly kind: 'debt' | 'fee' | 'interest';
    readonly no: number | null;
    readonly covered: Money;
  }[];
};

type Row = {
  account_id: string;
  plan_id: string;
  currency: string;
  covered_minor: bigint;
  down_minor: bigint;
  fee_minor: bigint;
  apr_pct: string;
  frequency: Frequency;
  is_business: boolean;
  state_code: string;
  grace_days: number;
  default_after_missed: number;
  cure_days: number;
  disclosure: unknown;
  needs_role: string | null;
  offered_to: string;
  made_on: string;
  recorded_at: string;
  actor: string;
  version: number;
  version_kind: StoredPlan['versionKind'];
  version_on: string;
  state: PlanState;
  state_on: string;
  cure_until: string | null;
  approved: boolean;
  total_minor: bigint;
  paid_minor: bigint;
  missed: number;
  past_due_minor: bigint;
  signed_on: string | null;
  copy_on: string | null;
};

/** The plans of these accounts, the oldest first. */
export function plansOf(db: Queries, accountIds: readonly Id[]): Promise<StoredPlan[]> {
  return plansWhere(db, sql`p.account_id = any(${accountIds})`);
}

export async function planOf(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<StoredPlan | undefined> {
  const found = await plansWhere(db, sql`p.account_id = ${accountId} and p.plan_id = ${planId}`);
  return found[0];
}

async function plansWhere(db: Queries, condition: Sql): Promise<StoredPlan[]> {
  const rows = await db.all(sql<Row>`
    select p.account_id, p.plan_id, p.currency, p.covered_minor, p.down_minor, p.fee_minor,
           p.apr_pct, p.frequency, p.is_business, p.state_code, p.grace_days,
           p.default_after_missed, p.cure_days, p.disclosure, p.needs_role, p.offered_to,
           p.made_on, p.recorded_at, p.actor, n.version, v.kind as version_kind,
           v.effective_on as version_on, n.state, n.state_on, n.cure_until, n.approved,
           n.total_minor, n.paid_minor, n.missed, n.past_due_minor, s.signed_on, c.copy_on
      from promises.plan p
      join promises.plan_now n on n.account_id = p.account_id and n.plan_id = p.plan_id
      join promises.plan_version v on v.account_id = n.account_id
                                  and v.plan_id    = n.plan_id
                                  and v.version    = n.version
      left join lateral (select min(g.signed_on) as signed_on
                           from promises.plan_signature g
                          where g.account_id = p.account_id
                            and g.plan_id    = p.plan_id) s on true
      left join lateral (select min(o.sent_on) as copy_on
                           from promises.plan_copy o
                          where o.account_id = p.account_id
                            and o.plan_id    = p.plan_id) c on true
     where ${condition}
     order by p.account_id, p.plan_id`);
  const accountIds = [...new Set(rows.map((row) => row.account_id))];
  const planIds = rows.map((row) => row.plan_id);
  const installments = await installmentsOf(db, accountIds, planIds);
  const items = await itemsOf(db, accountIds, planIds);
  return rows.map((row) => ({
    ...stored(row),
    installments: (installments.get(row.plan_id) ?? []).map((each) => ({
      no: each.no,
      dueOn: day(each.due_on),
      firstDueOn: day(each.first_due_on),
      amount: money(each.amount_minor, row.currency),
      interest: money(each.interest_minor, row.currency),
    })),
    items: (items.get(row.plan_id) ?? []).map((each) => ({
      itemId: id(each.item_id),
      kind: each.kind,
      no: each.no,
      covered: money(each.covered_minor, row.currency),
    })),
  }));
}

function stored(row: Row): Omit<StoredPlan, 'installments' | 'items'> {
  const amount = (minor: bigint): Money => money(minor, row.currency);
  return {
    accountId: id(row.account_id),
    planId: id(row.plan_id),
    currency: amount(0n).currency,
    covered: amount(row.covered_minor),
    down: amount(row.down_minor),
    fee: amount(row.fee_minor),
    aprPct: row.apr_pct,
    frequency: row.frequency,
    isBusiness: row.is_business,
    stateCode: row.state_code,
    terms: {
      graceDays: row.grace_days,
      defaultAfterMissed: row.default_after_missed,
      cureDays: row.cure_days,
    },
    disclosure: row.disclosure,
    needsRole: row.needs_role,
    offeredTo: row.offered_to,
    madeOn: day(row.made_on),
    madeAt: instant(row.recorded_at),
    madeBy: row.actor,
    version: row.version,
    versionKind: row.version_kind,
    versionOn: day(row.version_on),
    state: row.state,
    stateOn: day(row.state_on),
    cureUntil: dayOrNull(row.cure_until),
    approved: row.approved,
    total: amount(row.total_minor),
    paid: amount(row.paid_minor),
    missed: row.missed,
    pastDue: amount(row.past_due_minor),
    signedOn: dayOrNull(row.signed_on),
    copyOn: dayOrNull(row.copy_on),
  };
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : day(text);
}

type InstallmentRow = {
  plan_id: string;
  no: number;
  due_on: string;
  first_due_on: string;
  amount_minor: bigint;
  interest_minor: bigint;
};

async function installmentsOf(
  db: Queries,
  accountIds: readonly string[],
  planIds: readonly string[],
): Promise<Map<string, InstallmentRow[]>> {
  const rows = await db.all(sql<InstallmentRow>`
    select i.plan_id, i.no, i.due_on, i.first_due_on, i.amount_minor, i.interest_minor
      from promises.plan_now n
      join promises.plan_instalment i on i.account_id = n.account_id
                                     and i.plan_id    = n.plan_id
                                     and i.version    = n.version
     where n.account_id = any(${accountIds}::uuid[])
       and n.plan_id = any(${planIds}::uuid[])
     order by i.plan_id, i.no`);
  return Map.groupBy(rows, (row) => row.plan_id);
}

type ItemRow = {
  plan_id: string;
  item_id: string;
  kind: 'debt' | 'fee' | 'interest';
  no: number | null;
  covered_minor: bigint;
};

async function itemsOf(
  db: Queries,
  accountIds: readonly string[],
  planIds: readonly string[],
): Promise<Map<string, ItemRow[]>> {
  const rows = await db.all(sql<ItemRow>`
    select plan_id, item_id, kind, no, covered_minor
      from promises.plan_item
     where account_id = any(${accountIds}::uuid[])
       and plan_id = any(${planIds}::uuid[])
     order by plan_id, recorded_at, item_id`);
  return Map.groupBy(rows, (row) => row.plan_id);
}
