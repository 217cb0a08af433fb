/** The items that a case contests: each a dispute of its own, which ends by its own row. */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CaseFile } from './case-file.ts';

type CaseRef = Pick<CaseFile, 'accountId' | 'caseId'>;

export type CaseItem = {
  readonly disputeId: Id;
  readonly itemId: Id;
  readonly documentId: Id | null;
  readonly number: string;
  readonly lineNo: number | null;
  /** As it was contested. */
  readonly said: Money;
  /** What of it is contested now: never more than is open; nothing once it ended. */
  readonly amount: Money;
  readonly open: Money;
  readonly total: Money;
  readonly ended: boolean;
};

/** Every item of the case, those that ended too, in the order in which they were contested. */
export async function caseItems(db: Queries, { accountId, caseId }: CaseRef): Promise<CaseItem[]> {
  const rows = await db.all(sql<{
    dispute_id: string;
    item_id: string;
    document_id: string | null;
    number: string;
    line_no: number | null;
    currency: string;
    total_minor: bigint;
    open_minor: bigint;
    amount_minor: bigint | null;
    ended: boolean;
  }>`
    select d.dispute_id, d.item_id, t.document_id, i.number, x.line_no, i.currency,
           i.amount_minor as total_minor, i.open_minor, d.amount_minor,
           not exists (select
                         from disputes.open_dispute o
                        where o.account_id = d.account_id
                          and o.dispute_id = d.dispute_id) as ended
      from disputes.case_dispute x
      join disputes.dispute d on d.account_id = x.account_id and d.dispute_id = x.dispute_id
      join ledger.item_card i on i.account_id = d.account_id and i.item_id = d.item_id
      join ledger.item_name t on t.account_id = d.account_id and t.item_id = d.item_id
     where x.account_id = ${accountId}
       and x.case_id    = ${caseId}
     order by d.dispute_id`);
  return rows.map((row) => {
    const open = money(row.open_minor, row.currency);
    const said = money(row.amount_minor ?? row.total_minor, row.currency);
    const now = row.ended ? 0n : said.minor < open.minor ? said.minor : open.minor;
    return {
      disputeId: id(row.dispute_id),
      itemId: id(row.item_id),
      documentId: row.document_id === null ? null : id(row.document_id),
      number: row.number,
      lineNo: row.line_no,
      said,
      amount: money(now, row.currency),
      open,
      total: money(row.total_minor, row.currency),
      ended: row.ended,
    };
  });
}

export type HowEnded = 'credited' | 'rejected' | 'written_off' | 'cleared' | 'went_back';

/** Ends disputes from today on; one that ended before stays as it ended. */
export async function endDisputes(
  { tx, at, actor, today }: Context,
  accountId: Id,
  disputeIds: readonly Id[],
  how: HowEnded,
): Promise<void> {
  await tx.run(sql`
    insert into disputes.resolution (account_id, dispute_id, effective_on, recorded_at, actor, how)
    select ${accountId}, d, ${today}, ${at}, ${actor.ref}, ${how}
      from unnest(${disputeIds}::uuid[]) as each (d)
        on conflict do nothing`);
}

export type NewDispute = {
  readonly disputeId: Id;
  readonly itemId: Id;
  readonly amount: Money;
  readonly lineNo: number | null;
};

/** Contests items under a case from today on. */
export async function contestItems(
  { tx, at, actor, today }: Context,
  { accountId, caseId, reason }: CaseRef & Pick<CaseFile, 'reason'>,
  items: readonly NewDispute[],
): Promise<void> {
  await tx.copyIn(
    `disputes.dispute (account_id, dispute_id, item_id, amount_minor, reason, effective_on,
      recorded_at, actor)`,
    items.map(({ disputeId, itemId, amount }) => [
      accountId,
      disputeId,
      itemId,
      amount.minor,
      reason,
      today,
      at,
      actor.ref,
    ]),
  );
  await tx.copyIn(
    'disputes.case_dispute (account_id, case_id, dispute_id, line_no)',
    items.map(({ disputeId, lineNo }) => [accountId, caseId, disputeId, lineNo]),
  );
}

export type DocumentSum = { readonly total: bigint; readonly tax: bigint };

/** What documents came to, and the tax within; one that we know only by name has none known. */
export async function documentSums(
  db: Queries,
  accountId: Id,
  documentIds: readonly Id[],
): Promise<Map<Id, DocumentSum>> {
  const rows = await db.all(sql<{ document_id: string; total: bigint; tax_minor: bigint }>`
    select t.document_id, sum(i.amount_minor)::bigint as total, d.tax_minor
      from ledger.item_name t
      join ledger.item_card i on i.account_id = t.account_id and i.item_id = t.item_id
      join invoices.document_terms d on d.account_id  = t.account_id
                                    and d.document_id = t.document_id
     where t.account_id  = ${accountId}
       and t.document_id = any(${documentIds})
     group by t.document_id, d.tax_minor`);
  return new Map(
    rows.map((row) => [id(row.document_id), { total: row.total, tax: row.tax_minor }]),
  );
}
