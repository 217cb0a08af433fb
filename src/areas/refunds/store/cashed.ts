/** Payments of refunds that are still out, and the bank's lines that may be them. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { OpenPayment, OutgoingLine } from '../rules/cashed.ts';
import type { PayMethod } from '../rules/refund.ts';

/** Paid or stale, in the order of their accounts: that is how accounts are locked. */
export async function openPayments(db: Queries, companyId: Id): Promise<OpenPayment[]> {
  const rows = await db.all(sql<{
    account_id: string;
    refund_id: string;
    payment_id: string;
    method: PayMethod;
    number: string;
    amount_minor: bigint;
    currency: string;
    issued_on: string;
  }>`
    select p.account_id, p.refund_id, p.payment_id, p.method, p.number, p.amount_minor,
           p.currency, p.issued_on
      from refunds.refund_now n
      join refunds.payment p on p.account_id = n.account_id and p.payment_id = n.payment_id
     where n.state in ('paid', 'stale')
       and n.company_id = ${companyId}
     order by p.account_id, p.payment_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    refundId: id(row.refund_id),
    paymentId: id(row.payment_id),
    method: row.method,
    number: row.number,
    amount: money(row.amount_minor, row.currency),
    issuedOn: day(row.issued_on),
  }));
}

/** Money out since the first of them that has its amount or its check's number. */
export async function outgoingLines(
  db: Queries,
  companyId: Id,
  payments: readonly OpenPayment[],
): Promise<OutgoingLine[]> {
  const amounts = payments.map(({ amount }) => (-amount.minor).toString());
  const numbers = payments
    .filter(({ method }) => method === 'check')
    .map(({ number }) => number.replace(/^0+/u, ''));
  const [since] = payments.map(({ issuedOn }) => issuedOn).toSorted();
  const rows = await db.all(sql<{
    line_id: string;
    booked_on: string;
    amount_minor: bigint;
    currency: string;
    check_number: string | null;
    said: string;
    refs: string[];
    external_id: string | null;
  }>`
    select l.line_id, l.booked_on, l.amount_minor, l.currency, l.check_number, l.said, l.refs,
           l.external_id
      from bank_files.line_card l
     where l.company_id   = ${companyId}
       and l.status       = 'booked'
       and l.listed_as   <> 'notices'
       and l.amount_minor < 0
       and l.booked_on   >= ${since ?? null}
       and (l.amount_minor = any(${amounts}::bigint[])
            or ltrim(l.check_number, '0 ') = any(${numbers}::text[]))
     order by l.booked_on, l.line_id`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    on: day(row.booked_on),
    amount: money(-row.amount_minor, row.currency),
    checkNumber: row.check_number ?? '',
    said: [row.said, ...row.refs, row.external_id ?? ''],
  }));
}
