/** Which versions are in force on a day, as known at a moment. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type PublishedDocument = {
  readonly documentId: Id;
  readonly key: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly written: string;
  /** The document as data, as its area judged it. */
  readonly judged: unknown;
  readonly follows: string | null;
};

/**
 * The documents of a kind that are in force on the day, by key. Nothing that is not approved
 * and published is among them. `knownAt`: as it was known at that moment, for replay.
 */
export async function publishedDocuments(
  db: Queries,
  kind: string,
  on: Day,
  knownAt?: Instant,
): Promise<readonly PublishedDocument[]> {
  const rows = await db.all(sql<{
    document_id: string;
    key: string;
    version: number;
    effective_on: string;
    name_en: string;
    name_es: string;
    written: string;
    judged: unknown;
    follows: string | null;
  }>`
    select f.document_id, f.key, f.version, f.effective_on, v.name_en, v.name_es, v.written,
           v.judged, v.follows
      from policies.in_force(${on}, coalesce(${knownAt ?? null}::timestamptz, 'infinity')) f
      join policies.version v on v.document_id = f.document_id and v.version = f.version
     where f.kind = ${kind}
     order by f.key`);
  return rows.map((row) => ({
    documentId: id(row.document_id),
    key: row.key,
    version: row.version,
    effectiveFrom: day(row.effective_on),
    nameEn: row.name_en,
    nameEs: row.name_es,
    written: row.written,
    judged: row.judged,
    follows: row.follows,
  }));
}

/** One version as it stands written; undefined when there is none. */
export async function versionAsWritten(
  db: Queries,
  { kind, key, version }: { kind: string; key: string; version: number },
): Promise<{ written: string; judged: unknown; documentId: Id } | undefined> {
  const row = await db.maybe(sql<{ document_id: string; written: string; judged: unknown }>`
    select v.document_id, v.written, v.judged
      from policies.version v
      join policies.document d on d.document_id = v.document_id
     where d.kind    = ${kind}
       and d.key     = ${key}
       and v.version = ${version}`);
  return row && { written: row.written, judged: row.judged, documentId: id(row.document_id) };
}

/** Every key of a kind that a version was ever proposed under. */
export async function policyKeys(db: Queries, kind: string): Promise<readonly string[]> {
  const rows = await db.all(sql<{ key: string }>`
    select key
      from policies.document
     where kind = ${kind}
     order by key`);
  return rows.map(({ key }) => key);
}
