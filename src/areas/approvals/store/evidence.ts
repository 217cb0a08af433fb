/** The papers of requests: what is known of each, and its bytes when somebody opens it. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { MediaType } from '#kernel/paper.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewEvidence = {
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sha256: string;
  readonly content: Uint8Array;
};

/** Undefined when the same paper speaks for the request already. */
export async function insertEvidence(
  { tx, newId, at, actor }: Context,
  requestId: Id,
  { fileName, mediaType, sha256, content }: NewEvidence,
): Promise<Id | undefined> {
  const evidenceId = newId();
  const inserted = await tx.run(sql`
    insert into approvals.evidence (request_id, evidence_id, file_name, media_type, sha256,
                                    content, recorded_at, actor)
    values (${requestId}, ${evidenceId}, ${fileName}, ${mediaType}, ${sha256}, ${content}, ${at},
            ${actor.ref})
        on conflict on constraint evidence_once do nothing`);
  return inserted === 1 ? evidenceId : undefined;
}

export type Evidence = Omit<NewEvidence, 'content'> & {
  readonly requestId: Id;
  readonly evidenceId: Id;
  readonly bytes: number;
  /** The name of who brought it; the actor where it is no person. */
  readonly by: string;
  readonly at: Instant;
};

/** The papers of some requests, in the order in which they came. */
export async function evidenceOf(db: Queries, requestIds: readonly Id[]): Promise<Evidence[]> {
  if (requestIds.length === 0) return [];
  const rows = await db.all(sql<{
    request_id: string;
    evidence_id: string;
    file_name: string;
    media_type: MediaType;
    sha256: string;
    bytes: number;
    by: string;
    recorded_at: Instant;
  }>`
    select e.request_id, e.evidence_id, e.file_name, e.media_type, e.sha256,
           octet_length(e.content) as bytes, coalesce(p.name, e.actor) as by, e.recorded_at
      from approvals.evidence e
      left join team.person p on 'member:' || p.member_id = e.actor
     where e.request_id = any(${requestIds}::uuid[])
     order by e.request_id, e.evidence_id`);
  return rows.map((row) => ({
    requestId: id(row.request_id),
    evidenceId: id(row.evidence_id),
    fileName: row.file_name,
    mediaType: row.media_type,
    sha256: row.sha256,
    bytes: row.bytes,
    by: row.by,
    at: instant(row.recorded_at),
  }));
}

/** One paper as it came; undefined outside the companies of who asks. */
export async function evidenceFile(
  db: Queries,
  { requestId, evidenceId }: { readonly requestId: Id; readonly evidenceId: Id },
  companies: CompanyScope,
): Promise<Pick<NewEvidence, 'fileName' | 'mediaType' | 'content'> | undefined> {
  const row = await db.maybe(sql<{
    file_name: string;
    media_type: MediaType;
    content: Uint8Array;
  }>`
    select e.file_name, e.media_type, e.content
      from approvals.evidence e
      join approvals.request r on r.request_id = e.request_id
     where e.request_id  = ${requestId}
       and e.evidence_id = ${evidenceId}
       and ${inCompanies(sql`r.company_id`, companies)}`);
  return row && { fileName: row.file_name, mediaType: row.media_type, content: row.content };
}
