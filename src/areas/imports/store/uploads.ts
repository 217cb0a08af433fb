/** Dropped files that wait for somebody to confirm how they are read, and remembered mappings. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { signatureOf } from '../rules/signature.ts';

export type Upload = {
  readonly uploadId: Id;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly settings: unknown;
};

/** An upload of this member; nobody sees another's. */
export async function findUpload(
  db: Queries,
  memberId: Id,
  uploadId: Id,
): Promise<Upload | undefined> {
  const row = await db.maybe(sql<{ file_name: string; content: Uint8Array; settings: unknown }>`
    select file_name, content, settings
      from imports.upload
     where upload_id = ${uploadId}
       and member_id = ${memberId}`);
  return row && { uploadId, fileName: row.file_name, content: row.content, settings: row.settings };
}

/** Keeps a dropped file; whatever has waited for more than a day is swept out. */
export async function insertUpload(context: Context, memberId: Id, upload: Upload): Promise<void> {
  const { tx, at } = context;
  await tx.run(sql`delete from imports.upload where at < ${at}::timestamptz - interval '1 day'`);
  await tx.run(sql`
    insert into imports.upload (upload_id, member_id, file_name, content, settings, at)
    values (${upload.uploadId}, ${memberId}, ${upload.fileName}, ${upload.content},
            ${JSON.stringify(upload.settings)}, ${at})`);
}

export async function updateSettings(tx: Tx, uploadId: Id, settings: unknown): Promise<void> {
  await tx.run(sql`
    update imports.upload
       set settings = ${JSON.stringify(settings)}
     where upload_id = ${uploadId}`);
}

export async function deleteUpload(tx: Tx, uploadId: Id): Promise<void> {
  await tx.run(sql`delete from imports.upload where upload_id = ${uploadId}`);
}

/** Files with these columns were last taken in like this. */
export async function rememberedSettings(
  db: Queries,
  columns: readonly string[],
): Promise<unknown> {
  const row = await db.maybe(sql<{ settings: unknown }>`
    select settings from imports.mapping where signature = ${signatureOf(columns)}`);
  return row?.settings ?? {};
}

export async function rememberSettings(
  { tx, at, actor }: Context,
  columns: readonly string[],
  settings: unknown,
): Promise<void> {
  await tx.run(sql`
    insert into imports.mapping (signature, settings, actor, at)
    values (${signatureOf(columns)}, ${JSON.stringify(settings)}, ${actor.ref}, ${at})
        on conflict (signature) do update
       set settings = excluded.settings,
           actor    = excluded.actor,
           at       = excluded.at`);
}
