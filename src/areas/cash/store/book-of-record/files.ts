/**
 * Posting files as they were made, their lines, what the other system answered, and where each
 * fact stands. A file never changes; a fact is told by one line at a time.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { PostingLine } from '../../rules/book-of-record/book.ts';
import type { LineAnswer, ToldState } from '../../rules/book-of-record/telling.ts';

export type OfFile = { readonly companyId: Id; readonly fileId: Id };

export async function toldOf(db: Queries, companyId: Id): Promise<Map<string, ToldState>> {
  const rows = await db.all(sql<{ key: string; state: ToldState }>`
    select key, state
      from cash.told
     where company_id = ${companyId}`);
  return new Map(rows.map(({ key, state }) => [key, state]));
}

export type FileCard = {
  readonly fileId: Id;
  readonly fileName: string;
  readonly system: string;
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly at: Instant;
  readonly by: string;
};

/** The latest first. */
export async function postingFiles(db: Queries, companyId: Id, limit: number): Promise<FileCard[]> {
  return filesWhere(db, sql`f.company_id = ${companyId}`, limit);
}

export async function onePostingFile(
  db: Queries,
  { companyId, fileId }: OfFile,
): Promise<FileCard | undefined> {
  const its = sql`f.company_id = ${companyId} and f.file_id = ${fileId}`;
  const [file] = await filesWhere(db, its, 1);
  return file;
}

async function filesWhere(db: Queries, condition: Sql, limit: number): Promise<FileCard[]> {
  const rows = await db.all(sql<{
    file_id: string;
    file_name: string;
    system: string;
    lines: number;
    accepted: number;
    rejected: number;
    recorded_at: string;
    by: string;
  }>`
    select f.file_id, f.file_name, f.system, f.lines, f.recorded_at,
           coalesce(p.name, f.actor) as by, a.accepted, a.rejected
      from cash.posting_file f
      left join team.person p on f.actor = 'member:' || p.member_id
     cross join lateral (select count(*) filter (where x.accepted)::integer as accepted,
                                count(*) filter (where not x.accepted)::integer as rejected
                           from cash.posting_file_answer x
                          where x.file_id = f.file_id) a
     where ${condition}
     order by f.recorded_at desc, f.file_id
     limit ${limit}`);
  return rows.map(({ file_id, file_name: fileName, recorded_at: at, ...row }) => ({
    ...row,
    fileId: id(file_id),
    fileName,
    at: instant(at),
  }));
}

/** How many files a company made. */
export async function countFiles(db: Queries, companyId: Id): Promise<number> {
  const { made } = await db.one(sql<{ made: number }>`
    select count(*)::integer as made
      from cash.posting_file
     where company_id = ${companyId}`);
  return made;
}

/** The file as it was made, to the letter. */
export async function fileContent(
  db: Queries,
  { companyId, fileId }: OfFile,
): Promise<{ fileName: string; content: string } | undefined> {
  const row = await db.maybe(sql<{ file_name: string; content: string }>`
    select file_name, content
      from cash.posting_file
     where company_id = ${companyId}
       and file_id    = ${fileId}`);
  return row && { fileName: row.file_name, content: row.content };
}

export type FileLine = {
  readonly lineNo: number;
  readonly key: string;
  /** The row of the file; null: a person enters it in the other system. */
  readonly row: number | null;
  readonly kind: PostingLine['kind'];
  readonly account: string;
  readonly document: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: ToldState;
  readonly said: string;
};

export async function linesOfFile(db: Queries, fileId: Id): Promise<FileLine[]> {
  const rows = await db.all(sql<{
    line_no: number;
    key: string;
    file_row: number | null;
    kind: PostingLine['kind'];
    told_account: string;
    document: string;
    amount_minor: bigint;
    currency: string;
    accepted: boolean | null;
    said: string | null;
  }>`
    select l.line_no, l.key, l.file_row, l.kind, l.told_account, l.document, l.amount_minor,
           l.currency, a.accepted, a.said
      from cash.posting_file_line l
      left join cash.posting_file_answer a on a.file_id = l.file_id and a.line_no = l.line_no
     where l.file_id = ${fileId}
     order by l.line_no`);
  return rows.map((row) => ({
    lineNo: row.line_no,
    key: row.key,
    row: row.file_row,
    kind: row.kind,
    account: row.told_account,
    document: row.document,
    amountMinor: row.amount_minor,
    currency: row.currency,
    state: stateOf(row.accepted),
    said: row.said ?? '',
  }));
}

function stateOf(accepted: boolean | null): ToldState {
  if (accepted === null) return 'told';
  return accepted ? 'accepted' : 'rejected';
}

export type MadeFile = OfFile & {
  readonly system: string;
  readonly fileName: string;
  readonly content: string;
  readonly lines: readonly PostingLine[];
  readonly rows: ReadonlyMap<string, number>;
};

export async function insertPostingFile({ tx, at, actor }: Context, made: MadeFile): Promise<void> {
  const { companyId, fileId, lines, rows } = made;
  await tx.run(sql`
    insert into cash.posting_file (file_id, company_id, system, file_name, content, lines,
                                   recorded_at, actor)
    values (${fileId}, ${companyId}, ${made.system}, ${made.fileName}, ${made.content},
            ${lines.length}, ${at}, ${actor.ref})`);
  await tx.copyIn(
    `cash.posting_file_line (file_id, line_no, company_id, key, file_row, kind, told_account,
                             document, amount_minor, currency)`,
    lines.map((line, index) => [
      fileId,
      index + 1,
      companyId,
      line.key,
      rows.get(line.key) ?? null,
      line.kind,
      line.account,
      line.document || line.receipt,
      line.amount.minor,
      line.amount.currency,
    ]),
  );
  // What stands as told or accepted keeps its row, and the file is not made.
  const told = await tx.run(sql`
    insert into cash.told (company_id, key, file_id, line_no, state)
    select company_id, key, file_id, line_no, 'told'
      from cash.posting_file_line
     where file_id = ${fileId}
        on conflict (company_id, key) do update
       set file_id = excluded.file_id, line_no = excluded.line_no, state = 'told'
     where told.state = 'rejected'`);
  if (told !== lines.length) throw new Error(`posting file ${fileId} would tell a fact twice`);
}

export async function insertAnswers(
  { tx, at, actor }: Context,
  { companyId, fileId }: OfFile,
  answers: readonly LineAnswer[],
): Promise<void> {
  await tx.copyIn(
    'cash.posting_file_answer (file_id, line_no, accepted, said, recorded_at, actor)',
    answers.map(({ lineNo, accepted, said }) => [fileId, lineNo, accepted, said, at, actor.ref]),
  );
  await tx.run(sql`
    update cash.told t
       set state = case when a.accepted then 'accepted' else 'rejected' end
      from cash.posting_file_answer a
     where a.file_id    = ${fileId}
       and t.company_id = ${companyId}
       and t.file_id    = a.file_id
       and t.line_no    = a.line_no`);
}
