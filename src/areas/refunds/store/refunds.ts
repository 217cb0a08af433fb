/** Refunds as they were asked for, what happened to them, and where they stand. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Check, EarlierRefund, Finding } from '../rules/findings.ts';
import type { Origin } from '../rules/origin.ts';
import type { PayeeKind, RefundMethod, RefundState, RefundStanding } from '../rules/refund.ts';

export type RefundPart = {
  readonly itemId: Id;
  readonly reservationId: Id;
  readonly amount: Money;
};

export type NewRefund = {
  readonly accountId: Id;
  readonly refundId: Id;
  readonly companyId: Id;
  readonly purpose: 'refund' | 'unclaimed';
  readonly origin: Origin;
  readonly method: RefundMethod;
  readonly payee: PayeeKind;
  readonly payeeName: string;
  readonly payeeId: Id | null;
  readonly capture: string | null;
  readonly amount: Money;
  /** In the company's base currency. */
  readonly base: bigint;
  readonly creditId: Id | null;
  readonly findings: readonly Finding[];
  readonly requestedBy: Id | null;
  readonly parts: readonly RefundPart[];
};

export async function insertRefund(context: Context, refund: NewRefund): Promise<void> {
  const { tx, at, today, actor, reason } = context;
  const { accountId, refundId, amount } = refund;
  await tx.run(sql`
    insert into refunds.refund (account_id, refund_id, company_id, purpose, origin, method, payee,
                                payee_name, payee_id, capture, currency, amount_minor, base_minor,
                                credit_id, findings, requested_on, requested_by, recorded_at,
                                actor, reason)
    values (${accountId}, ${refundId}, ${refund.companyId}, ${refund.purpose}, ${refund.origin},
            ${refund.method}, ${refund.payee}, ${refund.payeeName}, ${refund.payeeId},
            ${refund.capture}, ${amount.currency}, ${amount.minor.toString()},
            ${refund.base.toString()}, ${refund.creditId}, ${JSON.stringify(refund.findings)},
            ${today}, ${refund.requestedBy}, ${at}, ${actor.ref}, ${reason})`);
  await insertParts(tx, accountId, refundId, refund.parts);
  await tx.run(sql`
    insert into refunds.refund_now (account_id, refund_id, company_id, state, state_on, changed_at)
    values (${accountId}, ${refundId}, ${refund.companyId}, 'requested', ${today}, ${at})`);
}

/** The parts of a refund, or those of a new attempt: an earlier reservation was used up. */
export async function insertParts(
  tx: Tx,
  accountId: Id,
  refundId: Id,
  parts: readonly RefundPart[],
): Promise<void> {
  for (const { itemId, reservationId, amount } of parts) {
    await tx.run(sql`
      insert into refunds.refund_part (account_id, refund_id, item_id, reservation_id, amount_minor)
      values (${accountId}, ${refundId}, ${itemId}, ${reservationId},
              ${amount.minor.toString()})`);
  }
}

export type EventKind = RefundState | 'held' | 'freed' | 'retried';

export type RefundEvent = {
  readonly accountId: Id;
  readonly refundId: Id;
  readonly kind: EventKind;
  readonly on?: Day;
  readonly facts?: Readonly<Record<string, string>>;
};

/** One thing that happened to a refund, by whom and why. */
export async function insertEvent(
  { tx, at, today, actor, reason, newId }: Context,
  { accountId, refundId, kind, on = today, facts = {} }: RefundEvent,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.refund_event (account_id, refund_id, event_id, kind, effective_on,
                                      member_id, facts, recorded_at, actor, reason)
    values (${accountId}, ${refundId}, ${newId()}, ${kind}, ${on}, ${actor.memberId},
            ${JSON.stringify(facts)}, ${at}, ${actor.ref}, ${reason})`);
}

export type NowChange = {
  readonly state?: RefundState;
  readonly on?: Day;
  readonly held?: Check | null;
  readonly paymentId?: Id;
  readonly requestId?: Id;
};

/** Moves where a refund stands; what is not named stays. */
export async function moveRefund(
  { tx, at, today }: Context,
  { accountId, refundId }: { readonly accountId: Id; readonly refundId: Id },
  { state, on = today, held, paymentId, requestId }: NowChange,
): Promise<void> {
  const sets: Sql[] = [
    sql`changed_at = ${at}`,
    ...(state === undefined ? [] : [sql`state = ${state}, state_on = ${on}`]),
    ...(held === undefined ? [] : [sql`held = ${held}`]),
    ...(paymentId === undefined ? [] : [sql`payment_id = ${paymentId}`]),
    ...(requestId === undefined ? [] : [sql`request_id = ${requestId}`]),
  ];
  await tx.run(sql`
    update refunds.refund_now
       set ${sql.join(sets, sql`, `)}
     where account_id = ${accountId}
       and refund_id  = ${refundId}`);
}

export type Refund = RefundStanding &
  Omit<NewRefund, 'requestedBy'> & {
    readonly requestedOn: Day;
    readonly paymentId: Id | null;
    readonly requestId: Id | null;
  };

type Row = {
  account_id: string;
  refund_id: string;
  company_id: string;
  purpose: 'refund' | 'unclaimed';
  origin: Origin;
  method: RefundMethod;
  payee: PayeeKind;
  payee_name: string;
  payee_id: string | null;
  capture: string | null;
  currency: string;
  amount_minor: bigint;
  base_minor: bigint;
  credit_id: string | null;
  requested_on: string;
  requested_by: string | null;
  state: RefundState;
  held: Check | null;
  findings: Finding[];
  payment_id: string | null;
  request_id: string | null;
  approved_by: string[] | null;
  details_by: string | null;
};

/** Refunds with who had a hand in them. Whoever writes has locked the account before. */
async function refundsWhere(db: Queries, condition: Sql): Promise<Refund[]> {
  const rows = await db.all(sql<Row>`
    select r.account_id, r.refund_id, r.company_id, r.purpose, r.origin, r.method, r.payee,
           r.payee_name, r.payee_id, r.capture, r.currency, r.amount_minor, r.base_minor,
           r.credit_id, r.findings, r.requested_on, r.requested_by, n.state, n.held, n.payment_id,
           n.request_id, p.entered_by as details_by,
           (select array_agg(e.facts ->> 'memberId')
              from refunds.refund_event e
             where e.account_id = r.account_id
               and e.refund_id  = r.refund_id
               and e.kind       = 'approved'
               and e.facts ? 'memberId') as approved_by
      from refunds.refund r
      join refunds.refund_now n on n.account_id = r.account_id and n.refund_id = r.refund_id
      left join refunds.payee p on p.account_id = r.account_id and p.payee_id = r.payee_id
     where ${condition}
     order by r.requested_on, r.refund_id`);
  const parts = await partsOf(db, rows);
  return rows.map((row) => refundOf(row, parts.get(row.refund_id) ?? []));
}

export async function refundById(
  db: Queries,
  accountId: Id,
  refundId: Id,
): Promise<Refund | undefined> {
  const [found] = await refundsWhere(
    db,
    sql`r.account_id = ${accountId} and r.refund_id = ${refundId}`,
  );
  return found;
}

/** The refund that waits for this request of approval. */
export async function refundOfRequest(db: Queries, requestId: Id): Promise<Refund | undefined> {
  return (await refundsWhere(db, sql`n.request_id = ${requestId}`)).at(0);
}

/** Refunds of a company that may go out by a method now. */
export async function releasedRefunds(
  db: Queries,
  {
    companyId,
    method,
    currency,
  }: {
    readonly companyId: Id;
    readonly method: RefundMethod;
    readonly currency: string;
  },
): Promise<Refund[]> {
  return refundsWhere(
    db,
    sql`n.state = 'released' and n.held is null and n.company_id = ${companyId}
        and r.method = ${method} and r.currency = ${currency}`,
  );
}

/** What is on its way to these bank details and was not paid yet. */
export async function refundsTo(db: Queries, accountId: Id, payeeId: Id): Promise<Refund[]> {
  return refundsWhere(
    db,
    sql`r.account_id = ${accountId} and r.payee_id = ${payeeId}
        and n.state in ('requested', 'approved', 'released')`,
  );
}

/** Refunds in a state since a day or longer. */
export async function refundsInState(
  db: Queries,
  state: RefundState,
  until: Day,
): Promise<Refund[]> {
  return refundsWhere(db, sql`n.state = ${state} and n.state_on <= ${until}`);
}

async function partsOf(db: Queries, rows: readonly Row[]): Promise<Map<string, RefundPart[]>> {
  if (rows.length === 0) return new Map();
  const found = await db.all(sql<{
    refund_id: string;
    item_id: string;
    reservation_id: string;
    amount_minor: bigint;
    currency: string;
  }>`
    select p.refund_id, p.item_id, coalesce(x.reservation_id, p.reservation_id) as reservation_id,
           p.amount_minor, r.currency
      from refunds.refund_part p
      join refunds.refund r on r.account_id = p.account_id and r.refund_id = p.refund_id
      left join lateral (select (e.facts ->> p.item_id::text)::uuid as reservation_id
                           from refunds.refund_event e
                          where e.account_id = p.account_id
                            and e.refund_id  = p.refund_id
                            and e.kind       = 'retried'
                          order by e.recorded_at desc
                          limit 1) x on true
     where p.account_id = any(${[...new Set(rows.map((row) => row.account_id))]}::uuid[])
       and p.refund_id  = any(${rows.map((row) => row.refund_id)}::uuid[])
     order by p.item_id`);
  const parts = found.map((row) => ({
    refundId: row.refund_id,
    part: {
      itemId: id(row.item_id),
      reservationId: id(row.reservation_id),
      amount: money(row.amount_minor, row.currency),
    },
  }));
  const grouped = Map.groupBy(parts, ({ refundId }) => refundId);
  return new Map([...grouped].map(([refundId, all]) => [refundId, all.map(({ part }) => part)]));
}

function refundOf(row: Row, parts: readonly RefundPart[]): Refund {
  return {
    accountId: id(row.account_id),
    refundId: id(row.refund_id),
    companyId: id(row.company_id),
    purpose: row.purpose,
    origin: row.origin,
    method: row.method,
    payee: row.payee,
    payeeName: row.payee_name,
    payeeId: row.payee_id === null ? null : id(row.payee_id),
    capture: row.capture,
    amount: money(row.amount_minor, row.currency),
    base: row.base_minor,
    creditId: row.credit_id === null ? null : id(row.credit_id),
    requestedOn: day(row.requested_on),
    state: row.state,
    held: row.held,
    findings: row.findings,
    paymentId: row.payment_id === null ? null : id(row.payment_id),
    requestId: row.request_id === null ? null : id(row.request_id),
    hands: {
      requestedBy: row.requested_by === null ? null : id(row.requested_by),
      approvedBy: (row.approved_by ?? []).map(id),
      detailsBy: row.details_by === null ? null : id(row.details_by),
    },
    parts,
  };
}

/** The refunds of an account since a day, the newest first, with their base amounts. */
export async function earlierRefunds(
  db: Queries,
  accountId: Id,
  since: Day,
): Promise<(EarlierRefund & { readonly base: bigint })[]> {
  const rows = await db.all(sql<{
    refund_id: string;
    amount_minor: bigint;
    base_minor: bigint;
    currency: string;
    requested_on: string;
    state: RefundState;
  }>`
    select r.refund_id, r.amount_minor, r.base_minor, r.currency, r.requested_on, n.state
      from refunds.refund r
      join refunds.refund_now n on n.account_id = r.account_id and n.refund_id = r.refund_id
     where r.account_id    = ${accountId}
       and r.requested_on >= ${since}
     order by r.requested_on desc, r.refund_id desc`);
  return rows.map((row) => ({
    refundId: id(row.refund_id),
    amount: money(row.amount_minor, row.currency),
    base: row.base_minor,
    requestedOn: day(row.requested_on),
    state: row.state,
  }));
}
