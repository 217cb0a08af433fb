/** What goes with a message: originals as they came, and files that the desk made for it. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { MessageRef } from './messages.ts';

export type AttachmentKind = 'original' | 'statement' | 'file';

export type Attachment = {
  readonly kind: AttachmentKind;
  readonly sourceId: Id;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
};

export type KeptFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

/** Keeps a file that the desk made for an account, and answers its id. */
export async function insertKeptFile(
  { tx, at, actor, newId }: Context,
  accountId: Id,
  { fileName, mediaType, sha256, content }: KeptFile,
): Promise<Id> {
  const fileId = newId();
  await tx.run(sql`
    insert into correspondence.kept_file (account_id, file_id, file_name, media_type, sha256,
                                          content, recorded_at, actor)
    values (${accountId}, ${fileId}, ${fileName}, ${mediaType}, ${sha256}, ${content}, ${at},
            ${actor.ref})`);
  return fileId;
}

/** A kept file with its bytes. */
export async function keptFile(
  db: Queries,
  accountId: Id,
  fileId: Id,
): Promise<KeptFile | undefined> {
  const row = await db.maybe(sql<{
    file_name: string;
    media_type: string;
    sha256: string;
    content: Uint8Array;
  }>`
    select file_name, media_type, sha256, content
      from correspondence.kept_file
     where account_id = ${accountId}
       and file_id    = ${fileId}`);
  return (
    row && {
      fileName: row.file_name,
      mediaType: row.media_type,
      sha256: row.sha256,
      content: row.content,
    }
  );
}

/** The kept files of an account by id, without their bytes. */
export async function keptFilesOf(
  db: Queries,
  accountId: Id,
  fileIds: readonly Id[],
): Promise<Omit<Attachment, 'kind'>[]> {
  if (fileIds.length === 0) return [];
  const rows = await db.all(sql<{
    file_id: string;
    file_name: string;
    sha256: string;
    bytes: number;
  }>`
    select file_id, file_name, sha256, octet_length(content) as bytes
      from correspondence.kept_file
     where account_id = ${accountId}
       and file_id = any(${fileIds}::uuid[])`);
  return rows.map(({ file_id, file_name, sha256, bytes }) => ({
    sourceId: id(file_id),
    fileName: file_name,
    sha256,
    bytes,
  }));
}

export async function insertAttachments(
  { tx }: Context,
  { accountId, messageId }: MessageRef,
  attachments: readonly Attachment[],
): Promise<void> {
  await tx.copyIn(
    `correspondence.attachment (account_id, message_id, file_no, kind, source_id, file_name,
                                sha256, bytes)`,
    attachments.map(({ kind, sourceId, fileName, sha256, bytes }, index) => [
      accountId,
      messageId,
      index + 1,
      kind,
      sourceId,
      fileName,
      sha256,
      bytes,
    ]),
  );
}

/** What goes with a message, in its order. */
export async function attachmentsOf(
  db: Queries,
  { accountId, messageId }: MessageRef,
): Promise<Attachment[]> {
  const rows = await db.all(sql<{
    kind: AttachmentKind;
    source_id: string;
    file_name: string;
    sha256: string;
    bytes: bigint;
  }>`
    select kind, source_id, file_name, sha256, bytes
      from correspondence.attachment
     where account_id = ${accountId}
       and message_id = ${messageId}
     order by file_no`);
  return rows.map(({ source_id, file_name, bytes, ...row }) => ({
    ...row,
    sourceId: id(source_id),
    fileName: file_name,
    bytes: Number(bytes),
  }));
}
