/** Lines as people read them: the list with its filters, and one line with its history. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { LineJson } from '../rules/money-json.ts';

export type LineStands = 'open' | 'used' | 'proposed' | 'aside' | 'disputed';

export type LineFilter = {
  readonly companies: CompanyScope;
  readonly lineId?: Id | undefined;
  readonly bankAccountId?: Id | undefined;
  readonly fileId?: Id | undefined;
  readonly stands?: LineStands | undefined;
  readonly status?: 'booked' | 'pending' | 'information' | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Exactly this in its currency, in or out; an empty list finds nothing. */
  readonly amounts?: readonly Money[] | undefined;
  readonly search?: string | undefined;
};

export type LineRow = {
  line_id: string;
  bank_account_id: string;
  bank_account: string;
  file_id: string;
  file_name: string;
  record: number;
  booked_on: string;
  value_on: string | null;
  amount_minor: bigint;
  currency: string;
  status: 'booked' | 'pending' | 'information';
  listed_as: 'statement' | 'intraday' | 'notices';
  channel: string;
  code: string | null;
  payer_name: string | null;
  check_number: string | null;
  refs: string[];
  said: string;
  used_by: string | null;
  stands: LineStands;
  version: number;
};

/** A page of lines, the newest day first. */
export async function listLines(
  db: Queries,
  filter: LineFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<LineRow[]> {
  return db.all(sql<LineRow>`
    select n.line_id, n.bank_account_id, b.name as bank_account, s.file_id, f.file_name, v.record,
           v.booked_on, v.value_on, v.amount_minor, v.currency, v.status, n.listed_as, v.channel,
           v.code, v.payer_name, v.check_number, v.refs, v.said, n.used_by, n.version,
           ${stands} as stands
      ${lines(filter)}
     order by n.booked_on desc, n.line_id desc
     limit ${limit} offset ${offset}`);
}

export async function countLines(db: Queries, filter: LineFilter): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`select count(*) ${lines(filter)}`);
  return Number(count);
}

const disputed = sql<boolean>`
  exists (select
            from bank_files.line_exception x
           where x.line_id = n.line_id
             and not exists (select
                               from bank_files.line_exception_settled d
                              where d.exception_id = x.exception_id))`;

const stands = sql<LineStands>`
  case when ${disputed} then 'disputed'
       when n.aside = 'proposed' then 'proposed'
       when n.aside = 'agreed' then 'aside'
       when n.used_by is not null then 'used'
       else 'open' end`;

function lines(filter: LineFilter): Sql {
  return sql`
      from bank_files.line_now n
      join bank_files.line_version v on v.line_id = n.line_id and v.version = n.version
      join bank_files.statement s on s.statement_id = v.statement_id
      join bank_files.file f on f.file_id = s.file_id
      join bank_files.bank_account_now b on b.bank_account_id = n.bank_account_id
     where ${where(filter)}`;
}

function where(filter: LineFilter): Sql<boolean> {
  const { companies, from, to, amounts, search, direction, fileId } = filter;
  const part = search === undefined ? undefined : `%${search.replace(/[%_\\]/gu, '\\$&')}%`;
  return allOf([
    inCompanies(sql`n.company_id`, companies),
    filter.lineId && sql`n.line_id = ${filter.lineId}`,
    filter.bankAccountId && sql`n.bank_account_id = ${filter.bankAccountId}`,
    fileId &&
      sql`n.line_id in (select e.line_id
                          from bank_files.statement x
                          join bank_files.line_seen e
                            on e.statement_id = coalesce(x.repeats, x.statement_id)
                         where x.file_id = ${fileId})`,
    filter.stands && sql`${stands} = ${filter.stands}`,
    filter.status && sql`n.status = ${filter.status}`,
    direction && (direction === 'in' ? sql`n.amount_minor > 0` : sql`n.amount_minor < 0`),
    from && sql`n.booked_on >= ${from}`,
    to && sql`n.booked_on <= ${to}`,
    amounts &&
      sql`(v.currency, abs(n.amount_minor))
          in (select a.currency, a.minor
                from unnest(${amounts.map((each) => each.currency)}::text[],
                            ${amounts.map(({ minor }) => minor.toString())}::bigint[])
                  as a (currency, minor))`,
    part === undefined
      ? undefined
      : sql`concat_ws(' ', v.payer_name, v.check_number, v.said, v.external_id,
                      array_to_string(v.refs, ' ')) ilike ${part}`,
  ]);
}

export type VersionRow = {
  version: number;
  booked_on: string;
  amount_minor: bigint;
  currency: string;
  status: LineRow['status'];
  said: string;
  file_name: string;
  record: number;
  recorded_at: string;
};

export async function versionsOf(db: Queries, lineId: Id): Promise<VersionRow[]> {
  return db.all(sql<VersionRow>`
    select v.version, v.booked_on, v.amount_minor, v.currency, v.status, v.said, f.file_name,
           v.record, v.recorded_at
      from bank_files.line_version v
      join bank_files.statement s on s.statement_id = v.statement_id
      join bank_files.file f on f.file_id = s.file_id
     where v.line_id = ${lineId}
     order by v.version`);
}

export type LineActRow = { kind: string; reason: string; actor: string; recorded_at: string };

/** Everything that was done to the line, in its order. */
export async function actsOfLine(db: Queries, lineId: Id): Promise<LineActRow[]> {
  return db.all(sql<LineActRow>`
    select a.kind, a.reason, coalesce(m.name, a.actor) as actor, a.recorded_at
      from (select kind, reason, actor, recorded_at
              from bank_files.line_aside
             where line_id = ${lineId}
             union all
            select kind, used_by, actor, recorded_at
              from bank_files.line_use
             where line_id = ${lineId}) a
      left join team.person m on a.actor = 'member:' || m.member_id
     order by a.recorded_at`);
}

export type QuestionRow = {
  exception_id: string;
  said: LineJson;
  file_name: string;
  decision: 'kept' | 'taken' | null;
  reason: string | null;
  recorded_at: string;
};

export async function questionsOf(db: Queries, lineId: Id): Promise<QuestionRow[]> {
  return db.all(sql<QuestionRow>`
    select e.exception_id, e.said, f.file_name, d.decision, d.reason, e.recorded_at
      from bank_files.line_exception e
      join bank_files.statement s on s.statement_id = e.statement_id
      join bank_files.file f on f.file_id = s.file_id
      left join bank_files.line_exception_settled d on d.exception_id = e.exception_id
     where e.line_id = ${lineId}
     order by e.recorded_at`);
}
