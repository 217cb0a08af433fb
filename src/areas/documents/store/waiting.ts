/** Files whose name did not say which document they belong to, until somebody settles them. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { OriginalKind } from '../rules/file-name.ts';

export type WaitingFile = {
  readonly fileId: Id;
  readonly fileName: string;
  readonly kind: OriginalKind;
  readonly sha256: string;
  readonly problem: string;
  readonly facts: Facts;
  readonly at: Instant;
};

/** Whose files are meant: one's own, or everybody's for who works for every company. */
export type WhoseFiles = { readonly actor: string } | 'everybody';

type WaitingRow = {
  file_id: string;
  file_name: string;
  kind: OriginalKind;
  sha256: string;
  problem: string;
  facts: Facts;
  recorded_at: string;
};

/** Nobody has said yet what is to become of the file `f`. */
const waits = sql<boolean>`not exists (select
                                         from documents.waiting_settled s
                                        where s.file_id = f.file_id)`;

/** A page of what waits, the oldest first, with how many there are. */
export async function waitingFiles(
  db: Queries,
  whose: WhoseFiles,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: WaitingFile[]; count: number }> {
  const rows = await db.all(sql<WaitingRow & { count: bigint }>`
    select f.file_id, f.file_name, f.kind, f.sha256, f.problem, f.facts, f.recorded_at,
           count(*) over () as count
      from documents.waiting_file f
     where ${waits}
       and ${isOf(whose)}
     order by f.recorded_at, f.file_id
     limit ${limit}
    offset ${offset}`);
  return { rows: rows.map(waiting), count: Number(rows[0]?.count ?? 0) };
}

/** One that waits, locked; undefined when it is another's or there is none. */
export async function lockWaiting(
  tx: Tx,
  whose: WhoseFiles,
  fileId: Id,
): Promise<(WaitingFile & { settled: boolean }) | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${fileId}, 18))`);
  const row = await tx.maybe(sql<WaitingRow & { settled: boolean }>`
    select f.file_id, f.file_name, f.kind, f.sha256, f.problem, f.facts, f.recorded_at,
           not ${waits} as settled
      from documents.waiting_file f
     where f.file_id = ${fileId}
       and ${isOf(whose)}`);
  return row && { ...waiting(row), settled: row.settled };
}

/** Does this very file wait already, under this name? */
export async function waitsAlready(db: Queries, fileName: string, sha256: string) {
  const row = await db.maybe(sql<{ file_id: string }>`
    select f.file_id
      from documents.waiting_file f
     where f.file_name = ${fileName}
       and f.sha256    = ${sha256}
       and ${waits}
     limit 1`);
  return row !== undefined;
}

export async function insertWaiting(
  { tx, at, actor }: Context,
  made: Omit<WaitingFile, 'at'>,
): Promise<void> {
  await tx.run(sql`
    insert into documents.waiting_file (file_id, file_name, kind, sha256, problem, facts,
                                        recorded_at, actor)
    values (${made.fileId}, ${made.fileName}, ${made.kind}, ${made.sha256}, ${made.problem},
            ${JSON.stringify(made.facts)}, ${at}, ${actor.ref})`);
}

/** Says what became of it; null when it was put aside. */
export async function settleWaiting(
  { tx, at, actor, reason }: Context,
  fileId: Id,
  originalId: Id | null,
): Promise<void> {
  await tx.run(sql`
    insert into documents.waiting_settled (file_id, original_id, reason, recorded_at, actor)
    values (${fileId}, ${originalId}, ${reason}, ${at}, ${actor.ref})`);
}

function isOf(whose: WhoseFiles): Sql<boolean> {
  return whose === 'everybody' ? sql<boolean>`true` : sql<boolean>`f.actor = ${whose.actor}`;
}

function waiting(row: WaitingRow): WaitingFile {
  return {
    fileId: id(row.file_id),
    fileName: row.file_name,
    kind: row.kind,
    sha256: row.sha256,
    problem: row.problem,
    facts: row.facts,
    at: instant(row.recorded_at),
  };
}
