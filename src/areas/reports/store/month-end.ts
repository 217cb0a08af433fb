/** What the month-end page reads of the book: the control account two ways, and why they differ. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { StepFacts } from '../rules/month-end.ts';

export type Cut = {
  readonly companyId: Id;
  readonly firstOn: Day;
  readonly lastOn: Day;
  /** `infinity`: as the book stands. */
  readonly knownAt: Instant | 'infinity';
};

export type ControlRow = {
  readonly currency: string;
  readonly effective_minor: bigint;
  readonly effective_base_minor: bigint;
  readonly posted_minor: bigint;
  readonly posted_base_minor: bigint;
  /** Of it: unapplied money and open credits. */
  readonly credit_minor: bigint;
  readonly credit_base_minor: bigint;
};

export async function controlRows(
  db: Queries,
  { companyId, lastOn, knownAt }: Cut,
): Promise<ControlRow[]> {
  return db.all(sql<ControlRow>`
    select currency, effective_minor, effective_base_minor, posted_minor, posted_base_minor,
           credit_minor, credit_base_minor
      from ledger.control_on(${lastOn}, ${knownAt})
     where company_id = ${companyId}
     order by currency`);
}

/** The unrealised exchange difference in base minor units. */
export async function revaluationOf(
  db: Queries,
  { companyId, lastOn, knownAt }: Cut,
): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum(r.base_minor), 0)::bigint as total
      from ledger.revaluation_line r
     where r.company_id   = ${companyId}
       and r.posted_on   <= ${lastOn}
       and r.recorded_at <= ${knownAt}`);
  return total;
}

export type LateSum = {
  readonly currency: string;
  /** Lines that count in a later period, and those of an earlier one that count in this. */
  readonly later: bigint;
  readonly earlier: bigint;
  readonly earlier_minor: bigint;
};

/** How much of the control account counts in another period than its business day. */
export async function lateSums(
  db: Queries,
  { companyId, firstOn, lastOn, knownAt }: Cut,
): Promise<LateSum[]> {
  return db.all(sql<LateSum>`
    select l.currency, count(*) filter (where l.posted_on > ${lastOn}) as later,
           count(*) filter (where l.posted_on <= ${lastOn}) as earlier,
           coalesce(sum(l.amount_minor) filter (where l.posted_on <= ${lastOn}), 0)::bigint
           as earlier_minor
      from ledger.control_line l
     where l.posted_on    > l.effective_on
       and l.posted_on   >= ${firstOn}
       and (l.posted_on > ${lastOn} and l.effective_on <= ${lastOn}
            or l.posted_on <= ${lastOn} and l.effective_on < ${firstOn})
       and l.company_id   = ${companyId}
       and l.recorded_at <= ${knownAt}
     group by l.currency`);
}

export type ClosingSum = {
  readonly currency: string;
  readonly amount: bigint;
  readonly items: bigint;
};

/** What a source named no more up to the last day, and nobody had said yet what it was. */
export function openClosings({ companyId, lastOn, knownAt }: Cut): Sql {
  return sql`
    select k.account_id, a.account, a.name, k.external_id, k.closed_on, k.recorded_at, k.currency,
           k.amount_minor, k.adjustment_id
      from imports.closing_card k
      join customers.account_card a on a.account_id = k.account_id
     where a.company_id   = ${companyId}
       and k.closed_on   <= ${lastOn}
       and k.recorded_at <= ${knownAt}
       and (k.answered_at is null or k.answered_at > ${knownAt})`;
}

export async function closingSums(db: Queries, cut: Cut): Promise<ClosingSum[]> {
  return db.all(sql<ClosingSum>`
    select k.currency, sum(k.amount_minor)::bigint as amount, count(*) as items
      from (${openClosings(cut)}) k
     group by k.currency`);
}

export type PeriodFacts = Pick<
  StepFacts,
  'openDisputes' | 'reviewedSince' | 'bankAccounts' | 'bankFilesMissing'
>;

export async function periodFacts(db: Queries, { companyId, lastOn }: Cut): Promise<PeriodFacts> {
  const row = await db.one(sql<{
    disputes: bigint;
    reviewed: boolean;
    banks: bigint;
    banks_missing: bigint;
  }>`
    select (select count(*)
              from bank_files.bank_account_card b
             where b.company_id = ${companyId}
               and b.active) as banks,
           (select count(*)
              from bank_files.bank_account_card b
             where b.company_id = ${companyId}
               and b.active
               and not exists (select
                                 from bank_files.statement_card s
                                where s.bank_account_id = b.bank_account_id
                                  and s.kind   = 'statement'
                                  and s.to_on >= ${lastOn})) as banks_missing,
           (select count(*)
              from disputes.open_dispute d
              join customers.account_card c on c.account_id = d.account_id
             where c.company_id = ${companyId}) as disputes,
           exists (select from reports.review_look l where l.looked_on > ${lastOn}) as reviewed`);
  return {
    openDisputes: Number(row.disputes),
    reviewedSince: row.reviewed,
    bankAccounts: Number(row.banks),
    bankFilesMissing: Number(row.banks_missing),
  };
}

/** Whether open items and control account differ anywhere in the company: the law of the ledger. */
export async function booksDiffer(db: Queries, companyId: Id): Promise<boolean> {
  const { differ } = await db.one(sql<{ differ: boolean }>`
    select exists (select
                     from ledger.control_difference d
                    where d.company_id = ${companyId}) as differ`);
  return differ;
}

/** When the period was closed and not opened again since; null while it is open. */
export function closedAt({ companyId, lastOn }: Cut): Sql<string | null> {
  return sql<string | null>`
    (select min(s.recorded_at)
       from ledger.period_act s
      where s.company_id  = ${companyId}
        and s.act        <> 'reopen'
        and s.last_on    >= ${lastOn}
        and s.recorded_at > coalesce((select max(r.recorded_at)
                                        from ledger.period_act r
                                       where r.company_id = ${companyId}
                                         and r.act        = 'reopen'
                                         and r.first_on  <= ${lastOn}), '-infinity'))`;
}

/**
 * What was posted into a period after it was closed softly: by few, each with a reason, and read by
 * whoever signs the month. Entries of the control account, not their lines.
 */
export async function countAfterClose(db: Queries, cut: Cut): Promise<number> {
  const { companyId, firstOn, lastOn, knownAt } = cut;
  const { entries } = await db.one(sql<{ entries: bigint }>`
    select count(distinct l.entry_id) as entries
      from ledger.control_line l
     where l.posted_on between ${firstOn} and ${lastOn}
       and l.company_id   = ${companyId}
       and l.recorded_at  > ${closedAt(cut)}
       and l.recorded_at <= ${knownAt}`);
  return Number(entries);
}
