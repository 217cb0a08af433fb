/** Workbooks that were handed out, the files that came back, and what of them was applied. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Act } from '../rules/column.ts';
import type { Head } from '../rules/signature.ts';
import type { WorkbookKind } from '../rules/kinds.ts';

export type Issued = {
  readonly head: Head;
  readonly asked: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly sha256: string;
};

export async function insertIssued(
  { tx, at, actor }: Context,
  { head, asked, rows, sha256 }: Issued,
): Promise<void> {
  await tx.run(sql`
    insert into workbooks.issued (workbook_id, kind, asked, language, as_of, known_at, row_count,
                                  sha256, recorded_at, actor)
    values (${head.workbookId}, ${head.kind}, ${JSON.stringify(asked)}, ${head.language},
            ${head.asOf}, ${head.knownAt}, ${rows}, ${sha256}, ${at}, ${actor.ref})`);
}

/** Was a workbook of this id handed out here, of this kind? */
export async function wasIssued(db: Queries, { workbookId, kind }: Head): Promise<boolean> {
  const row = await db.maybe(sql`
    select from workbooks.issued where workbook_id = ${workbookId} and kind = ${kind}`);
  return row !== undefined;
}

export type CameBack = {
  readonly uploadId: Id;
  readonly workbookId: Id;
  readonly kind: WorkbookKind;
  readonly name: string;
  readonly sha256: string;
  readonly at: Instant;
  readonly actor: string;
  /** Of everything that was applied of it. */
  readonly applied: number;
  readonly undone: number;
};

type UploadRow = {
  upload_id: string;
  workbook_id: string;
  kind: WorkbookKind;
  name: string;
  sha256: string;
  recorded_at: string;
  actor: string;
  applied: number;
  undone: number;
};

/** Keeps the bytes; the same from the same person are the same upload. Answers its id. */
export async function keepUpload(
  context: Context,
  file: {
    readonly workbookId: Id;
    readonly name: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  },
): Promise<Id> {
  const { tx, at, actor } = context;
  const { workbookId, name, sha256, bytes } = file;
  await tx.run(sql`
    insert into workbooks.upload (upload_id, workbook_id, name, sha256, content, recorded_at, actor)
    values (${context.newId()}, ${workbookId}, ${name}, ${sha256}, ${Buffer.from(bytes)}, ${at},
            ${actor.ref})
        on conflict do nothing`);
  const { upload_id } = await tx.one(sql<{ upload_id: string }>`
    select upload_id
      from workbooks.upload
     where sha256 = ${sha256}
       and actor  = ${actor.ref}`);
  return id(upload_id);
}

/** The bytes that somebody uploaded; nobody else reads them. */
export async function uploadedFile(
  db: Queries,
  by: string,
  uploadId: Id,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const row = await db.maybe(sql<{ name: string; content: Uint8Array }>`
    select name, content
      from workbooks.upload
     where upload_id = ${uploadId}
       and actor     = ${by}`);
  return row && { name: row.name, bytes: new Uint8Array(row.content) };
}

/** What somebody uploaded, the latest first; one of them with an id. */
export async function uploadsBy(db: Queries, by: string, uploadId?: Id): Promise<CameBack[]> {
  const rows = await db.all(sql<UploadRow>`
    select u.upload_id, u.workbook_id, i.kind, u.name, u.sha256, u.recorded_at,
           coalesce(m.name, u.actor) as actor, count(e.edit_id)::int as applied,
           count(x.edit_id)::int as undone
      from (select u.upload_id, u.workbook_id, u.name, u.sha256, u.recorded_at, u.actor
              from workbooks.upload u
             where u.actor = ${by}
               ${uploadId ? sql`and u.upload_id = ${uploadId}` : sql``}
             order by u.recorded_at desc, u.upload_id
             limit 100) u
      join workbooks.issued i on i.workbook_id = u.workbook_id
      left join team.person m on u.actor = 'member:' || m.member_id
      left join workbooks.application a on a.upload_id = u.upload_id
      left join workbooks.applied_edit e on e.application_id = a.application_id
      left join workbooks.undone_edit x on x.edit_id = e.edit_id
     group by u.upload_id, u.workbook_id, i.kind, u.name, u.sha256, u.recorded_at, m.name, u.actor
     order by u.recorded_at desc, u.upload_id`);
  return rows.map((row) => ({
    uploadId: id(row.upload_id),
    workbookId: id(row.workbook_id),
    kind: row.kind,
    name: row.name,
    sha256: row.sha256,
    at: instant(row.recorded_at),
    actor: row.actor,
    applied: row.applied,
    undone: row.undone,
  }));
}

/** Two who apply one workbook wait for each other. */
export async function holdWorkbook({ tx }: Context, workbookId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`workbook ${workbookId}`}, 0))`);
}

export type AppliedEdit = {
  readonly editId: Id;
  readonly key: string;
  readonly field: string;
  readonly act: Act;
  readonly line: number;
  readonly before: string;
  readonly value: string;
  readonly undo: Undo | null;
};

/** An edit that was not taken back, and when it was applied. */
export type StandingEdit = AppliedEdit & { readonly applicationId: Id };

/** What taking an edit back needs to know; each act says what. */
export type Undo = Readonly<Record<string, string>>;

export async function insertApplication(
  { tx, at, actor, newId }: Context,
  applied: {
    readonly uploadId: Id;
    readonly workbookId: Id;
    readonly edits: readonly AppliedEdit[];
    readonly leftOut: number;
  },
): Promise<Id> {
  const { uploadId, workbookId, edits, leftOut } = applied;
  const applicationId = newId();
  await tx.run(sql`
    insert into workbooks.application (application_id, upload_id, edits, left_out, recorded_at,
                                       actor)
    values (${applicationId}, ${uploadId}, ${edits.length}, ${leftOut}, ${at}, ${actor.ref})`);
  const rows = edits.map((edit) => [
    edit.editId,
    applicationId,
    workbookId,
    edit.key,
    edit.field,
    edit.act,
    edit.line,
    edit.before,
    edit.value,
    edit.undo === null ? null : JSON.stringify(edit.undo),
  ]);
  await tx.copyIn(
    `workbooks.applied_edit (edit_id, application_id, workbook_id, row_key, field, act, line,
                             before, value, undo)`,
    rows,
  );
  return applicationId;
}

/** Edits of a workbook that stand: applied and not taken back. */
export async function appliedOf(
  db: Queries,
  workbookId: Id,
): Promise<{ key: string; field: string; value: string }[]> {
  return db.all(sql<{ key: string; field: string; value: string }>`
    select e.row_key as key, e.field, e.value
      from workbooks.applied_edit e
     where e.workbook_id = ${workbookId}
       and not exists (select from workbooks.undone_edit x where x.edit_id = e.edit_id)`);
}

type EditRow = {
  application_id: string;
  edit_id: string;
  row_key: string;
  field: string;
  act: Act;
  line: number;
  before: string;
  value: string;
  undo: Undo | null;
};

/** What stands of an upload, the latest first. */
export async function standingEdits(db: Queries, uploadId: Id): Promise<StandingEdit[]> {
  const rows = await db.all(sql<EditRow>`
    select e.application_id, e.edit_id, e.row_key, e.field, e.act, e.line, e.before, e.value,
           e.undo
      from workbooks.application a
      join workbooks.applied_edit e on e.application_id = a.application_id
     where a.upload_id = ${uploadId}
       and not exists (select from workbooks.undone_edit x where x.edit_id = e.edit_id)
     order by e.edit_id desc`);
  return rows.map((row) => ({
    applicationId: id(row.application_id),
    editId: id(row.edit_id),
    key: row.row_key,
    field: row.field,
    act: row.act,
    line: row.line,
    before: row.before,
    value: row.value,
    undo: row.undo,
  }));
}

export async function insertUndone(
  { tx, at, actor }: Context,
  editIds: readonly Id[],
): Promise<void> {
  await tx.copyIn(
    'workbooks.undone_edit (edit_id, recorded_at, actor)',
    editIds.map((editId) => [editId, at, actor.ref]),
  );
}
