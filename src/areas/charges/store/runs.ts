/** Runs, their rows, what was said to them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { StopReason, WorkedLine } from '../rules/computing.ts';
import type { ChargeTerms } from '../rules/terms.ts';

/** How a row was computed, as it is kept and shown. */
export type Working = {
  readonly document: string;
  readonly dueOn: string;
  /** Interest through this day was charged before. */
  readonly interestTo: string | null;
  readonly stopped: StopReason | null;
  readonly dayCount: string | null;
  readonly basis: string;
  readonly cappedTo: string | null;
  readonly lines: readonly WorkedLine[];
};

export type RunRow = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly interest: Money;
  readonly fee: Money;
  readonly worked: Working;
};

export type Totals = Readonly<Record<string, { readonly interest: string; readonly fees: string }>>;

export type NewRun = {
  readonly runId: Id;
  readonly companyId: Id;
  readonly asOf: Day;
  readonly terms: ChargeTerms;
  readonly totals: Totals;
  readonly rows: readonly RunRow[];
};

export async function insertRun(
  { tx, at, actor, reason }: Context,
  { runId, companyId, asOf, terms, totals, rows }: NewRun,
): Promise<void> {
  const charged = rows.filter(({ interest, fee }) => interest.minor + fee.minor > 0n).length;
  await tx.run(sql`
    insert into charges.run (run_id, company_id, as_of, terms, item_count, totals, actor, reason,
                             recorded_at, alone)
    values (${runId}, ${companyId}, ${asOf}, ${JSON.stringify(terms)}, ${charged},
            ${JSON.stringify(totals)}, ${actor.ref}, ${reason}, ${at}, ${terms.alone})`);
  await tx.run(sql`
    insert into charges.run_row (account_id, run_id, item_id, currency, interest_minor, fee_minor,
                                 worked)
    select u.account_id, ${runId}, u.item_id, u.currency, u.interest, u.fee, u.worked::jsonb
      from unnest(${rows.map((row) => row.accountId)}::uuid[],
                  ${rows.map((row) => row.itemId)}::uuid[],
                  ${rows.map((row) => row.interest.currency)}::text[],
                  ${rows.map((row) => row.interest.minor)}::bigint[],
                  ${rows.map((row) => row.fee.minor)}::bigint[],
                  ${rows.map((row) => JSON.stringify(row.worked))}::text[])
           as u (account_id, item_id, currency, interest, fee, worked)`);
}

export type RunCard = {
  readonly runId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly asOf: Day;
  readonly count: number;
  readonly totals: Totals;
  readonly alone: boolean;
  readonly actor: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
  readonly decision: {
    readonly said: 'yes' | 'no';
    readonly by: string;
    readonly reason: string;
  } | null;
};

type CardRow = {
  run_id: string;
  company_id: string;
  code: string;
  as_of: string;
  item_count: number;
  totals: Totals;
  alone: boolean;
  actor: string;
  by: string;
  reason: string;
  recorded_at: string;
  said: 'yes' | 'no' | null;
  decided_by: string | null;
  decided_reason: string | null;
};

/** The latest runs first; one when it is named. */
export async function runsOf(db: Queries, companies: CompanyScope, runId?: Id): Promise<RunCard[]> {
  const rows = await db.all(sql<CardRow>`
    select r.run_id, r.company_id, c.code, r.as_of, r.item_count, r.totals, r.alone, r.actor,
           coalesce(m.name, r.actor) as by, r.reason, r.recorded_at, d.said,
           coalesce(k.name, d.actor) as decided_by, d.reason as decided_reason
      from charges.run r
      join team.company c on c.company_id = r.company_id
      left join charges.run_decision d on d.run_id = r.run_id
      left join team.person m on 'member:' || m.member_id = r.actor
      left join team.person k on 'member:' || k.member_id = d.actor
     where ${inCompanies(sql`r.company_id`, companies)}
       and ${runId === undefined ? sql`true` : sql`r.run_id = ${runId}`}
     order by r.recorded_at desc, r.run_id
     limit 100`);
  return rows.map((row) => ({
    runId: id(row.run_id),
    companyId: id(row.company_id),
    company: row.code,
    asOf: day(row.as_of),
    count: row.item_count,
    totals: row.totals,
    alone: row.alone,
    actor: row.actor,
    by: row.by,
    reason: row.reason,
    at: instant(row.recorded_at),
    decision:
      row.said === null
        ? null
        : { said: row.said, by: row.decided_by ?? '', reason: row.decided_reason ?? '' },
  }));
}

export async function lockRun(tx: Tx, runId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`charges.run ${runId}`}, 0))`);
}

export async function insertDecision(
  { tx, at, actor, reason }: Context,
  { runId, actor: preparedBy, alone }: Pick<RunCard, 'runId' | 'actor' | 'alone'>,
  said: 'yes' | 'no',
): Promise<void> {
  await tx.run(sql`
    insert into charges.run_decision (run_id, prepared_by, said, actor, reason, recorded_at, alone)
    values (${runId}, ${preparedBy}, ${said}, ${actor.ref}, ${reason}, ${at}, ${alone})`);
}

export type ShownRow = RunRow & {
  readonly account: string;
  readonly name: string;
  /** The debit memo that came of it. */
  readonly chargeItemId: Id | null;
};

/** The rows of a run, those that are charged first. */
export async function rowsOfRun(db: Queries, runId: Id): Promise<ShownRow[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    name: string;
    item_id: string;
    currency: string;
    interest_minor: bigint;
    fee_minor: bigint;
    worked: Working;
    charge_item_id: string | null;
  }>`
    select r.account_id, c.account, coalesce(c.name, c.account) as name, r.item_id, r.currency,
           r.interest_minor, r.fee_minor, r.worked, x.charge_item_id
      from charges.run_row r
      join customers.account_card c on c.account_id = r.account_id
      left join (select b.account_id, b.run_id, i.item_id, b.charge_item_id
                   from charges.booked b
                   join charges.booked_item i
                     on i.account_id = b.account_id and i.charge_item_id = b.charge_item_id
                  where b.run_id = ${runId}
                    and b.reinstates is null) x
        on x.account_id = r.account_id and x.item_id = r.item_id
     where r.run_id = ${runId}
     order by r.interest_minor + r.fee_minor = 0, r.account_id, r.worked ->> 'dueOn', r.item_id`);
  return rows.map((row) => {
    const code = currency(row.currency);
    return {
      accountId: id(row.account_id),
      account: row.account,
      name: row.name,
      itemId: id(row.item_id),
      interest: money(row.interest_minor, code),
      fee: money(row.fee_minor, code),
      worked: row.worked,
      chargeItemId: row.charge_item_id === null ? null : id(row.charge_item_id),
    };
  });
}
