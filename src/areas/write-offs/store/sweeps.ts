/** Sweeps: what was listed, what came of each row. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { SmallRest } from './small.ts';

export type NewSweep = {
  readonly sweepId: Id;
  readonly companyId: Id;
  readonly cutOff: Day;
  readonly weight: bigint;
  readonly automatic: boolean;
  readonly rows: readonly SmallRest[];
};

export async function insertSweep(
  { tx, at, actor, reason }: Context,
  { sweepId, companyId, cutOff, weight, automatic, rows }: NewSweep,
): Promise<void> {
  await tx.run(sql`
    insert into write_offs.sweep (sweep_id, company_id, cut_off, item_count, weight_minor,
                                  automatic, actor, reason, recorded_at)
    values (${sweepId}, ${companyId}, ${cutOff}, ${rows.length}, ${weight}, ${automatic},
            ${actor.ref}, ${reason}, ${at})`);
  await tx.run(sql`
    insert into write_offs.sweep_item (account_id, sweep_id, item_id, currency, amount_minor)
    select u.account_id, ${sweepId}, u.item_id, u.currency, u.amount_minor
      from unnest(${rows.map((row) => row.accountId)}::uuid[],
                  ${rows.map((row) => row.itemId)}::uuid[],
                  ${rows.map((row) => row.open.currency)}::text[],
                  ${rows.map((row) => row.open.minor)}::bigint[])
           as u (account_id, item_id, currency, amount_minor)`);
}

export type WaitingRow = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly amount: Money;
  /** Disputed or held meanwhile. */
  readonly contested: boolean;
};

/** Rows of a sweep that nothing came of yet, in the order in which accounts are locked. */
export async function waitingRows(db: Queries, sweepId: Id): Promise<WaitingRow[]> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    currency: string;
    amount_minor: bigint;
    contested: boolean;
  }>`
    select s.account_id, s.item_id, s.currency, s.amount_minor,
           exists (select
                     from disputes.open_dispute d
                    where d.account_id = s.account_id
                      and d.item_id    = s.item_id)
           or exists (select
                        from compliance.hold_card h
                       where h.account_id = s.account_id
                         and h.kind in ('bankruptcy', 'litigation', 'attorney')) as contested
      from write_offs.sweep_item s
     where s.sweep_id = ${sweepId}
       and not exists (select
                         from write_offs.swept d
                        where d.account_id = s.account_id
                          and d.sweep_id   = s.sweep_id
                          and d.item_id    = s.item_id)
     order by s.account_id, s.item_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    amount: money(row.amount_minor, currency(row.currency)),
    contested: row.contested,
  }));
}

export type SweptRow = Pick<WaitingRow, 'accountId' | 'itemId'> & {
  readonly entryId: Id | null;
  readonly refusal: string | null;
};

export async function insertSwept(
  { tx, at }: Context,
  sweepId: Id,
  rows: readonly SweptRow[],
): Promise<void> {
  await tx.run(sql`
    insert into write_offs.swept (account_id, sweep_id, item_id, entry_id, refusal, recorded_at)
    select u.account_id, ${sweepId}, u.item_id, u.entry_id, u.refusal, ${at}
      from unnest(${rows.map((row) => row.accountId)}::uuid[],
                  ${rows.map((row) => row.itemId)}::uuid[],
                  ${rows.map((row) => row.entryId)}::uuid[],
                  ${rows.map((row) => row.refusal)}::text[])
           as u (account_id, item_id, entry_id, refusal)`);
}

export type SweepCard = {
  readonly sweepId: Id;
  readonly company: string;
  readonly cutOff: Day;
  readonly count: number;
  readonly weight: Money;
  readonly automatic: boolean;
  readonly done: number;
  readonly failed: number;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
};

/** The latest sweeps, newest first. */
export async function sweepsOf(db: Queries, companies: CompanyScope): Promise<SweepCard[]> {
  const rows = await db.all(sql<{
    sweep_id: string;
    code: string;
    base_currency: string;
    cut_off: string;
    item_count: number;
    weight_minor: bigint;
    automatic: boolean;
    done: bigint;
    failed: bigint;
    by: string;
    reason: string;
    recorded_at: string;
  }>`
    select s.sweep_id, c.code, c.base_currency, s.cut_off, s.item_count, s.weight_minor,
           s.automatic, x.done, x.failed, coalesce(m.name, s.actor) as by, s.reason,
           s.recorded_at
      from write_offs.sweep s
      join team.company c on c.company_id = s.company_id
      left join team.person m on 'member:' || m.member_id = s.actor
     cross join lateral (select count(*) filter (where d.entry_id is not null) as done,
                                count(*) filter (where d.refusal is not null) as failed
                           from write_offs.swept d
                          where d.sweep_id = s.sweep_id) x
     where ${inCompanies(sql`s.company_id`, companies)}
     order by s.recorded_at desc, s.sweep_id
     limit 100`);
  return rows.map((row) => ({
    sweepId: id(row.sweep_id),
    company: row.code,
    cutOff: day(row.cut_off),
    count: row.item_count,
    weight: money(row.weight_minor, currency(row.base_currency)),
    automatic: row.automatic,
    done: Number(row.done),
    failed: Number(row.failed),
    by: row.by,
    reason: row.reason,
    at: row.recorded_at,
  }));
}
