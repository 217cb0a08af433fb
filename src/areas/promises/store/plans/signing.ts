/** What makes a plan binding: the documents as they were signed, the signature, the copy sent. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type PlanDocument = {
  readonly language: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

export type Signature = {
  readonly how: 'typed' | 'wet';
  readonly name: string;
  readonly language: string;
  readonly sha256: string;
  readonly ip: string;
  readonly userAgent: string;
  /** The paper with ink on it, uploaded. */
  readonly copy: {
    readonly name: string;
    readonly content: Uint8Array;
    readonly sha256: string;
  } | null;
};

type OfVersion = { readonly accountId: Id; readonly planId: Id; readonly version: number };

export async function insertSignature(
  { tx, at, actor, today }: Context,
  { accountId, planId, version }: OfVersion,
  documents: readonly PlanDocument[],
  signature: Signature,
): Promise<void> {
  for (const { language, sha256, content } of documents) {
    await tx.run(sql`
      insert into promises.plan_document (account_id, plan_id, version, language, sha256, content,
                                          recorded_at)
      values (${accountId}, ${planId}, ${version}, ${language}, ${sha256},
              ${Buffer.from(content)}, ${at})`);
  }
  const { copy } = signature;
  await tx.run(sql`
    insert into promises.plan_signature (account_id, plan_id, version, how, name, language, sha256,
                                         ip, user_agent, copy_name, copy, copy_sha256, signed_on,
                                         recorded_at, actor)
    values (${accountId}, ${planId}, ${version}, ${signature.how}, ${signature.name},
            ${signature.language}, ${signature.sha256}, ${signature.ip}, ${signature.userAgent},
            ${copy?.name ?? null}, ${copy === null ? null : Buffer.from(copy.content)},
            ${copy?.sha256 ?? null}, ${today}, ${at}, ${actor.ref})`);
}

/** The agreement of a version as it was signed; undefined when it was not. */
export async function signedDocument(
  db: Queries,
  { accountId, planId, version }: OfVersion,
  language: string,
): Promise<Uint8Array | undefined> {
  const row = await db.maybe(sql<{ content: Uint8Array }>`
    select content
      from promises.plan_document
     where account_id = ${accountId}
       and plan_id    = ${planId}
       and version    = ${version}
       and language   = ${language}`);
  return row?.content;
}

/** The uploaded paper of the latest signature. */
export async function signedPaper(
  db: Queries,
  accountId: Id,
  planId: Id,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  return db.maybe(sql<{ name: string; content: Uint8Array }>`
    select copy_name as name, copy as content
      from promises.plan_signature
     where account_id = ${accountId}
       and plan_id    = ${planId}
       and copy is not null
     order by version desc
     limit 1`);
}

export async function insertCopySent(
  { tx, at, actor, today }: Context,
  accountId: Id,
  planId: Id,
  how: string,
): Promise<void> {
  await tx.run(sql`
    insert into promises.plan_copy (account_id, plan_id, sent_on, how, recorded_at, actor)
    values (${accountId}, ${planId}, ${today}, ${how}, ${at}, ${actor.ref})`);
}
