/** Why accounts pay late: what was said of which items, and what it adds up to by cause. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { RootCause } from '../rules/cause.ts';
import type { CauseTotal } from '../rules/pareto.ts';

export type OverdueItem = { readonly itemId: Id; readonly overdue: Money };

/** What is overdue and not disputed of an account; of these items only, where some are named. */
export async function overdueItems(
  db: Queries,
  { accountId, itemIds, today }: { accountId: Id; itemIds: readonly Id[]; today: Day },
): Promise<OverdueItem[]> {
  const rows = await db.all(sql<{ item_id: string; currency: string; overdue_minor: bigint }>`
    select i.item_id, i.currency,
           i.open_minor - disputes.contested(d.item_id, d.amount_minor, i.open_minor)
           as overdue_minor
      from ledger.open_debt i
      left join disputes.open_amount d on d.account_id = i.account_id and d.item_id = i.item_id
     where ${allOf([
       sql`i.account_id = ${accountId}`,
       sql`i.due_on < ${today}`,
       itemIds.length === 0 ? undefined : sql`i.item_id = any (${itemIds}::uuid[])`,
     ])}`);
  return rows.flatMap((row) =>
    row.overdue_minor > 0n
      ? [{ itemId: id(row.item_id), overdue: money(row.overdue_minor, row.currency) }]
      : [],
  );
}

export type LateCause = {
  readonly accountId: Id;
  readonly companyId: Id;
  /** Null: what was said before is forgotten. */
  readonly cause: RootCause | null;
  readonly note: string;
  readonly items: readonly OverdueItem[];
};

export async function insertLateCause(
  { tx, at, actor, today, newId }: Context,
  { accountId, companyId, cause, note, items }: LateCause,
): Promise<Id> {
  const causeId = newId();
  await tx.run(sql`
    insert into disputes.late_cause (account_id, cause_id, company_id, cause, note, effective_on,
                                     recorded_at, actor)
    values (${accountId}, ${causeId}, ${companyId}, ${cause}, ${note}, ${today}, ${at},
            ${actor.ref})`);
  for (const { itemId, overdue } of items) {
    await tx.run(sql`
      insert into disputes.late_cause_item (account_id, item_id, cause_id, currency,
                                            overdue_minor)
      values (${accountId}, ${itemId}, ${causeId}, ${overdue.currency}, ${overdue.minor})`);
  }
  return causeId;
}

/** The latest word on why an account is late; undefined where none stands. */
export async function lateCauseNow(db: Queries, accountId: Id): Promise<RootCause | undefined> {
  const row = await db.maybe(sql<{ cause: RootCause | null }>`
    select cause from disputes.late_cause_now where account_id = ${accountId}`);
  return row?.cause ?? undefined;
}

export type SaidCause = {
  readonly causeId: Id;
  readonly cause: RootCause | null;
  readonly note: string;
  readonly on: Day;
  readonly by: string;
  readonly items: readonly { document: string; amount: Money }[];
};

/** What was said of an account, the latest first. */
export async function causesOf(db: Queries, accountId: Id): Promise<SaidCause[]> {
  const rows = await db.all(sql<{
    cause_id: string;
    cause: RootCause | null;
    note: string;
    effective_on: string;
    by: string;
    items: { number: string; currency: string; minor: string }[];
  }>`
    select l.cause_id, l.cause, l.note, l.effective_on, coalesce(m.name, l.actor) as by,
           coalesce((select jsonb_agg(jsonb_build_object('number', n.number, 'currency', i.currency,
                                                         'minor', i.overdue_minor::text)
                                      order by n.number)
                       from disputes.late_cause_item i
                       join ledger.item_name n on n.account_id = i.account_id
                                              and n.item_id    = i.item_id
                      where i.account_id = l.account_id
                        and i.cause_id   = l.cause_id), '[]') as items
      from disputes.late_cause l
      left join team.person m on l.actor = 'member:' || m.member_id
     where l.account_id = ${accountId}
     order by l.cause_id desc
     limit 20`);
  return rows.map((row) => ({
    causeId: id(row.cause_id),
    cause: row.cause,
    note: row.note,
    on: day(row.effective_on),
    by: row.by,
    items: row.items.map((item) => ({
      document: item.number,
      amount: money(BigInt(item.minor), item.currency),
    })),
  }));
}

export type CauseFilter = {
  readonly companies: CompanyScope;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly collectorId?: Id | undefined;
  readonly currency?: Currency | undefined;
  readonly kind?: 'dispute' | 'late' | undefined;
};

/** The currencies in which something fits, the one with most facts first. */
export async function causeCurrencies(db: Queries, filter: CauseFilter): Promise<Currency[]> {
  const rows = await db.all(sql<{ currency: string }>`
    select f.currency
      from disputes.late_cause_fact f
      join customers.account_card a on a.account_id = f.account_id
     where ${where({ ...filter, currency: undefined })}
     group by f.currency
     order by count(*) desc, f.currency`);
  return rows.map((row) => currency(row.currency));
}

export type CauseTotals = { readonly cause: RootCause | null } & Omit<CauseTotal, 'cause'>;

/** What each cause comes to in one currency; those of no cause yet among them. */
export async function causeTotals(
  db: Queries,
  filter: CauseFilter & { readonly currency: Currency },
): Promise<CauseTotals[]> {
  const rows = await db.all(sql<{
    cause: RootCause | null;
    disputes: bigint;
    items: bigint;
    amount_minor: bigint;
  }>`
    select f.cause, count(*) filter (where f.kind = 'dispute') as disputes,
           count(*) filter (where f.kind = 'late') as items,
           sum(f.amount_minor)::bigint as amount_minor
      from disputes.late_cause_fact f
      join customers.account_card a on a.account_id = f.account_id
     where ${where(filter)}
     group by f.cause`);
  return rows.map(({ cause, disputes, items, amount_minor }) => ({
    cause,
    disputes: Number(disputes),
    items: Number(items),
    amount: money(amount_minor, filter.currency),
  }));
}

export function where(filter: CauseFilter): Sql<boolean> {
  const { companies, from, to, collectorId, kind } = filter;
  return allOf([
    inCompanies(sql`f.company_id`, companies),
    from && sql`f.found_on >= ${from}`,
    to && sql`f.found_on <= ${to}`,
    collectorId && sql`a.owner_id = ${collectorId}`,
    filter.currency && sql`f.currency = ${filter.currency}`,
    kind && sql`f.kind = ${kind}`,
  ]);
}
