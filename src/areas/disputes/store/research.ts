/** What stands around a case: the lines of its invoices, and what was noted on its account. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type DocumentLine = {
  readonly number: string;
  readonly lineNo: number;
  readonly description: string;
  /** Minor units of the document's currency. */
  readonly net: bigint;
};

/** The lines of every document that the case contests. */
export async function documentLines(
  db: Queries,
  accountId: Id,
  caseId: Id,
): Promise<DocumentLine[]> {
  const rows = await db.all(sql<{
    number: string;
    line_no: number;
    description: string;
    net_minor: bigint;
  }>`
    select distinct t.number, l.line_no, l.description, l.net_minor
      from disputes.case_dispute x
      join disputes.dispute d on d.account_id = x.account_id and d.dispute_id = x.dispute_id
      join ledger.item_name t on t.account_id = d.account_id and t.item_id = d.item_id
      join invoices.issued_line l on l.account_id = t.account_id and l.document_id = t.document_id
     where x.account_id = ${accountId}
       and x.case_id    = ${caseId}
     order by t.number, l.line_no`);
  return rows.map((row) => ({
    number: row.number,
    lineNo: row.line_no,
    description: row.description,
    net: row.net_minor,
  }));
}

/** Most notes that a pack shows. */
const most = 50;

/** What people wrote on the account since a month before the case was opened. */
export async function accountNotes(
  db: Queries,
  accountId: Id,
  openedOn: string,
): Promise<{ readonly on: Day; readonly by: string; readonly text: string }[]> {
  const rows = await db.all(sql<{ happened_on: string; by: string; text: string }>`
    select t.happened_on, coalesce(p.name, t.actor) as by, t.text
      from customers.timeline_line t
      left join team.person p on 'member:' || p.member_id = t.actor
     where t.account_id   = ${accountId}
       and t.text is not null
       and t.kind in ('note', 'call', 'message', 'mail')
       and t.happened_on >= ${openedOn}::date - 30
     order by t.recorded_at desc
     limit ${most}`);
  return rows.map((row) => ({ on: day(row.happened_on), by: row.by, text: row.text }));
}
