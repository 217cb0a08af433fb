/** Clean-ups: the scope and target, what stood at the start, each day since, and the end. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Standing, Target } from '../rules/clean-up.ts';
import type { FindingKind } from '../rules/finding.ts';

/** Which findings a clean-up is about. */
export type CleanUpScope = {
  readonly companyId: Id;
  readonly kinds: readonly FindingKind[];
  /** Only accounts of this owner, of this segment; null: of any. */
  readonly accountOwnerId: Id | null;
  readonly segment: string | null;
  /** Only findings with at least so much at stake, in the company's currency. */
  readonly least: bigint;
};

type ScopeParts = Readonly<Record<'companyId' | 'kinds' | 'ownerId' | 'segment' | 'least', Sql>>;

/** The findings that count: of the scope, standing, not answered. */
function counted({ companyId, kinds, ownerId, segment, least }: ScopeParts): Sql<boolean> {
  return sql<boolean>`f.gone_at is null
       and f.state in ('open', 'in_work')
       and f.company_id = ${companyId}
       and f.kind = any(${kinds})
       and f.base_minor >= ${least}
       and (${ownerId} is null and ${segment} is null
            or exists (select
                         from customers.account_card a
                        where a.account_id = f.account_id
                          and (${ownerId} is null or a.owner_id = ${ownerId})
                          and (${segment} is null or a.segment = ${segment})))`;
}

function inScope({ companyId, kinds, accountOwnerId, segment, least }: CleanUpScope): Sql<boolean> {
  return counted({
    companyId: sql`${companyId}::uuid`,
    kinds: sql`${[...kinds]}::text[]`,
    ownerId: sql`${accountOwnerId}::uuid`,
    segment: sql`${segment}::text`,
    least: sql`${least.toString()}::bigint`,
  });
}

const ofItsOwn = counted({
  companyId: sql`p.company_id`,
  kinds: sql`p.kinds`,
  ownerId: sql`p.account_owner_id`,
  segment: sql`p.segment`,
  least: sql`p.least_base_minor`,
});

/** How much there is to clean. */
export async function standing(db: Queries, scope: CleanUpScope): Promise<Standing> {
  const row = await db.one(sql<{ count: bigint; amount: bigint }>`
    select count(*) as count, coalesce(sum(f.base_minor), 0)::bigint as amount
      from projects.finding f
     where ${inScope(scope)}`);
  return { count: Number(row.count), amount: row.amount };
}

export type NewCleanUp = CleanUpScope & {
  readonly projectId: Id;
  readonly title: string;
  readonly ownerId: Id | null;
  readonly target: Target;
};

/** Writes the clean-up down with every row that stands, frozen as the proof of before. */
export async function insertCleanUp(context: Context, made: NewCleanUp): Promise<void> {
  const { tx, today, at, actor } = context;
  const { projectId, companyId, target } = made;
  const kinds = [...made.kinds];
  await tx.run(sql`
    insert into projects.clean_up (project_id, company_id, title, kinds, owner_id, target_count,
                                   target_base_minor, due_on, started_on, actor, recorded_at,
                                   account_owner_id, segment, least_base_minor)
    values (${projectId}, ${companyId}, ${made.title}, ${kinds}::text[], ${made.ownerId},
            ${target.count}, ${target.amount?.toString() ?? null}, ${target.dueOn}, ${today},
            ${actor.ref}, ${at}, ${made.accountOwnerId}, ${made.segment},
            ${made.least.toString()})`);
  await tx.run(sql`
    insert into projects.clean_up_row (account_id, project_id, kind, subject, currency,
                                       amount_minor, base_minor, facts)
    select f.account_id, ${projectId}, f.kind, f.subject, f.currency, f.amount_minor,
           f.base_minor, f.facts
      from projects.finding f
     where ${inScope(made)}`);
}

/** Notes where every running clean-up stands, if that has changed since it was last noted. */
export async function recordDays({ tx, today, at }: Context): Promise<void> {
  await tx.run(sql`
    insert into projects.clean_up_day (project_id, on_day, recorded_at, left_count,
                                       left_base_minor)
    select p.project_id, ${today}, ${at}, s.count, s.amount
      from projects.clean_up p
     cross join lateral (select count(*)::integer as count,
                                coalesce(sum(f.base_minor), 0)::bigint as amount
                           from projects.finding f
                          where ${ofItsOwn}) s
      left join lateral (select d.on_day, d.left_count, d.left_base_minor
                           from projects.clean_up_day d
                          where d.project_id = p.project_id
                          order by d.on_day desc, d.recorded_at desc
                          limit 1) l on true
     where not exists (select from projects.clean_up_end e where e.project_id = p.project_id)
       and (l.on_day, l.left_count, l.left_base_minor)
             is distinct from (${today}::date, s.count, s.amount)
        on conflict do nothing`);
}

export type CleanUp = NewCleanUp & {
  readonly company: string;
  readonly owner: string | null;
  readonly accountOwner: string | null;
  readonly startedOn: Day;
  readonly startedAt: Instant;
  readonly currency: string;
  readonly before: Standing;
  readonly end: (Standing & { met: boolean; note: string; by: string; at: Instant }) | null;
};

type Row = {
  project_id: string;
  company_id: string;
  company: string;
  base_currency: string;
  title: string;
  kinds: FindingKind[];
  owner_id: string | null;
  owner: string | null;
  account_owner_id: string | null;
  account_owner: string | null;
  segment: string | null;
  least_base_minor: bigint;
  target_count: number;
  target_base_minor: bigint | null;
  due_on: string;
  started_on: string;
  recorded_at: string;
  before_count: bigint;
  before_minor: bigint;
  left_count: number | null;
  left_minor: bigint | null;
  met: boolean | null;
  note: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

/** Clean-ups, the running ones first, newest first. */
export async function cleanUps(
  db: Queries,
  companies: CompanyScope,
  projectId?: Id,
): Promise<CleanUp[]> {
  const rows = await db.all(sql<Row>`
    select p.project_id, p.company_id, co.code as company, co.base_currency, p.title, p.kinds,
           p.owner_id, o.name as owner, p.target_count, p.target_base_minor, p.due_on,
           p.started_on, p.recorded_at, b.count as before_count, b.amount as before_minor,
           e.left_count, e.left_base_minor as left_minor, e.met, e.note, e.recorded_at as ended_at,
           coalesce(m.name, e.actor) as ended_by, p.account_owner_id, p.segment,
           p.least_base_minor, w.name as account_owner
      from projects.clean_up p
      join team.company co on co.company_id = p.company_id
     cross join lateral (select count(*) as count, coalesce(sum(r.base_minor), 0)::bigint as amount
                           from projects.clean_up_row r
                          where r.project_id = p.project_id) b
      left join projects.clean_up_end e on e.project_id = p.project_id
      left join team.person o on o.member_id = p.owner_id
      left join team.person w on w.member_id = p.account_owner_id
      left join team.person m on e.actor = 'member:' || m.member_id
     where ${theirs(companies, projectId)}
     order by e.project_id is not null, p.recorded_at desc`);
  return rows.map(cleanUp);
}

function theirs(companies: CompanyScope, projectId: Id | undefined): Sql<boolean> {
  return allOf([
    inCompanies(sql`p.company_id`, companies),
    projectId && sql`p.project_id = ${projectId}`,
  ]);
}

function cleanUp(row: Row): CleanUp {
  const ended = row.ended_at !== null;
  return {
    projectId: id(row.project_id),
    companyId: id(row.company_id),
    company: row.company,
    currency: row.base_currency,
    title: row.title,
    kinds: row.kinds,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    owner: row.owner,
    accountOwnerId: row.account_owner_id === null ? null : id(row.account_owner_id),
    accountOwner: row.account_owner,
    segment: row.segment,
    least: row.least_base_minor,
    target: { count: row.target_count, amount: row.target_base_minor, dueOn: day(row.due_on) },
    startedOn: day(row.started_on),
    startedAt: instant(row.recorded_at),
    before: { count: Number(row.before_count), amount: row.before_minor },
    end: ended
      ? {
          count: row.left_count ?? 0,
          amount: row.left_minor ?? 0n,
          met: row.met ?? false,
          note: row.note ?? '',
          by: row.ended_by ?? '',
          at: instant(row.ended_at ?? ''),
        }
      : null,
  };
}

export type BurnedDay = { readonly on: Day } & Standing;

/** Where a clean-up stood at the end of each day on which it was noted. */
export async function burnDown(db: Queries, projectId: Id): Promise<BurnedDay[]> {
  const rows = await db.all(sql<{ on_day: string; left_count: number; left_base_minor: bigint }>`
    select distinct on (on_day) on_day, left_count, left_base_minor
      from projects.clean_up_day
     where project_id = ${projectId}
     order by on_day, recorded_at desc`);
  return rows.map((row) => {
    return { on: day(row.on_day), count: row.left_count, amount: row.left_base_minor };
  });
}

export type ProvedRow = {
  readonly account: string;
  readonly name: string;
  readonly kind: FindingKind;
  readonly document: string;
  readonly amount: Money;
  /** What stands of it now: gone by itself, answered, or still there. */
  readonly now: string;
  readonly by: string | null;
  readonly note: string | null;
};

/** Every frozen row beside where it stands now, and who did the last thing about it. */
export async function provedRows(db: Queries, projectId: Id): Promise<ProvedRow[]> {
  const rows = await db.all(sql<{
    account: string;
    name: string;
    kind: FindingKind;
    document: string | null;
    currency: string;
    amount_minor: bigint;
    now: string;
    by: string | null;
    note: string | null;
  }>`
    select a.account, a.name, r.kind, r.facts ->> 'document' as document, r.currency,
           r.amount_minor, f.note, coalesce(m.name, c.actor) as by,
           case when f.gone_at is not null then 'gone' else f.state end as now
      from projects.clean_up_row r
      join projects.finding f on f.account_id = r.account_id
                             and f.kind = r.kind and f.subject = r.subject
      join customers.account_card a on a.account_id = r.account_id
      left join lateral (select x.actor
                           from projects.finding_change x
                          where x.account_id = r.account_id
                            and x.kind       = r.kind
                            and x.subject    = r.subject
                            and x.what <> 'seen'
                          order by x.recorded_at desc
                          limit 1) c on true
      left join team.person m on c.actor = 'member:' || m.member_id
     where r.project_id = ${projectId}
     order by r.base_minor desc, a.account, r.kind, r.subject`);
  return rows.map(({ currency, amount_minor, document, ...row }) => {
    return { ...row, document: document ?? '', amount: money(amount_minor, currency) };
  });
}

/** False when somebody was first. */
export async function insertEnd(
  { tx, at, actor }: Context,
  projectId: Id,
  end: Standing & { readonly met: boolean; readonly note: string },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into projects.clean_up_end (project_id, left_count, left_base_minor, met, note, actor,
                                       recorded_at)
    values (${projectId}, ${end.count}, ${end.amount.toString()}, ${end.met}, ${end.note},
            ${actor.ref}, ${at})
        on conflict do nothing`);
  return rows === 1;
}
