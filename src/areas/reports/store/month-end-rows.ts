/** The rows behind each part of the month-end page. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { RowPart } from '../rules/month-end.ts';
import { type Cut, closedAt, openClosings } from './month-end.ts';

export type PartRow = {
  readonly account_id: Id;
  readonly account: string | null;
  readonly name: string | null;
  readonly kind: string;
  readonly number: string | null;
  readonly effective_on: string;
  readonly posted_on: string | null;
  readonly recorded_at: string | null;
  readonly currency: string;
  readonly amount: bigint;
  /** Who posted it and why, where the part is about that. */
  readonly by?: string;
  readonly reason?: string;
};

type RawRow = Omit<PartRow, 'account_id'> & { readonly account_id: string };

const reads: Record<RowPart, (db: Queries, cut: Cut, limit: number) => Promise<readonly RawRow[]>> =
  {
    posted_later: (db, cut, limit) => lateLines(db, cut, 'posted_later', limit),
    effective_before: (db, cut, limit) => lateLines(db, cut, 'effective_before', limit),
    credits: creditItems,
    revaluation: revaluations,
    closings: closingRows,
    after_close: afterCloseRows,
  };

/** The rows behind a part, latest first; one more than `limit` when there are more. */
export async function partRows(
  db: Queries,
  cut: Cut,
  part: RowPart,
  limit: number,
): Promise<PartRow[]> {
  const rows = await reads[part](db, cut, limit);
  return rows.map((row) => ({ ...row, account_id: id(row.account_id) }));
}

/** Lines of the control account that count in another period than their business day. */
function lateLines(
  db: Queries,
  { companyId, firstOn, lastOn, knownAt }: Cut,
  part: 'posted_later' | 'effective_before',
  limit: number,
): Promise<RawRow[]> {
  const within =
    part === 'posted_later'
      ? sql`l.posted_on > ${lastOn} and l.effective_on <= ${lastOn}`
      : sql`l.posted_on between ${firstOn} and ${lastOn} and l.effective_on < ${firstOn}`;
  return db.all(sql<RawRow>`
    select l.account_id, c.account, c.name, l.kind, null as number, l.effective_on, l.posted_on,
           l.recorded_at, l.currency, l.amount_minor as amount
      from ledger.control_line l
      left join customers.account_card c on c.account_id = l.account_id
     where l.posted_on > l.effective_on
       and ${within}
       and l.company_id   = ${companyId}
       and l.recorded_at <= ${knownAt}
     order by l.recorded_at desc, l.entry_id, l.line_no
     limit ${limit + 1}`);
}

function closingRows(db: Queries, cut: Cut, limit: number): Promise<RawRow[]> {
  return db.all(sql<RawRow>`
    select k.account_id, k.account, k.name, 'closing' as kind, k.external_id as number,
           k.closed_on as effective_on, null as posted_on, k.recorded_at, k.currency,
           k.amount_minor as amount
      from (${openClosings(cut)}) k
     order by abs(k.amount_minor) desc, k.adjustment_id
     limit ${limit + 1}`);
}

function creditItems(
  db: Queries,
  { companyId, lastOn, knownAt }: Cut,
  limit: number,
): Promise<RawRow[]> {
  return db.all(sql<RawRow>`
    select i.account_id, c.account, c.name, i.kind, n.number, n.effective_on, null as posted_on,
           null as recorded_at, i.currency, i.open_minor as amount
      from ledger.open_items_known(${lastOn}, ${knownAt}) i
      join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
      join customers.account_card c on c.account_id = i.account_id
     where i.side       = -1
       and c.company_id = ${companyId}
     order by i.open_minor, i.item_id
     limit ${limit + 1}`);
}

function revaluations(
  db: Queries,
  { companyId, lastOn, knownAt }: Cut,
  limit: number,
): Promise<RawRow[]> {
  return db.all(sql<RawRow>`
    select r.account_id, null as account, null as name, r.kind, null as number, r.effective_on,
           r.posted_on, r.recorded_at, r.currency, r.base_minor as amount
      from ledger.revaluation_line r
     where r.company_id   = ${companyId}
       and r.posted_on   <= ${lastOn}
       and r.recorded_at <= ${knownAt}
     order by r.posted_on desc, r.entry_id, r.line_no
     limit ${limit + 1}`);
}

/** What was posted after the period was closed, with who posted each and why. */
function afterCloseRows(db: Queries, cut: Cut, limit: number): Promise<RawRow[]> {
  const { companyId, firstOn, lastOn, knownAt } = cut;
  return db.all(sql<RawRow>`
    select l.account_id, c.account, c.name, l.kind, null as number, l.effective_on, l.posted_on,
           l.recorded_at, l.currency, sum(l.amount_minor)::bigint as amount,
           coalesce(m.name, e.actor) as by, e.reason
      from ledger.control_line l
      join ledger.entry_card e on e.account_id = l.account_id and e.entry_id = l.entry_id
      left join team.person m on 'member:' || m.member_id = e.actor
      left join customers.account_card c on c.account_id = l.account_id
     where l.posted_on between ${firstOn} and ${lastOn}
       and l.company_id   = ${companyId}
       and l.recorded_at  > ${closedAt(cut)}
       and l.recorded_at <= ${knownAt}
     group by l.account_id, l.entry_id, c.account, c.name, l.kind, l.effective_on, l.posted_on,
              l.recorded_at, l.currency, m.name, e.actor, e.reason
     order by l.recorded_at desc, l.entry_id
     limit ${limit + 1}`);
}
