/** Saved reports: versions that are inserted once, and how each report stands now. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, type Sql, sql } from '#platform/postgres/sql.ts';
import type { RawQuestion } from '../rules/question.ts';
import type { SavedReport, Sharing } from '../rules/saved-report.ts';

type Row = {
  report_id: string;
  name: string;
  version: number;
  title: string;
  note: string;
  question: RawQuestion;
  owner_id: string;
  owner: string;
  shared: Sharing;
  company_id: string | null;
  review_on: string;
  retired_on: string | null;
  used_on: string | null;
  used_by: string | null;
  uses: number;
};

/** Whose eyes: a member's own and what is shared with them; `all` at the console. */
export type Eyes = { readonly memberId: Id; readonly companies: CompanyScope } | 'all';

/** Reports in sight, by title; retired ones at the end. */
export async function savedReports(
  db: Queries,
  eyes: Eyes,
  which: { readonly name?: string } = {},
): Promise<SavedReport[]> {
  const named = which.name === undefined ? undefined : sql`r.name = ${which.name}`;
  const rows = await db.all(sql<Row>`
    select r.report_id, r.name, v.version, v.title, v.note, v.question, v.owner_id,
           p.name as owner, v.shared, v.company_id, v.review_on, n.retired_on, n.used_on,
           u.name as used_by, n.uses
      from datasets.report_now n
      join datasets.report r on r.report_id = n.report_id
      join datasets.report_version v on v.report_id = n.report_id and v.version = n.version
      join team.person p on p.member_id = v.owner_id
      left join team.person u on u.member_id = n.used_by
     where ${allOf([inSight(eyes), named])}
     order by n.retired_on is not null, lower(v.title), r.name`);
  return rows.map(savedReport);
}

function inSight(eyes: Eyes): Sql<boolean> {
  if (eyes === 'all') return sql<boolean>`true`;
  const { memberId, companies } = eyes;
  return sql<boolean>`(
    n.owner_id = ${memberId}
    or (n.shared <> 'private'
        and (n.company_id is null or ${inCompanies(sql`n.company_id`, companies)})
        and (n.shared = 'company' or exists (
               select
                 from team.member o
                 join team.member m on m.roles && o.roles
                where o.member_id = n.owner_id
                  and m.member_id = ${memberId}))))`;
}

/** The report of this name, locked until the transaction ends. */
export async function lockReport(
  tx: Tx,
  eyes: Eyes,
  name: string,
): Promise<SavedReport | undefined> {
  await tx.run(sql`
    select
      from datasets.report_now n
      join datasets.report r on r.report_id = n.report_id
     where r.name = ${name}
       for update of n`);
  const [found] = await savedReports(tx, eyes, { name });
  return found;
}

function savedReport(row: Row): SavedReport {
  return {
    reportId: id(row.report_id),
    name: row.name,
    version: row.version,
    title: row.title,
    note: row.note,
    question: row.question,
    ownerId: id(row.owner_id),
    owner: row.owner,
    shared: row.shared,
    companyId: row.company_id === null ? null : id(row.company_id),
    reviewOn: day(row.review_on),
    retiredOn: row.retired_on === null ? null : day(row.retired_on),
    usedOn: row.used_on === null ? null : day(row.used_on),
    usedBy: row.used_by,
    uses: row.uses,
  };
}

/** Takes the name; false when another report has it. */
export async function insertReport(
  { tx, at, actor }: Context,
  reportId: Id,
  name: string,
): Promise<boolean> {
  const touched = await tx.run(sql`
    insert into datasets.report (report_id, name, recorded_at, actor)
    values (${reportId}, ${name}, ${at}, ${actor.ref})
    on conflict (name) do nothing`);
  return touched === 1;
}

export type NewVersion = Pick<
  SavedReport,
  | 'reportId'
  | 'version'
  | 'title'
  | 'note'
  | 'question'
  | 'ownerId'
  | 'shared'
  | 'companyId'
  | 'reviewOn'
>;

/** Keeps a version, which runs from now on. */
export async function insertVersion(
  { tx, at, actor, reason }: Context,
  made: NewVersion,
): Promise<void> {
  const { reportId, version, ownerId, shared, companyId } = made;
  await tx.run(sql`
    insert into datasets.report_version
           (report_id, version, title, note, question, owner_id, shared, company_id, review_on,
            recorded_at, actor, reason)
    values (${reportId}, ${version}, ${made.title}, ${made.note}, ${JSON.stringify(made.question)},
            ${ownerId}, ${shared}, ${companyId}, ${made.reviewOn}, ${at}, ${actor.ref},
            ${reason})`);
  await tx.run(sql`
    insert into datasets.report_now (report_id, version, owner_id, shared, company_id)
    values (${reportId}, ${version}, ${ownerId}, ${shared}, ${companyId})
    on conflict (report_id) do update
       set version    = excluded.version,
           owner_id   = excluded.owner_id,
           shared     = excluded.shared,
           company_id = excluded.company_id`);
}

/** The report runs no more. */
export async function markRetired(tx: Queries, reportId: Id, on: Day): Promise<void> {
  await tx.run(sql`
    update datasets.report_now set retired_on = ${on} where report_id = ${reportId}`);
}

/** Says who last used it, and counts. */
export async function markUsed(tx: Queries, reportId: Id, on: Day, by: Id | null): Promise<void> {
  await tx.run(sql`
    update datasets.report_now
       set used_on = ${on}, used_by = coalesce(${by}::uuid, used_by), uses = uses + 1
     where report_id = ${reportId}`);
}

export type KeptVersion = {
  readonly version: number;
  readonly title: string;
  readonly question: RawQuestion;
  readonly actor: string;
  readonly reason: string;
  readonly recordedAt: string;
};

/** Every version, newest first. */
export async function versionsOf(db: Queries, reportId: Id): Promise<KeptVersion[]> {
  const rows = await db.all(sql<{
    version: number;
    title: string;
    question: RawQuestion;
    actor: string;
    reason: string;
    recorded_at: string;
  }>`
    select v.version, v.title, v.question, coalesce(p.name, v.actor) as actor, v.reason,
           v.recorded_at
      from datasets.report_version v
      left join team.person p on v.actor = 'member:' || p.member_id
     where v.report_id = ${reportId}
     order by v.version desc`);
  return rows.map(({ recorded_at: recordedAt, ...row }) => ({ ...row, recordedAt }));
}
