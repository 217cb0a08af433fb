/** Payments of claims: remittances of 835s, the receipts they explain, what was posted of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import {
  type RemittanceJson,
  remittanceLinesFromJson,
} from '#areas/bank-files/rules/money-json.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import {
  type ClaimItem,
  type ClaimPayment,
  type PlannedClaim,
  claimPaymentOf,
} from '../../rules/claims/claim-payment.ts';

export type KnownClaimPayment = {
  readonly remittanceId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly payerName: string;
  readonly reference: string;
  readonly paidOn: Day | null;
  readonly currency: Currency;
  /** BPR02; null where the file said none. */
  readonly total: bigint | null;
  readonly payment: ClaimPayment;
  /** The payment that it explains; null as long as its money has not come. */
  readonly receiptId: Id | null;
  readonly posted: boolean;
  /** A second person is asked. */
  readonly asked: boolean;
};

/** The newest first. */
export function claimPayments(
  db: Queries,
  companies: CompanyScope,
  limit: number,
): Promise<KnownClaimPayment[]> {
  return paymentsWhere(db, inCompanies(sql`m.company_id`, companies), limit);
}

export async function claimPaymentById(
  db: Queries,
  remittanceId: Id,
): Promise<KnownClaimPayment | undefined> {
  const [found] = await paymentsWhere(db, sql`m.remittance_id = ${remittanceId}`, 1);
  return found;
}

/** The 835 that explains a receipt; null when it pays no claims. */
export async function claimPaymentOfReceipt(db: Queries, receiptId: Id): Promise<Id | null> {
  const row = await db.maybe(sql<{ remittance_id: string }>`
    select remittance_id
      from cash.remittance_use
     where receipt_id = ${receiptId}
       and claims`);
  return row ? id(row.remittance_id) : null;
}

/** Of a company, with their money and not posted: what the desk may post by itself. */
export async function claimPaymentsReady(db: Queries, companyId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ remittance_id: string }>`
    select u.remittance_id
      from cash.remittance_use u
      join cash.receipt_now n on n.receipt_id = u.receipt_id and n.state = 'unposted'
      join cash.receipt r on r.receipt_id = u.receipt_id
     where u.claims
       and r.company_id = ${companyId}
       and not exists (select
                         from cash.claim_payment p
                        where p.remittance_id = u.remittance_id)
       and not ${isAsked(sql`u.remittance_id`)}
     order by u.remittance_id`);
  return rows.map((row) => id(row.remittance_id));
}

/** A second person is asked for its adjustments. */
const isAsked = (remittanceId: Sql): Sql<boolean> => sql<boolean>`
           exists (select
                     from approvals.open_request q
                    where q.kind        = 'credit_memo'
                      and q.subject_key = 'claims ' || ${remittanceId})`;

async function paymentsWhere(
  db: Queries,
  condition: Sql<boolean>,
  limit: number,
): Promise<KnownClaimPayment[]> {
  const rows = await db.all(sql<{
    remittance_id: string;
    company_id: string;
    company: string;
    payer_name: string;
    reference: string;
    paid_on: string | null;
    currency: string;
    total_minor: bigint | null;
    lines: RemittanceJson['lines'];
    receipt_id: string | null;
    posted: boolean;
    asked: boolean;
  }>`
    select m.remittance_id, m.company_id, c.code as company,
           coalesce(m.payer_name, '') as payer_name,
           coalesce(m.payment_reference, '') as reference, m.paid_on, m.currency, m.total_minor,
           m.lines, u.receipt_id, p.remittance_id is not null as posted,
           p.remittance_id is null and ${isAsked(sql`m.remittance_id`)} as asked
      from bank_files.remittance_card m
      join team.company c on c.company_id = m.company_id
      left join cash.remittance_use u on u.remittance_id = m.remittance_id
      left join cash.claim_payment p on p.remittance_id = m.remittance_id
     where m.lines @> '[{"kind": "claim"}]'
       and ${condition}
     order by m.recorded_at desc, m.remittance_id
     limit ${limit}`);
  return rows.map((row) => ({
    remittanceId: id(row.remittance_id),
    companyId: id(row.company_id),
    company: row.company,
    payerName: row.payer_name,
    reference: row.reference,
    paidOn: row.paid_on === null ? null : day(row.paid_on),
    currency: currency(row.currency),
    total: row.total_minor,
    payment: claimPaymentOf(remittanceLinesFromJson(row.lines)),
    receiptId: row.receipt_id === null ? null : id(row.receipt_id),
    posted: row.posted,
    asked: row.asked,
  }));
}

/** Open debits of a company that bear one of these numbers, or refer to one. */
export async function itemsCited(
  db: Queries,
  { companyId, currency: code }: Pick<KnownClaimPayment, 'companyId' | 'currency'>,
  numbers: readonly string[],
): Promise<ClaimItem[]> {
  const wanted = numbers.map((number) => number.trim().toUpperCase());
  const rows = await db.all(sql<{
    item_id: string;
    account_id: string;
    number: string;
    reference: string;
    open_minor: bigint;
  }>`
    select i.item_id, i.account_id, i.number, coalesce(i.reference, '') as reference, i.open_minor
      from ledger.open_item i
     where i.company_id = ${companyId}
       and i.currency   = ${code}
       and i.side       = 1
       and (upper(i.number) = any(${wanted}) or upper(i.reference) = any(${wanted}))
     order by i.account_id, i.item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    accountId: id(row.account_id),
    number: row.number,
    reference: row.reference,
    open: row.open_minor,
  }));
}

/** One 835 is posted by one person or worker at a time. */
export async function lockClaimPayment(tx: Tx, remittanceId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.claims ${remittanceId}`}, 0))`);
}

export type PostedClaims = {
  readonly remittanceId: Id;
  readonly companyId: Id;
  readonly receiptId: Id | null;
  readonly requestId: Id | null;
  readonly lines: readonly (Omit<PlannedClaim, 'item'> & {
    readonly itemId: Id;
    readonly accountId: Id;
  })[];
};

export async function insertClaimPayment(
  { tx, at, actor, reason }: Context,
  { remittanceId, companyId, receiptId, requestId, lines }: PostedClaims,
): Promise<void> {
  await tx.run(sql`
    insert into cash.claim_payment (remittance_id, company_id, receipt_id, request_id,
                                    recorded_at, actor, reason)
    values (${remittanceId}, ${companyId}, ${receiptId}, ${requestId}, ${at}, ${actor.ref},
            ${reason})`);
  await tx.copyIn(
    `cash.claim_posted (account_id, remittance_id, line_no, item_id, claim, status, paid_minor,
      adjusted_minor, patient_minor, left_minor, reference)`,
    lines.map((line, index) => [
      line.accountId,
      remittanceId,
      index + 1,
      line.itemId,
      line.claim,
      line.status,
      line.paid,
      line.adjusted,
      line.patient,
      line.left,
      line.reference,
    ]),
  );
}

export type PostedClaim = Omit<PlannedClaim, 'item' | 'reference'> & {
  readonly itemId: Id;
  readonly accountId: Id;
  readonly account: string;
};

export async function claimsPosted(db: Queries, remittanceId: Id): Promise<PostedClaim[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    item_id: string;
    claim: string;
    status: string;
    paid_minor: bigint;
    adjusted_minor: bigint;
    patient_minor: bigint;
    left_minor: bigint;
  }>`
    select l.account_id, a.account, l.item_id, l.claim, l.status, l.paid_minor, l.adjusted_minor,
           l.patient_minor, l.left_minor
      from cash.claim_posted l
      join customers.account_card a on a.account_id = l.account_id
     where l.remittance_id = ${remittanceId}
     order by l.line_no`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    account: row.account,
    itemId: id(row.item_id),
    claim: row.claim,
    status: row.status,
    paid: row.paid_minor,
    adjusted: row.adjusted_minor,
    patient: row.patient_minor,
    left: row.left_minor,
  }));
}
