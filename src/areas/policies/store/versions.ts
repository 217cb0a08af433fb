/** Documents, their versions and what was done with each; all of it facts. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Act, ActKind, Standing } from '../rules/life.ts';

export type PolicyName = { readonly kind: string; readonly key: string };

export type NewVersion = PolicyName & {
  readonly nameEn: string;
  readonly nameEs: string;
  readonly written: string;
  readonly judged: unknown;
  readonly follows: string | null;
  readonly hasExamples: boolean;
  readonly hasSimulation: boolean;
};

/** The document under its key, made when it is new; locked until the transaction ends. */
export async function lockDocument(
  { tx, at, actor, newId }: Context,
  { kind, key }: PolicyName,
): Promise<Id> {
  await lock(tx, kind, key);
  const known = await documentId(tx, { kind, key });
  if (known !== undefined) return known;
  const made = newId();
  await tx.run(sql`
    insert into policies.document (document_id, kind, key, recorded_at, actor)
    values (${made}, ${kind}, ${key}, ${at}, ${actor.ref})`);
  return made;
}

async function lock(tx: Tx, kind: string, key: string): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`policies ${kind}/${key}`}, 0))`);
}

async function documentId(db: Queries, { kind, key }: PolicyName): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ document_id: string }>`
    select document_id
      from policies.document
     where kind = ${kind}
       and key  = ${key}`);
  return row && id(row.document_id);
}

/** Writes the next version down and answers its number. */
export async function insertVersion(
  { tx, at, actor, reason }: Context,
  document: Id,
  made: NewVersion,
): Promise<number> {
  const { version } = await tx.one(sql<{ version: number }>`
    select coalesce(max(version), 0) + 1 as version
      from policies.version
     where document_id = ${document}`);
  await tx.run(sql`
    insert into policies.version (document_id, version, name_en, name_es, written, judged, follows,
                                  has_examples, has_simulation, reason, recorded_at, actor)
    values (${document}, ${version}, ${made.nameEn}, ${made.nameEs}, ${made.written},
            ${JSON.stringify(made.judged)}, ${made.follows}, ${made.hasExamples},
            ${made.hasSimulation}, ${reason}, ${at}, ${actor.ref})`);
  return version;
}

/** What the latest version says as written; undefined when there is none. */
export async function latestWritten(db: Queries, document: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ written: string }>`
    select v.written
      from policies.version v
     where v.document_id = ${document}
       and not exists (select
                         from policies.act a
                        where a.document_id = v.document_id
                          and a.version     = v.version
                          and a.kind in ('rejected', 'withdrawn'))
     order by v.version desc
     limit 1`);
  return row?.written;
}

export type NewAct = {
  readonly document: Id;
  readonly version: number;
  readonly kind: ActKind;
  readonly author: string;
  readonly effectiveOn?: Day | null;
  readonly facts?: Readonly<Record<string, unknown>>;
};

export async function insertAct(
  { tx, at, actor, reason, newId }: Context,
  { document, version, kind, author, effectiveOn = null, facts = {} }: NewAct,
): Promise<void> {
  await tx.run(sql`
    insert into policies.act (document_id, version, act_id, kind, effective_on, facts, author,
                              reason, recorded_at, actor)
    values (${document}, ${version}, ${newId()}, ${kind}, ${effectiveOn}, ${JSON.stringify(facts)},
            ${author}, ${reason}, ${at}, ${actor.ref})`);
}

export type LockedVersion = Standing & { readonly document: Id; readonly follows: string | null };

/** A version with its acts, its document locked; undefined when there is no such version. */
export async function lockVersion(
  tx: Tx,
  name: PolicyName,
  version: number,
): Promise<LockedVersion | undefined> {
  await lock(tx, name.kind, name.key);
  const row = await tx.maybe(sql<{
    document_id: string;
    actor: string;
    follows: string | null;
    has_examples: boolean;
    has_simulation: boolean;
  }>`
    select v.document_id, v.actor, v.follows, v.has_examples, v.has_simulation
      from policies.version v
      join policies.document d on d.document_id = v.document_id
     where d.kind    = ${name.kind}
       and d.key     = ${name.key}
       and v.version = ${version}`);
  if (!row) return undefined;
  const document = id(row.document_id);
  return {
    document,
    author: row.actor,
    follows: row.follows,
    hasExamples: row.has_examples,
    hasSimulation: row.has_simulation,
    acts: (await actsOf(tx, [document])).filter((act) => act.version === version),
  };
}

export type ToldAct = Act & {
  readonly document: Id;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
};

/** What was done with the versions of these documents, oldest first. */
export async function actsOf(db: Queries, documents: readonly Id[]): Promise<ToldAct[]> {
  const rows = await db.all(sql<{
    document_id: string;
    version: number;
    kind: ActKind;
    effective_on: string | null;
    facts: Record<string, unknown>;
    recorded_at: string;
    by: string;
    reason: string;
  }>`
    select a.document_id, a.version, a.kind, a.effective_on, a.facts, a.recorded_at,
           coalesce(p.name, a.actor) as by, a.reason
      from policies.act a
      left join team.person p on a.actor = 'member:' || p.member_id
     where a.document_id = any(${documents})
     order by a.recorded_at, a.act_id`);
  return rows.map((row) => ({
    document: id(row.document_id),
    version: row.version,
    kind: row.kind,
    effectiveOn: row.effective_on === null ? null : day(row.effective_on),
    passed: countIn(row.facts['passed']),
    failed: countIn(row.facts['failed']),
    facts: row.facts,
    at: instant(row.recorded_at),
    by: row.by,
    reason: row.reason,
  }));
}

function countIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** The last first day of a published version of the document; null when none was published. */
export async function lastPublishedFrom(tx: Tx, document: Id): Promise<Day | null> {
  const { starts_on: from } = await tx.one(sql<{ starts_on: string | null }>`
    select max(a.effective_on)::text as starts_on
      from policies.act a
     where a.document_id = ${document}
       and a.kind        = 'published'
       and not exists (select
                         from policies.act w
                        where w.document_id = a.document_id
                          and w.version     = a.version
                          and w.kind        = 'withdrawn')`);
  return from === null ? null : day(from);
}

/** Whether the member had attested the version already. */
export async function insertAttestation(
  { tx, at }: Context,
  { document, version, memberId }: { document: Id; version: number; memberId: Id },
): Promise<'new' | 'known'> {
  const row = await tx.maybe(sql<{ version: number }>`
    insert into policies.attestation (document_id, version, member_id, recorded_at)
    values (${document}, ${version}, ${memberId}, ${at})
    on conflict do nothing
    returning version`);
  return row ? 'new' : 'known';
}
