/**
 * Originals: the bytes once under their hash, and which document each file is the original of.
 *
 * A row is only ever added; a withdrawn original keeps its version number and its bytes.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { MediaType } from '#kernel/paper.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { NamedDocument, OriginalKind } from '../rules/file-name.ts';

export type Original = {
  readonly accountId: Id;
  readonly originalId: Id;
  readonly documentId: Id;
  readonly number: string;
  readonly kind: OriginalKind;
  readonly version: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly at: Instant;
  readonly actor: string;
};

/** Documents of these companies that have one of the numbers. */
export async function documentsNumbered(
  db: Queries,
  numbers: readonly string[],
  companies: CompanyScope,
): Promise<NamedDocument[]> {
  const rows = await db.all(sql<{
    account_id: string;
    document_id: string;
    number: string;
    account: string;
    company: string;
  }>`
    select d.account_id, d.document_id, d.number, c.account, c.company
      from invoices.document_card d
      join customers.account_card c on c.account_id = d.account_id
     where d.number = any(${numbers}::text[])
       and ${inCompanies(sql`c.company_id`, companies)}
     order by c.company, c.account, d.number, d.document_id
     limit 100`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    documentId: id(row.document_id),
    number: row.number,
    account: row.account,
    company: row.company,
  }));
}

/** The document of an account with this number. */
export async function documentOf(
  db: Queries,
  accountId: Id,
  number: string,
): Promise<{ documentId: Id; account: string } | undefined> {
  const row = await db.maybe(sql<{ document_id: string; account: string }>`
    select d.document_id, c.account
      from invoices.document_card d
      join customers.account_card c on c.account_id = d.account_id
     where d.account_id = ${accountId}
       and d.number     = ${number}
     order by d.document_id
     limit 1`);
  return row && { documentId: id(row.document_id), account: row.account };
}

export type FileContent = {
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly content: Uint8Array;
};

/** Keeps the bytes; the same bytes are kept once. */
export async function keepContent(
  { tx, at }: Context,
  { sha256, mediaType, content }: FileContent,
): Promise<void> {
  await tx.run(sql`
    insert into documents.file_content (sha256, media_type, content, recorded_at)
    values (${sha256}, ${mediaType}, ${content}, ${at})
        on conflict (sha256) do nothing`);
}

/** Every version that a document ever had of a kind; locks the document against others. */
export async function versionsOf(
  tx: Tx,
  { accountId, documentId }: { readonly accountId: Id; readonly documentId: Id },
  kind: OriginalKind,
): Promise<{ version: number; sha256: string; standing: boolean }[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 18))`);
  return tx.all(sql<{ version: number; sha256: string; standing: boolean }>`
    select o.version, o.sha256,
           not exists (select from documents.original_withdrawn w
                        where w.account_id  = o.account_id
                          and w.original_id = o.original_id) as standing
      from documents.original o
     where o.account_id  = ${accountId}
       and o.document_id = ${documentId}
       and o.kind        = ${kind}
     order by o.version`);
}

export async function insertOriginal(
  { tx, at, actor }: Context,
  made: Pick<
    Original,
    'accountId' | 'originalId' | 'documentId' | 'kind' | 'version' | 'fileName' | 'sha256'
  >,
): Promise<void> {
  await tx.run(sql`
    insert into documents.original (account_id, original_id, document_id, kind, version, file_name,
                                    sha256, recorded_at, actor)
    values (${made.accountId}, ${made.originalId}, ${made.documentId}, ${made.kind},
            ${made.version}, ${made.fileName}, ${made.sha256}, ${at}, ${actor.ref})`);
}

/** False when somebody withdrew it before. */
export async function withdrawOriginal(
  { tx, at, actor, reason }: Context,
  { accountId, originalId }: { readonly accountId: Id; readonly originalId: Id },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into documents.original_withdrawn (account_id, original_id, reason, recorded_at, actor)
    values (${accountId}, ${originalId}, ${reason}, ${at}, ${actor.ref})
        on conflict do nothing`);
  return rows === 1;
}

type CardRow = {
  account_id: string;
  original_id: string;
  document_id: string;
  number: string;
  kind: OriginalKind;
  version: number;
  file_name: string;
  sha256: string;
  media_type: MediaType;
  bytes: bigint;
  recorded_at: string;
  actor: string;
};

/** Originals of an account that stand: the newest document first, the newest version on top. */
export async function originalsOf(db: Queries, accountId: Id): Promise<Original[]> {
  const rows = await db.all(sql<CardRow>`
    select o.account_id, o.original_id, o.document_id, o.number, o.kind, o.version, o.file_name,
           o.sha256, o.media_type, o.bytes, o.recorded_at, coalesce(p.name, o.actor) as actor
      from documents.original_card o
      left join team.person p on 'member:' || p.member_id = o.actor
     where o.account_id = ${accountId}
     order by o.number desc, o.kind, o.version desc`);
  return rows.map(original);
}

/** The bytes of one original that stands, as they came. */
export async function originalFile(
  db: Queries,
  accountId: Id,
  originalId: Id,
): Promise<{ fileName: string; mediaType: MediaType; content: Uint8Array } | undefined> {
  const row = await db.maybe(sql<{
    file_name: string;
    media_type: MediaType;
    content: Uint8Array;
  }>`
    select o.file_name, o.media_type, c.content
      from documents.original_card o
      join documents.file_content c on c.sha256 = o.sha256
     where o.account_id  = ${accountId}
       and o.original_id = ${originalId}`);
  return row && { fileName: row.file_name, mediaType: row.media_type, content: row.content };
}

function original(row: CardRow): Original {
  return {
    accountId: id(row.account_id),
    originalId: id(row.original_id),
    documentId: id(row.document_id),
    number: row.number,
    kind: row.kind,
    version: row.version,
    fileName: row.file_name,
    sha256: row.sha256,
    mediaType: row.media_type,
    bytes: Number(row.bytes),
    at: instant(row.recorded_at),
    actor: row.actor,
  };
}
