/**
 * Compares a snapshot with the book, as sets: the file is staged by COPY and joined once.
 *
 * The staged tables are this transaction's own and gone with it. What is open of all items that
 * bear one outside id counts together; what was applied here since the last snapshot, and what
 * was ahead then, explains why the book may be below the file.
 */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Covers, Difference, Finding, FoundSum } from '../rules/snapshot.ts';

/** A row of the file: what is open at the source, credits negative. */
export type StagedRow = {
  readonly externalId: string;
  /** The number of the document; several due days of one share it. */
  readonly number: string;
  readonly customer: string;
  readonly currency: Currency;
  readonly open: bigint;
  readonly dueOn: Day;
  /** Money on account has no due day of its own. */
  readonly onAccount: boolean;
};

export type Compared = {
  readonly companyId: Id;
  readonly source: string;
  readonly covers: Covers;
  /** When the last snapshot was taken in, and which it was; money applied since is ahead. */
  readonly last: { readonly importId: Id; readonly takenAt: Instant } | undefined;
  /** Cells of rows that could not be read: an item they may name is kept as it is. */
  readonly unread: readonly string[];
};

/** Stages the rows and compares them; `foundSums` and `differences` read the result. */
export async function compareSnapshot(
  tx: Tx,
  rows: readonly StagedRow[],
  compared: Compared,
): Promise<void> {
  await tx.run(sql`drop table if exists pg_temp.snapshot_row, pg_temp.snapshot_diff`);
  await tx.run(sql`
    create temp table snapshot_row (
      row_no int, key text, base text, customer text, currency text, open_minor bigint,
      due_on date, on_account boolean, account_id uuid
    ) on commit drop`);
  await tx.copyIn(
    'pg_temp.snapshot_row (row_no, key, base, customer, currency, open_minor, due_on, on_account)',
    stagedLines(rows),
  );
  await tx.run(sql`analyze pg_temp.snapshot_row`);
  await findAccounts(tx, compared.companyId);
  await findInstalments(tx, compared);
  await makeDiff(tx, compared);
}

function* stagedLines(rows: readonly StagedRow[]): Generator<CopyRow> {
  let number = 0;
  for (const row of rows) {
    yield [
      number,
      keyOf(row.onAccount, row.externalId),
      keyOf(row.onAccount, row.number),
      row.customer,
      row.currency,
      row.open,
      row.dueOn,
      row.onAccount,
    ];
    number += 1;
  }
}

/** Invoices and money on account are named apart: both may have a number 7. */
function keyOf(onAccount: boolean, externalId: string): string {
  return `${onAccount ? 'receipt' : 'item'}:${externalId}`;
}

/** The outside id of a key. */
function nameOf(key: string): Pick<Difference, 'namedAs' | 'externalId'> {
  const namedAs = key.startsWith('receipt:') ? 'receipt' : 'item';
  return { namedAs, externalId: key.slice(namedAs.length + 1) };
}

async function findAccounts(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    update pg_temp.snapshot_row s
       set account_id = coalesce(c.merged_into, c.account_id)
      from customers.account_card c
     where c.company_id = ${companyId}
       and c.account    = s.customer`);
}

/**
 * A due day of a document may come with its siblings one day and alone the next, and then bears
 * another id: the one open item of that number and due day is meant.
 */
async function findInstalments(tx: Tx, { companyId, source }: Compared): Promise<void> {
  await tx.run(sql`
    with known as (
      select n.named_as || ':' || n.external_id as key,
             split_part(n.named_as || ':' || n.external_id, '#', 1) as base, n.due_on
        from ledger.item_at_source n
       where n.company_id = ${companyId}
         and n.source     = ${source}
         and n.open_minor <> 0
    ), meant as (
      select s.row_no, min(k.key) as key
        from pg_temp.snapshot_row s
        join known k on k.base = s.base and k.due_on = s.due_on and k.key <> s.key
       where not exists (select from known o where o.key = s.key)
         and not exists (select from pg_temp.snapshot_row o where o.key = k.key)
       group by s.row_no
      having count(*) = 1
    )
    update pg_temp.snapshot_row s
       set key = m.key
      from meant m
     where s.row_no = m.row_no`);
}

async function makeDiff(tx: Tx, compared: Compared): Promise<void> {
  const { companyId, source, covers, last } = compared;
  const unread = compared.unread.flatMap((cell) => [keyOf(false, cell), keyOf(true, cell)]);
  await tx.run(sql`
    create temp table snapshot_diff on commit drop as
    with named as (
      select n.named_as || ':' || n.external_id as key, n.account_id, n.item_id, n.side,
             n.currency, n.due_on, n.open_minor, n.reserved_minor
        from ledger.item_at_source n
       where n.company_id = ${companyId}
         and n.source     = ${source}
    ), known as (
      select key, min(account_id::text)::uuid as account_id, min(side) as side,
             min(currency) as currency, min(due_on) as due_on, sum(open_minor)::bigint as open,
             sum(reserved_minor)::bigint as reserved, count(distinct due_on) as dues
        from named
       where open_minor <> 0
         and (side = 1 or ${covers} = 'all')
       group by key
    ), here as (
      select n.key, sum(d.amount)::bigint as amount
        from (select a.account_id, i.item_id, a.amount_minor as amount
                from ledger.desk_application a
               cross join lateral (values (a.debit_item_id), (a.credit_item_id)) as i (item_id)
               where a.recorded_at > coalesce(${last?.takenAt ?? null}::timestamptz, '-infinity')) d
        join named n on n.account_id = d.account_id and n.item_id = d.item_id
       group by n.key
       union all
      select x.external_id, x.amount_minor
        from imports.snapshot_exception x
       where x.import_id  = ${last?.importId ?? null}
         and x.company_id = ${companyId}
         and x.why        = 'ahead'
    ), posted_here as (
      select key, sum(amount)::bigint as amount from here group by key having sum(amount) > 0
    ), joined as (
      select coalesce(s.key, k.key) as key, s.row_no, s.account_id, s.currency as file_currency,
             s.open_minor as file_open, k.currency as our_currency, k.open as our_open, k.reserved,
             k.key is not null as open_here,
             s.key is not null as listed,
             s.key is not null and k.key is not null
               and (k.account_id is distinct from s.account_id or k.currency <> s.currency
                    or k.side <> sign(s.open_minor) or k.dues > 1
                    or (k.due_on <> s.due_on and not s.on_account)) as elsewhere,
             least(greatest(abs(s.open_minor) - abs(coalesce(k.open, 0)), 0),
                   coalesce(p.amount, 0)) as ahead
        from pg_temp.snapshot_row s
        full join known k on k.key = s.key
        left join posted_here p on p.key = s.key
    )
    select j.key, j.row_no, j.account_id, j.file_currency, j.our_currency,
           coalesce(j.file_open, 0) as file_open, coalesce(j.our_open, 0) as our_open,
           coalesce(j.ahead, 0)::bigint as ahead,
           case
             when not j.listed and (j.key = any(${unread})
                                    or split_part(j.key, '#', 1) = any(${unread})) then 'unread'
             when j.reserved > 0 and (not j.listed or j.elsewhere
                                      or abs(j.file_open) < abs(j.our_open)) then 'reserved'
             when not j.listed then 'vanished'
             when not j.open_here and abs(j.file_open) = j.ahead then 'unchanged'
             when not j.open_here and exists (select from named n where n.key = j.key)
               then 'reappeared'
             when not j.open_here then 'new'
             when j.elsewhere then 'reposted'
             when abs(j.file_open) - j.ahead = abs(j.our_open) then 'unchanged'
             else 'changed'
           end as finding
      from joined j`);
}

/** An item of the book that is kept as it is, whatever the file says, stays at what it was. */
const targets = sql`
  select d.finding, d.key, d.row_no, d.account_id, d.our_open, d.ahead, d.file_open,
         coalesce(d.our_currency, d.file_currency) as our_currency,
         coalesce(d.file_currency, d.our_currency) as file_currency,
         case when d.finding in ('unread', 'reserved') then d.our_open
              else sign(d.file_open)::bigint * (abs(d.file_open) - d.ahead) end as target
    from pg_temp.snapshot_diff d`;

type SumRow = {
  finding: Finding;
  currency: string;
  count: number;
  before: bigint;
  after: bigint;
  raised_count: number;
  raised: bigint;
  lowered_count: number;
  lowered: bigint;
  gross: bigint;
  ahead_count: number;
  ahead: bigint;
  kept: bigint;
};

/** What was found, by finding and currency; an item that changed its currency counts in both. */
export async function foundSums(db: Queries): Promise<FoundSum[]> {
  const rows = await db.all(sql<SumRow>`
    with t as (${targets}), sided as (
      select finding, our_currency as currency, 1 as one, our_open as before,
             case when our_currency = file_currency or finding = 'reserved' then target
                  else 0 end as after,
             case when finding in ('unread', 'reserved') then 0 else ahead end as ahead, file_open,
             case when finding not in ('unread', 'reserved') then 0
                  when our_currency = file_currency then our_open - file_open
                  else our_open end as kept
        from t
       union all
      select finding, file_currency, 0, 0,
             case when finding = 'reserved' then 0 else target end, 0, file_open,
             case when finding = 'reserved' then -file_open else 0 end
        from t
       where our_currency <> file_currency
    )
    select finding, currency, sum(one)::int as count, sum(before)::bigint as before,
           sum(after)::bigint as after, sum(abs(before))::bigint as gross,
           count(*) filter (where after > before)::int as raised_count,
           coalesce(sum(after - before) filter (where after > before), 0)::bigint as raised,
           count(*) filter (where after < before)::int as lowered_count,
           coalesce(sum(after - before) filter (where after < before), 0)::bigint as lowered,
           count(*) filter (where ahead <> 0)::int as ahead_count,
           sum(sign(file_open) * ahead)::bigint as ahead, sum(kept)::bigint as kept
      from sided
     group by finding, currency`);
  return rows.map((row) => ({
    finding: row.finding,
    currency: currency(row.currency),
    count: row.count,
    before: row.before,
    after: row.after,
    raised: { count: row.raised_count, amount: row.raised },
    lowered: { count: row.lowered_count, amount: row.lowered },
    gross: row.gross,
    ahead: { count: row.ahead_count, amount: row.ahead },
    kept: row.kept,
  }));
}

/** Rows of the file that are new here. */
export async function newRows(db: Queries): Promise<Set<number>> {
  const rows = await db.all(sql<{ row_no: number }>`
    select row_no from pg_temp.snapshot_diff where finding = 'new'`);
  return new Set(rows.map((row) => row.row_no));
}

/** Items whose open amount, due day, customer or currency is another one in the file. */
export async function differences(db: Queries): Promise<Difference[]> {
  const rows = await db.all(sql<{
    finding: Difference['finding'];
    key: string;
    row_no: number | null;
    account_id: string | null;
    target: bigint;
    our_open: bigint;
  }>`
    with t as (${targets})
    select finding, key, row_no, account_id, abs(target) as target, abs(our_open) as our_open
      from t
     where finding in ('changed', 'vanished', 'reappeared', 'reposted')
     order by finding, key`);
  return rows.map((row) => ({
    finding: row.finding,
    ...nameOf(row.key),
    row: row.row_no,
    accountId: row.account_id === null ? null : id(row.account_id),
    target: row.target,
    open: row.our_open,
  }));
}

/** What the snapshot did not decide: kept items and money that is ahead of the source. */
export type Exception = {
  readonly externalId: string;
  readonly why: 'ahead' | 'unread' | 'reserved';
  readonly currency: Currency;
  /** Without its sign. */
  readonly amount: bigint;
};

export async function exceptions(db: Queries): Promise<Exception[]> {
  const rows = await db.all(sql<{
    external_id: string;
    why: Exception['why'];
    currency: string;
    amount_minor: bigint;
  }>`
    select key as external_id, 'ahead' as why, file_currency as currency, ahead as amount_minor
      from pg_temp.snapshot_diff
     where ahead > 0
     union all
    select key, finding, our_currency, abs(our_open)
      from pg_temp.snapshot_diff
     where finding in ('unread', 'reserved')
     order by 1`);
  return rows.map((row) => ({
    externalId: row.external_id,
    why: row.why,
    currency: currency(row.currency),
    amount: row.amount_minor,
  }));
}
