/** Files as people read them: the list, and one file with everything in it. */
import type { Id } from '#kernel/ids.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { FileKind, FileState } from '../rules/judge-file.ts';

export type FileFilter = {
  readonly companies: CompanyScope;
  readonly state?: FileState | undefined;
};

export type FileRow = {
  file_id: string;
  company_id: string;
  company: string;
  file_name: string;
  container: string | null;
  format: string;
  received_as: FileKind;
  source: string;
  bytes: bigint;
  sha256: string;
  state: FileState;
  statements: number;
  found: number;
  added: number;
  changed: number;
  controls: number;
  controls_failed: number;
  problems: number;
  replaced_by: string | null;
  recorded_at: string;
  actor: string;
};

/** A page of files: those that wait for somebody, then all others, the newest first. */
export async function listFiles(
  db: Queries,
  filter: FileFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<FileRow[]> {
  return db.all(sql<FileRow>`
    ${selectFiles(where(filter))}
     order by n.state in ('waiting', 'quarantined', 'unreadable') desc, f.recorded_at desc,
              f.file_id desc
     limit ${limit} offset ${offset}`);
}

export async function countFiles(
  db: Queries,
  filter: FileFilter,
): Promise<{ state: FileState; count: number }[]> {
  const rows = await db.all(sql<{ state: FileState; count: bigint }>`
    select n.state, count(*)
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
     where ${where({ ...filter, state: undefined })}
     group by n.state`);
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

export async function findFile(
  db: Queries,
  companies: CompanyScope,
  fileId: Id,
): Promise<FileRow | undefined> {
  return db.maybe(sql<FileRow>`
    ${selectFiles(allOf([where({ companies }), sql`f.file_id = ${fileId}`]))}`);
}

function selectFiles(condition: Sql): Sql {
  return sql`
    select f.file_id, f.company_id, c.code as company, f.file_name, f.container, f.format,
           f.received_as, f.source, f.bytes, f.sha256, n.state, n.statements, n.found, n.added,
           n.changed, n.controls, n.controls_failed, n.problems, n.replaced_by, f.recorded_at,
           coalesce(m.name, f.actor) as actor
      from bank_files.file f
      join bank_files.file_now n on n.file_id = f.file_id
      join team.company c on c.company_id = f.company_id
      left join team.person m on f.actor = 'member:' || m.member_id
     where ${condition}`;
}

function where({ companies, state }: FileFilter): Sql<boolean> {
  return allOf([inCompanies(sql`f.company_id`, companies), state && sql`n.state = ${state}`]);
}

export type ControlRow = {
  kind: 'amount' | 'count';
  what: string;
  record: number;
  stated: string;
  found: string;
};

export async function controlsOf(db: Queries, fileId: Id): Promise<ControlRow[]> {
  return db.all(sql<ControlRow>`
    select kind, what, record, stated, found
      from bank_files.control
     where file_id = ${fileId}
     order by control_no`);
}

export type ProblemRow = { record: number; code: string; facts: Facts };

export async function problemsOf(db: Queries, fileId: Id): Promise<ProblemRow[]> {
  return db.all(sql<ProblemRow>`
    select record, code, facts
      from bank_files.problem
     where file_id = ${fileId}
     order by problem_no`);
}

export type ActRow = { kind: string; reason: string; actor: string; recorded_at: string };

export async function actsOfFile(db: Queries, fileId: Id): Promise<ActRow[]> {
  return db.all(sql<ActRow>`
    select a.kind, a.reason, coalesce(m.name, a.actor) as actor, a.recorded_at
      from bank_files.file_act a
      left join team.person m on a.actor = 'member:' || m.member_id
     where a.file_id = ${fileId}
     order by a.recorded_at, a.act_id`);
}

export type StatementRow = {
  statement_id: string;
  bank_account: string;
  number_end: string;
  currency: string;
  kind: 'statement' | 'intraday' | 'notices';
  from_on: string | null;
  to_on: string | null;
  opening_minor: bigint | null;
  closing_minor: bigint | null;
  movements_minor: bigint;
  lines: number;
  repeats: string | null;
};

/** The file's statements of these companies: one file may hold those of several. */
export async function statementsOfFile(
  db: Queries,
  companies: CompanyScope,
  fileId: Id,
): Promise<StatementRow[]> {
  return db.all(sql<StatementRow>`
    select s.statement_id, a.name as bank_account, a.number_end, s.currency, s.kind, s.from_on,
           s.to_on, s.opening_minor, s.closing_minor, s.movements_minor, s.lines, s.repeats
      from bank_files.statement s
      join bank_files.bank_account_card a on a.bank_account_id = s.bank_account_id
     where s.file_id = ${fileId}
       and ${inCompanies(sql`s.company_id`, companies)}
     order by s.statement_no`);
}

/** Whether the file holds a statement of a company that is not among these. */
export async function holdsMoreThan(
  db: Queries,
  companies: CompanyScope,
  fileId: Id,
): Promise<boolean> {
  const { more } = await db.one(sql<{ more: boolean }>`
    select exists (select
                     from bank_files.statement s
                    where s.file_id = ${fileId}
                      and not ${inCompanies(sql`s.company_id`, companies)}) as more`);
  return more;
}

/** The accounts that a company's files are taken in for. */
export type AccountRow = {
  bank_account_id: string;
  company: string;
  name: string;
  number_end: string;
  currency: string;
  cash_account: string;
  active: boolean;
  last_to: string | null;
};

export async function listAccounts(db: Queries, companies: CompanyScope): Promise<AccountRow[]> {
  return db.all(sql<AccountRow>`
    select a.bank_account_id, c.code as company, a.name, a.number_end, a.currency, a.cash_account,
           a.active, s.last_to
      from bank_files.bank_account_card a
      join team.company c on c.company_id = a.company_id
      left join lateral (select max(x.to_on) as last_to
                           from bank_files.statement x
                          where x.bank_account_id = a.bank_account_id) s on true
     where ${inCompanies(sql`a.company_id`, companies)}
     order by a.active desc, c.code, a.name`);
}

/** Names of these accounts, for a preview. */
export async function accountNames(
  db: Queries,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.all(sql<{ number: string; currency: string; name: string }>`
    select k.number, k.currency, n.name
      from bank_files.known_as k
      join bank_files.bank_account_now n on n.bank_account_id = k.bank_account_id
     where k.number = any(${numbers})`);
  return new Map(rows.map((row) => [`${row.number} ${row.currency}`, row.name]));
}
