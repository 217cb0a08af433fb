/** Repairs of many at once, their steps and what was taken back; and what they repair. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { OpenItem } from '../rules/oldest-first.ts';

export type FixKind = 'apply_credits' | 'set_fields' | 'close_duplicates';
export type Step = {
  readonly accountId: Id;
  readonly facts: Readonly<Record<string, string | null>>;
};

export async function insertFix(
  { tx, at, actor, reason }: Context,
  fix: { readonly fixId: Id; readonly companyId: Id; readonly kind: FixKind },
  steps: readonly Step[],
): Promise<void> {
  await tx.run(sql`
    insert into projects.fix (fix_id, company_id, kind, reason, actor, recorded_at)
    values (${fix.fixId}, ${fix.companyId}, ${fix.kind}, ${reason}, ${actor.ref}, ${at})`);
  await tx.run(sql`
    insert into projects.fix_step (account_id, fix_id, step_no, facts)
    select s.account_id, ${fix.fixId}, s.step_no, s.facts
      from unnest(${steps.map((step) => step.accountId)}::uuid[],
                  ${steps.map((_, index) => index + 1)}::integer[],
                  ${steps.map((step) => JSON.stringify(step.facts))}::jsonb[])
             as s (account_id, step_no, facts)`);
}

export type Fix = {
  readonly fixId: Id;
  readonly kind: FixKind;
  readonly companyId: Id;
  readonly reason: string;
  readonly actor: string;
  readonly at: Instant;
  readonly steps: number;
  readonly undone: boolean;
};

/** The latest repairs, newest first. */
export async function latestFixes(db: Queries, companies: CompanyScope): Promise<Fix[]> {
  const rows = await db.all(sql<{
    fix_id: string;
    kind: FixKind;
    company_id: string;
    reason: string;
    actor: string;
    recorded_at: string;
    steps: bigint;
    undone: boolean;
  }>`
    select f.fix_id, f.kind, f.company_id, f.reason, coalesce(m.name, f.actor) as actor,
           f.recorded_at, u.fix_id is not null as undone,
           (select count(*) from projects.fix_step s where s.fix_id = f.fix_id) as steps
      from projects.fix f
      left join projects.fix_undone u on u.fix_id = f.fix_id
      left join team.person m on f.actor = 'member:' || m.member_id
     where ${inCompanies(sql`f.company_id`, companies)}
     order by f.recorded_at desc
     limit 50`);
  return rows.map((row) => ({
    fixId: id(row.fix_id),
    kind: row.kind,
    companyId: id(row.company_id),
    reason: row.reason,
    actor: row.actor,
    at: instant(row.recorded_at),
    steps: Number(row.steps),
    undone: row.undone,
  }));
}

/** The steps of a repair, last first, as they are taken back. */
export async function stepsOf(db: Queries, fixId: Id): Promise<Step[]> {
  const rows = await db.all(sql<{ account_id: string; facts: Record<string, string | null> }>`
    select account_id, facts
      from projects.fix_step
     where fix_id = ${fixId}
     order by step_no desc`);
  return rows.map((row) => ({ accountId: id(row.account_id), facts: row.facts }));
}

/** What was closed as a duplicate on an account since a day and stands, in base minor units. */
export async function closedSince(db: Queries, accountId: Id, since: Day): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum((s.facts ->> 'base')::bigint), 0)::bigint as total
      from projects.fix_step s
      join projects.fix f on f.fix_id = s.fix_id
     where s.account_id   = ${accountId}
       and f.kind         = 'close_duplicates'
       and f.recorded_at >= ${since}::date
       and not exists (select from projects.fix_undone u where u.fix_id = f.fix_id)`);
  return total;
}

/** False when somebody was first. */
export async function insertUndone(context: Context, fixId: Id): Promise<boolean> {
  const { tx, at, actor, reason } = context;
  const rows = await tx.run(sql`
    insert into projects.fix_undone (fix_id, reason, actor, recorded_at)
    values (${fixId}, ${reason}, ${actor.ref}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

type ItemRow = {
  account_id: string;
  item_id: string;
  number: string;
  currency: string;
  side: number;
  on_day: string;
  open_minor: bigint;
};

/** What is open on these accounts: credits by the day of issue, debts by their due day. */
export async function openItems(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
): Promise<{ credits: OpenItem[]; debts: OpenItem[] }> {
  const rows = await db.all(sql<ItemRow>`
    select i.account_id, i.item_id, n.number, i.currency, i.side,
           case when i.side = -1 then i.issued_on else i.due_on end as on_day,
           abs(i.open_minor) as open_minor
      from ledger.open_items_on(${today}::date) i
      join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
     where i.account_id = any(${accountIds}::uuid[])
       and (i.side = -1 or i.aged)`);
  const item = (row: ItemRow): OpenItem => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    number: row.number,
    currency: currency(row.currency),
    on: day(row.on_day),
    open: row.open_minor,
  });
  return {
    credits: rows.filter((row) => row.side === -1).map(item),
    debts: rows.filter((row) => row.side === 1).map(item),
  };
}

export type AccountFields = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly customer: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly termsCode: string | null;
};

/** Accounts of one company with the fields that a repair may set. */
export async function accountFields(
  db: Queries,
  accountIds: readonly Id[],
  companyId: Id,
): Promise<AccountFields[]> {
  const rows = await db.all(sql<{
    account_id: string;
    customer_id: string;
    account: string;
    name: string;
    language: 'en' | 'es';
    terms_code: string | null;
  }>`
    select account_id, customer_id, account, name, language, terms_code
      from customers.account_card
     where account_id = any(${accountIds}::uuid[])
       and company_id = ${companyId}
       and kind <> 'house'
       and merged_into is null
     order by account`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    customerId: id(row.customer_id),
    customer: row.account,
    name: row.name,
    language: row.language,
    termsCode: row.terms_code,
  }));
}

/** The accounts of a company on which a credit waits that could be applied. */
export async function accountsWithOldCredits(db: Queries, companyId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct f.account_id
      from projects.finding f
     where f.company_id = ${companyId}
       and f.kind = 'credit_unapplied'
       and f.gone_at is null
       and f.state in ('open', 'in_work')
     order by f.account_id`);
  return rows.map((row) => id(row.account_id));
}
