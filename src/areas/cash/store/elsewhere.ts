/** Money that went elsewhere, and the requests for a second person that came before. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
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

export type WaitingRequest = Request & {
  readonly company: string;
  readonly payerName: string;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly sister: string | null;
  readonly askedBy: string;
  readonly reason: string;
};

/** Requests that wait, with what the person who decides must see. */
export async function waitingRequests(
  db: Queries,
  companies: CompanyScope,
): Promise<WaitingRequest[]> {
  const requests = await requestsOf(db, companies);
  const rows = await db.all(sql<{
    request_id: string;
    company: string;
    payer_name: string;
    amount_minor: bigint;
    currency: string;
    received_on: string;
    sister: string | null;
    asked_by: string;
    reason: string;
  }>`
    select q.request_id, c.code as company, r.payer_name, r.amount_minor, r.currency,
           r.received_on, s.code as sister, coalesce(p.name, q.actor) as asked_by, q.reason
      from cash.request q
      join cash.receipt r on r.receipt_id = q.receipt_id
      join team.company c on c.company_id = q.company_id
      left join team.company s on s.company_id = (q.wish ->> 'sisterId')::uuid
      left join team.person p on q.actor = 'member:' || p.member_id
     where q.request_id = any(${requests.map(({ requestId }) => requestId)})`);
  const told = new Map(rows.map((row) => [row.request_id, row]));
  return requests.flatMap((request) => {
    const row = told.get(request.requestId);
    if (!row) return [];
    return {
      ...request,
      company: row.company,
      payerName: row.payer_name,
      amount: money(row.amount_minor, row.currency),
      receivedOn: day(row.received_on),
      sister: row.sister,
      askedBy: row.asked_by,
      reason: row.reason,
    };
  });
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
