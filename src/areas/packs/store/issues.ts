/** Issues as they were made: their editions, their readers and the controller's hand. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type Issue = {
  readonly issueId: Id;
  readonly scheduleId: Id | null;
  readonly companyId: Id;
  readonly kind: string;
  readonly name: string;
  readonly period: string;
  readonly ownerId: Id | null;
  readonly asOf: Day;
  readonly knownAt: Instant;
  readonly settings: Readonly<Record<string, string>>;
};

export type IssueCard = Issue & {
  readonly company: string;
  readonly madeAt: Instant;
  readonly actor: string;
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
  readonly signNote: string | null;
};

/** False where the period has its issue already. */
export async function insertIssue(
  { tx, at, actor, reason }: Context,
  made: Issue,
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into packs.issue (issue_id, schedule_id, company_id, kind, name, period, owner_id,
                             as_of, known_at, settings, actor, reason, recorded_at)
    values (${made.issueId}, ${made.scheduleId}, ${made.companyId}, ${made.kind}, ${made.name},
            ${made.period}, ${made.ownerId}, ${made.asOf}, ${made.knownAt},
            ${JSON.stringify(made.settings)}::jsonb, ${actor.ref}, ${reason}, ${at})
    on conflict on constraint one_issue_a_period do nothing`);
  return inserted > 0;
}

export async function hasIssue(db: Queries, scheduleId: Id, period: string): Promise<boolean> {
  const row = await db.maybe(sql<{ issue_id: string }>`
    select issue_id from packs.issue where schedule_id = ${scheduleId} and period = ${period}`);
  return row !== undefined;
}

export type AskedFor = {
  readonly companyId: Id;
  readonly kind: string;
  readonly ownerId: Id;
  readonly asOf: Day;
  readonly settings: Readonly<Record<string, string>>;
};

/** The newest issue that somebody asked for themselves, alike in all. */
export async function lastAsked(
  db: Queries,
  asked: AskedFor,
): Promise<{ issueId: Id; madeAt: Instant } | undefined> {
  const row = await db.maybe(sql<{ issue_id: string; recorded_at: string }>`
    select issue_id, recorded_at
      from packs.issue
     where schedule_id is null
       and company_id  = ${asked.companyId}
       and kind        = ${asked.kind}
       and owner_id    = ${asked.ownerId}
       and as_of       = ${asked.asOf}
       and settings    = ${JSON.stringify(asked.settings)}::jsonb
     order by issue_id desc
     limit 1`);
  return row && { issueId: id(row.issue_id), madeAt: instant(row.recorded_at) };
}

/** The newest issue of a schedule, or of a kind where no schedule made one. */
export async function issueBefore(
  db: Queries,
  { scheduleId, companyId, kind }: { scheduleId: Id | null; companyId: Id; kind: string },
): Promise<{ asOf: Day; knownAt: Instant } | null> {
  const row = await db.maybe(sql<{ as_of: string; known_at: string }>`
    select i.as_of, i.known_at
      from packs.issue i
     where i.company_id = ${companyId}
       and i.kind       = ${kind}
       and i.period not like 'asked/%'
     order by (i.schedule_id = ${scheduleId}::uuid) desc nulls last, i.recorded_at desc
     limit 1`);
  return row ? { asOf: day(row.as_of), knownAt: instant(row.known_at) } : null;
}

export type IssueFilter = {
  readonly companies: CompanyScope;
  readonly scheduleId?: Id | undefined;
  readonly kind?: string | undefined;
  /** Only those that this member was to read. */
  readonly readerId: Id | null;
};

/** The newest first, and how many there are. */
export async function issuesOf(
  db: Queries,
  filter: IssueFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: IssueCard[]; count: number }> {
  const where = wanted(filter);
  const [rows, { count }] = await Promise.all([
    db.all(sql<CardRow>`
      ${select} where ${where}
       order by i.recorded_at desc, i.issue_id limit ${limit} offset ${offset}`),
    db.one(sql<{ count: bigint }>`select count(*) from packs.issue i where ${where}`),
  ]);
  return { rows: rows.map(card), count: Number(count) };
}

function wanted({ companies, scheduleId, kind, readerId }: IssueFilter): Sql<boolean> {
  return sql<boolean>`${inCompanies(sql`i.company_id`, companies)}
    and (${scheduleId ?? null}::uuid is null or i.schedule_id = ${scheduleId ?? null}::uuid)
    and (${kind ?? null}::text is null or i.kind = ${kind ?? null})
    and (${readerId}::uuid is null
         or exists (select
                      from packs.reader r
                     where r.issue_id  = i.issue_id
                       and r.member_id = ${readerId}::uuid
                       and r.left_out is null))`;
}

export async function issueById(db: Queries, issueId: Id): Promise<IssueCard | undefined> {
  const row = await db.maybe(sql<CardRow>`${select} where i.issue_id = ${issueId}`);
  return row && card(row);
}

type CardRow = {
  issue_id: string;
  schedule_id: string | null;
  company_id: string;
  kind: string;
  name: string;
  period: string;
  owner_id: string | null;
  as_of: string;
  known_at: string;
  settings: Record<string, string>;
  company: string;
  recorded_at: string;
  actor: string;
  signed_by: string | null;
  signed_at: string | null;
  note: string | null;
};

const select = sql`
  select i.issue_id, i.schedule_id, i.company_id, i.kind, i.name, i.period, i.owner_id, i.as_of,
         i.known_at, i.settings, c.code as company, i.recorded_at, i.actor,
         m.name as signed_by, s.recorded_at as signed_at, s.note
    from packs.issue i
    join team.company c on c.company_id = i.company_id
    left join packs.sign_off s on s.issue_id = i.issue_id
    left join team.member m on m.member_id = s.member_id`;

function card(row: CardRow): IssueCard {
  return {
    issueId: id(row.issue_id),
    scheduleId: row.schedule_id === null ? null : id(row.schedule_id),
    companyId: id(row.company_id),
    kind: row.kind,
    name: row.name,
    period: row.period,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    asOf: day(row.as_of),
    knownAt: instant(row.known_at),
    settings: row.settings,
    company: row.company,
    madeAt: instant(row.recorded_at),
    actor: row.actor,
    signedBy: row.signed_by,
    signedAt: row.signed_at === null ? null : instant(row.signed_at),
    signNote: row.note,
  };
}

export async function insertSignOff(
  { tx, at }: Context,
  made: { issueId: Id; memberId: Id; note: string; sha256: string },
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into packs.sign_off (issue_id, member_id, note, sha256, recorded_at)
    values (${made.issueId}, ${made.memberId}, ${made.note}, ${made.sha256}, ${at})
    on conflict do nothing`);
  return inserted > 0;
}
