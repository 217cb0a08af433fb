/** Keeps what was imported: the files by their hash, the totals, what did not fit. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type ControlTotal, wireTotal } from '../rules/control-totals.ts';
import type { FoundProblem } from '../rules/found-problem.ts';

export type ImportedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
};

export type NewImport = {
  readonly importId: Id;
  readonly companyId: Id | null;
  readonly kind: string;
  readonly source: string;
  readonly files: readonly ImportedFile[];
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly problems: readonly FoundProblem[];
  readonly controlTotals: readonly ControlTotal[];
};

/** Stores an import with its files and problems. */
export async function insertImport(context: Context, made: NewImport): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into imports.import (import_id, company_id, kind, source, actor, at, rows, accepted,
                                duplicates, skipped, problems, control_totals)
    values (${made.importId}, ${made.companyId}, ${made.kind}, ${made.source}, ${actor.ref}, ${at},
            ${made.rows}, ${made.accepted}, ${made.duplicates}, ${made.skipped},
            ${made.problems.length}, ${JSON.stringify(made.controlTotals.map(wireTotal))})`);
  await tx.copyIn(
    'imports.import_file (import_id, file_no, file_name, sha256, bytes)',
    made.files.map((file, index) => [made.importId, index + 1, file.name, file.sha256, file.bytes]),
  );
  await tx.copyIn(
    'imports.problem (import_id, problem_no, file_name, line, field, code, facts)',
    made.problems.map((problem, index) => [
      made.importId,
      index + 1,
      problem.file,
      problem.line,
      problem.field,
      problem.code,
      JSON.stringify(problem.facts),
    ]),
  );
}

/** Whether there is such an import and whether it was undone; locked until the end. */
export async function findImport(tx: Tx, importId: Id): Promise<{ undone: boolean } | undefined> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${importId}, 1))`);
  return tx.maybe(sql<{ undone: boolean }>`
    select exists (select from imports.undone u where u.import_id = i.import_id) as undone
      from imports.import i
     where i.import_id = ${importId}`);
}

export async function insertUndone(
  { tx, at, actor, reason }: Context,
  importId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into imports.undone (import_id, actor, reason, at)
    values (${importId}, ${actor.ref}, ${reason}, ${at})`);
}
