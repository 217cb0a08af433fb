/** The register: every write-off with who asked, who allowed, its entry, and what took it back. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';

export type RegisterFilter = {
  readonly companies: CompanyScope;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly state: 'standing' | 'reversed' | 'all';
};

export type RegisterRow = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly entryId: Id;
  /** The credit that closed the debt: money for it is recovered on it. */
  readonly itemId: Id;
  /** What a reversal takes back. */
  readonly applicationId: Id;
  readonly document: string;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly on: Day;
  readonly direct: boolean;
  readonly imported: boolean;
  readonly by: string;
  readonly reason: string;
  readonly recovered: Money;
  readonly reversed: { readonly on: Day; readonly by: string; readonly reason: string } | null;
  readonly sweepId: Id | null;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  entry_id: string;
  credit_item_id: string;
  application_id: string;
  number: string;
  due_on: string;
  currency: string;
  amount_minor: bigint;
  effective_on: string;
  direct: boolean;
  imported: boolean;
  by: string;
  reason: string;
  recovered_minor: bigint;
  back_on: string | null;
  back_by: string | null;
  back_reason: string | null;
  sweep_id: string | null;
};

export type Stretch = { readonly limit: number | null; readonly offset: number };

type Found = {
  readonly rows: RegisterRow[];
  readonly count: number;
  /** By currency. */
  readonly totals: { readonly standing: Money; readonly recovered: Money }[];
};

/** The latest first. */
export async function registerRows(
  db: Queries,
  filter: RegisterFilter,
  { limit, offset }: Stretch,
): Promise<Found> {
  const rows = await db.all(sql<Row>`
    select w.account_id, c.account, coalesce(c.name, c.account) as name, c.company, w.entry_id,
           w.credit_item_id, w.application_id, w.number, w.due_on, w.currency,
           w.amount_minor, w.effective_on,
           w.direct, w.imported, coalesce(m.name, w.actor) as by, w.reason, w.recovered_minor,
           w.back_on, coalesce(k.name, w.back_actor) as back_by, w.back_reason,
           (select s.sweep_id
              from write_offs.swept s
             where s.account_id = w.account_id
               and s.entry_id   = w.entry_id) as sweep_id
      from ledger.write_off_card w
      join customers.account_card c on c.account_id = w.account_id
      left join team.person m on 'member:' || m.member_id = w.actor
      left join team.person k on 'member:' || k.member_id = w.back_actor
     where ${chosen(filter)}
     order by w.effective_on desc, w.recorded_at desc, w.entry_id
     limit ${limit} offset ${offset}`);
  const sums = await db.all(sql<{
    currency: string;
    count: bigint;
    standing: bigint;
    recovered: bigint;
  }>`
    select w.currency, count(*) as count,
           coalesce(sum(w.amount_minor) filter (where w.back_on is null), 0)::bigint as standing,
           sum(w.recovered_minor)::bigint as recovered
      from ledger.write_off_card w
      join customers.account_card c on c.account_id = w.account_id
     where ${chosen(filter)}
     group by w.currency
     order by w.currency`);
  return {
    rows: rows.map(rowOf),
    count: sums.reduce((sum, each) => sum + Number(each.count), 0),
    totals: sums.map((each) => ({
      standing: money(each.standing, currency(each.currency)),
      recovered: money(each.recovered, currency(each.currency)),
    })),
  };
}

function chosen({ companies, from, to, state }: RegisterFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`c.company_id`, companies),
    from && sql<boolean>`w.effective_on >= ${from}`,
    to && sql<boolean>`w.effective_on <= ${to}`,
    state === 'standing' ? sql<boolean>`w.back_on is null` : undefined,
    state === 'reversed' ? sql<boolean>`w.back_on is not null` : undefined,
  ]);
}

function rowOf(row: Row): RegisterRow {
  const code = currency(row.currency);
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    company: row.company,
    entryId: id(row.entry_id),
    itemId: id(row.credit_item_id),
    applicationId: id(row.application_id),
    document: row.number,
    dueOn: day(row.due_on),
    amount: money(row.amount_minor, code),
    on: day(row.effective_on),
    direct: row.direct,
    imported: row.imported,
    by: row.by,
    reason: row.reason,
    recovered: money(row.recovered_minor, code),
    reversed:
      row.back_on === null
        ? null
        : { on: day(row.back_on), by: row.back_by ?? '', reason: row.back_reason ?? '' },
    sweepId: row.sweep_id === null ? null : id(row.sweep_id),
  };
}

/** Who asked for what was done under a second person's word. */
export type Granted = {
  readonly requestId: Id;
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly evidence: string;
};

/** By the entry or the sweep that came of it. */
export async function grantedFor(
  db: Queries,
  entryIds: readonly Id[],
  sweepIds: readonly Id[],
): Promise<ReadonlyMap<string, Granted>> {
  const rows = await db.all(sql<{
    request_id: string;
    came: string;
    asked_by: string;
    approved_by: string | null;
    reason: string;
    evidence: string;
  }>`
    select g.request_id, coalesce(g.detail ->> 'entryId', g.detail ->> 'sweepId') as came,
           p.name as asked_by, g.reason, g.evidence,
           (select string_agg(x.name, ', ' order by x.name)
              from team.person x
             where x.member_id::text = any(string_to_array(g.said_yes, ','))) as approved_by
      from approvals.granted_card g
      join team.person p on p.member_id = g.requested_by
     where g.kind = 'write_off'
       and (g.detail ->> 'entryId' = any(${entryIds}::text[])
            or g.detail ->> 'sweepId' = any(${sweepIds}::text[]))`);
  return new Map(
    rows.map((row) => [
      row.came,
      {
        requestId: id(row.request_id),
        askedBy: row.asked_by,
        approvedBy: row.approved_by ?? '',
        reason: row.reason,
        evidence: row.evidence,
      },
    ]),
  );
}

/** Whether this application is what a write-off did. */
export async function isWriteOff(db: Queries, accountId: Id, applicationId: Id): Promise<boolean> {
  const found = await db.maybe(sql<{ found: boolean }>`
    select true as found
      from ledger.write_off_card w
     where w.account_id     = ${accountId}
       and w.application_id = ${applicationId}`);
  return found !== undefined;
}
