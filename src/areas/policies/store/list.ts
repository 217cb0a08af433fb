/** Policies as people read them: every document with its versions and who has read them. */
import { type Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import { type VersionState, stateOf } from '../rules/life.ts';
import { type ToldAct, actsOf } from './versions.ts';

export type ToldVersion = {
  readonly document: Id;
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly written: string;
  readonly follows: string | null;
  readonly hasSimulation: boolean;
  readonly reason: string;
  readonly author: string;
  readonly by: string;
  readonly at: Instant;
  readonly state: VersionState;
  readonly inForce: boolean;
  /** First day of a published version. */
  readonly from: Day | null;
  readonly acts: readonly ToldAct[];
  readonly attestedBy: readonly { readonly memberId: Id; readonly name: string }[];
};

type Row = {
  document_id: string;
  kind: string;
  key: string;
  version: number;
  name_en: string;
  name_es: string;
  written: string;
  follows: string | null;
  has_simulation: boolean;
  reason: string;
  recorded_at: string;
  actor: string;
  by: string;
  in_force: number | null;
};

/** Every version of the documents asked for, by kind and key, the newest first. */
export async function toldVersions(
  db: Queries,
  asked: { readonly kind?: string | undefined; readonly key?: string | undefined },
  on: Day,
): Promise<ToldVersion[]> {
  const { kind, key } = asked;
  const condition = allOf([
    kind === undefined ? undefined : sql`d.kind = ${kind}`,
    key === undefined ? undefined : sql`d.key = ${key}`,
  ]);
  const rows = await db.all(sql<Row>`
    select d.document_id, d.kind, d.key, v.version, v.name_en, v.name_es, v.written, v.follows,
           v.has_simulation, v.reason, v.recorded_at, v.actor,
           coalesce(p.name, v.actor) as by, f.version as in_force
      from policies.document d
      join policies.version v on v.document_id = d.document_id
      left join team.person p on v.actor = 'member:' || p.member_id
      left join policies.in_force(${on}, 'infinity') f on f.document_id = d.document_id
     where ${condition}
     order by d.kind, d.key, v.version desc`);
  const documents = [...new Set(rows.map((row) => id(row.document_id)))];
  const [acts, readers] = await Promise.all([actsOf(db, documents), attestations(db, documents)]);
  return rows.map((row) => told(row, on, { acts, readers }));
}

type Details = { readonly acts: readonly ToldAct[]; readonly readers: readonly Reader[] };
type Reader = { document: Id; version: number; memberId: Id; name: string };

function told(row: Row, on: Day, { acts, readers }: Details): ToldVersion {
  const document = id(row.document_id);
  const { version } = row;
  const own = acts.filter((each) => each.document === document && each.version === version);
  const published = own.find(({ kind }) => kind === 'published');
  return {
    document,
    kind: row.kind,
    key: row.key,
    version,
    nameEn: row.name_en,
    nameEs: row.name_es,
    written: row.written,
    follows: row.follows,
    hasSimulation: row.has_simulation,
    reason: row.reason,
    author: row.actor,
    by: row.by,
    at: instant(row.recorded_at),
    state: stateOf({ acts: own }, version, { inForce: row.in_force, on }),
    inForce: version === row.in_force,
    from: published?.effectiveOn ?? null,
    acts: own,
    attestedBy: readers.filter((each) => each.document === document && each.version === version),
  };
}

async function attestations(db: Queries, documents: readonly Id[]): Promise<Reader[]> {
  const rows = await db.all(sql<{
    document_id: string;
    version: number;
    member_id: string;
    name: string;
  }>`
    select a.document_id, a.version, a.member_id, p.name
      from policies.attestation a
      join team.person p on p.member_id = a.member_id
     where a.document_id = any(${documents})
     order by p.name`);
  return rows.map((row) => ({
    document: id(row.document_id),
    version: row.version,
    memberId: id(row.member_id),
    name: row.name,
  }));
}

/** How many active members are to attest what is published. */
export async function countReaders(db: Queries): Promise<number> {
  const rows = await db.all(sql<{ roles: string[] }>`
    select roles
      from team.member
     where active`);
  return rows.filter(({ roles }) => permissionsOf(roles).includes('policies.attest')).length;
}
