/** Raw files and what became of them: acts are inserted, `file_now` repeats where one stands. */
import type { Control, FileProblem } from '#formats/neutral.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { FileKind, FileState } from '../rules/judge-file.ts';

export type NewFile = {
  readonly fileId: Id;
  readonly companyId: Id;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly container: string | null;
  readonly receivedAs: FileKind;
  readonly format: string;
  readonly source: string;
};

/** Keeps a file; false when the company has these very bytes already. */
export async function insertFile(context: Context, file: NewFile): Promise<boolean> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into bank_files.raw_file (sha256, content, recorded_at)
    values (${file.sha256}, ${file.bytes}, ${at})
        on conflict do nothing`);
  const kept = await tx.run(sql`
    insert into bank_files.file (file_id, company_id, sha256, file_name, container, bytes,
                                 received_as, format, source, recorded_at, actor)
    values (${file.fileId}, ${file.companyId}, ${file.sha256}, ${file.fileName},
            ${file.container}, ${file.bytes.length}, ${file.receivedAs}, ${file.format},
            ${file.source}, ${at}, ${actor.ref})
        on conflict (company_id, sha256) do nothing`);
  if (kept === 0) return false;
  await tx.run(sql`
    insert into bank_files.file_now (file_id, company_id, state, changed_at)
    values (${file.fileId}, ${file.companyId}, 'waiting', ${at})`);
  return true;
}

export type StandingFile = {
  readonly fileId: Id;
  readonly companyId: Id;
  readonly state: FileState;
  readonly fileName: string;
  readonly format: string;
  readonly sha256: string;
};

type StandingRow = {
  file_id: string;
  company_id: string;
  state: FileState;
  file_name: string;
  format: string;
  sha256: string;
};

/** The company's file with these bytes. */
export async function fileOfBytes(
  db: Queries,
  companyId: Id,
  sha256: string,
): Promise<StandingFile | undefined> {
  const row = await db.maybe(sql<StandingRow>`
    select f.file_id, f.company_id, n.state, f.file_name, f.format, f.sha256
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
     where f.company_id = ${companyId}
       and f.sha256     = ${sha256}`);
  return row && readStanding(row);
}

/** A file, locked until the transaction ends. */
export async function lockFile({ tx }: Context, fileId: Id): Promise<StandingFile | undefined> {
  const row = await tx.maybe(sql<StandingRow>`
    select f.file_id, f.company_id, n.state, f.file_name, f.format, f.sha256
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
     where f.file_id = ${fileId}
       for update of n`);
  return row && readStanding(row);
}

function readStanding(row: StandingRow): StandingFile {
  return {
    fileId: id(row.file_id),
    companyId: id(row.company_id),
    state: row.state,
    fileName: row.file_name,
    format: row.format,
    sha256: row.sha256,
  };
}

/** The bytes as they came. */
export async function bytesOf(db: Queries, sha256: string): Promise<Uint8Array> {
  const { content } = await db.one(sql<{ content: Uint8Array }>`
    select content from bank_files.raw_file where sha256 = ${sha256}`);
  return content;
}

export type FileAct = FileState | 'named';

export async function insertFileAct(
  context: Context,
  fileId: Id,
  kind: FileAct,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into bank_files.file_act (file_id, act_id, kind, facts, reason, recorded_at, actor)
    values (${fileId}, ${context.newId()}, ${kind}, ${JSON.stringify(facts)}, ${reason}, ${at},
            ${actor.ref})`);
}

export type FileCounts = {
  readonly statements: number;
  readonly found: number;
  readonly added: number;
  readonly changed: number;
};

/** Lets a file stand differently from now on. */
export async function updateFileState(
  { tx, at }: Context,
  fileId: Id,
  state: FileState,
  replacedBy: Id | null = null,
): Promise<void> {
  await tx.run(sql`
    update bank_files.file_now
       set state = ${state}, replaced_by = ${replacedBy}, changed_at = ${at}
     where file_id = ${fileId}`);
}

export async function updateFileCounts(
  { tx }: Context,
  fileId: Id,
  { statements, found, added, changed }: FileCounts,
): Promise<void> {
  await tx.run(sql`
    update bank_files.file_now
       set statements = ${statements}, found = ${found}, added = ${added}, changed = ${changed}
     where file_id = ${fileId}`);
}

/** Agreeing controls that are kept beside all that disagree. */
const agreeingKept = 200;
/** Problems that are kept; the count says how many there were. */
const problemsKept = 500;

/** Keeps what the file states about itself and what was odd in it. */
export async function insertFindings(
  { tx }: Context,
  fileId: Id,
  controls: readonly Control[],
  problems: readonly FileProblem[],
): Promise<void> {
  // A file that could not be read at first has its first problem already.
  const { before } = await tx.one(sql<{ before: number }>`
    select count(*)::integer as before
      from bank_files.problem
     where file_id = ${fileId}`);
  const failed = controls.filter(({ stated, found }) => stated !== found);
  const agreeing = controls.filter(({ stated, found }) => stated === found);
  const kept = [...failed, ...agreeing.slice(0, agreeingKept)];
  await tx.copyIn(
    'bank_files.control (file_id, control_no, kind, what, record, stated, found)',
    kept.map(({ kind, what, record, stated, found }, index) => [
      fileId,
      index + 1,
      kind,
      what,
      record,
      stated,
      found,
    ]),
  );
  await tx.copyIn(
    'bank_files.problem (file_id, problem_no, record, code, facts)',
    problems
      .slice(0, problemsKept)
      .map(({ record, code, facts }, index) => [
        fileId,
        before + index + 1,
        record,
        code,
        JSON.stringify(facts),
      ]),
  );
  await tx.run(sql`
    update bank_files.file_now
       set controls = ${controls.length}, controls_failed = ${failed.length},
           problems = ${before + problems.length}
     where file_id = ${fileId}`);
}

export type AwaitedRow = {
  readonly stated: string;
  readonly currency: string;
  /** The account that bears the number by now, where one of these companies has it. */
  readonly bank_account_id: string | null;
  readonly name: string | null;
};

/** The accounts that a waiting file was found to mean, with what was registered since. */
export async function awaitedBy(
  db: Queries,
  companies: CompanyScope,
  fileId: Id,
): Promise<AwaitedRow[]> {
  return db.all(sql<AwaitedRow>`
    select u.stated, u.currency, b.bank_account_id, b.name
      from (select a.facts
              from bank_files.file_act a
             where a.file_id = ${fileId}
               and a.kind    = 'waiting'
             order by a.recorded_at desc, a.act_id desc
             limit 1) as w
     cross join jsonb_to_recordset(w.facts -> 'unknown') as u (stated text, currency text)
      left join bank_files.known_as k on k.number = u.stated and k.currency = u.currency
      left join bank_files.bank_account_now b on b.bank_account_id = k.bank_account_id
                                             and ${inCompanies(sql`b.company_id`, companies)}
     order by u.stated, u.currency`);
}
