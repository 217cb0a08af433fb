/** Money that went elsewhere, and the requests for a second person that came before. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Elsewhere } from '../rules/receipts/elsewhere.ts';

export type Sent = {
  readonly receiptId: Id;
  readonly to: Elsewhere;
  readonly entryId: Id;
  readonly sisterEntryId: Id | null;
  readonly requestId: Id | null;
};

export async function insertElsewhere(
  { tx, at, actor, reason }: Context,
  { receiptId, to, entryId, sisterEntryId, requestId }: Sent,
): Promise<void> {
  await tx.run(sql`
    insert into cash.elsewhere (receipt_id, ledger_account, sister_id, entry_id, sister_entry_id,
                                request_id, recorded_at, actor, reason)
    values (${receiptId}, ${to.kind === 'account' ? to.ledgerAccount : ''},
            ${to.kind === 'sister' ? to.sisterId : null}, ${entryId}, ${sisterEntryId},
            ${requestId}, ${at}, ${actor.ref}, ${reason})`);
}

export async function insertRequest(
  context: Context,
  wish: { readonly companyId: Id; readonly receiptId: Id; readonly to: Elsewhere },
): Promise<Id> {
  const { tx, at, actor, reason } = context;
  const requestId = context.newId();
  await tx.run(sql`
    insert into cash.request (request_id, company_id, kind, receipt_id, wish, recorded_at, actor,
                              reason)
    values (${requestId}, ${wish.companyId}, 'elsewhere', ${wish.receiptId},
            ${JSON.stringify(wish.to)}, ${at}, ${actor.ref}, ${reason})`);
  return requestId;
}

export type Request = {
  readonly requestId: Id;
  readonly companyId: Id;
  readonly receiptId: Id;
  readonly to: Elsewhere;
  readonly asked: string;
  readonly decided: boolean;
};

type RequestRow = {
  request_id: string;
  company_id: string;
  receipt_id: string;
  wish: Elsewhere;
  actor: string;
  decided: boolean;
};

/** A request of the companies in sight, locked; undefined when there is none. */
export async function lockRequest(tx: Tx, requestId: Id): Promise<Request | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.request ${requestId}`}, 0))`);
  const [request] = await requestsOf(tx, 'all', requestId);
  return request;
}

/** Requests that wait, or the one that is named. */
export async function requestsOf(
  db: Queries,
  companies: CompanyScope,
  requestId?: Id,
): Promise<Request[]> {
  const rows = await db.all(sql<RequestRow>`
    select q.request_id, q.company_id, q.receipt_id, q.wish, q.actor,
           e.request_id is not null as decided
      from cash.request q
      left join cash.request_end e on e.request_id = q.request_id
     where q.kind = 'elsewhere'
       and ${inCompanies(sql`q.company_id`, companies)}
       and ${requestId === undefined ? sql`e.request_id is null` : sql`q.request_id = ${requestId}`}
     order by q.request_id`);
  return rows.map((row) => ({
    requestId: id(row.request_id),
    companyId: id(row.company_id),
    receiptId: id(row.receipt_id),
    to: row.wish,
    asked: row.actor,
    decided: row.decided,
  }));
}

export async function endRequest(
  { tx, at, actor, reason }: Context,
  requestId: Id,
  outcome: 'approved' | 'rejected',
): Promise<void> {
  await tx.run(sql`
    insert into cash.request_end (request_id, outcome, recorded_at, actor, reason)
    values (${requestId}, ${outcome}, ${at}, ${actor.ref}, ${reason})`);
}
