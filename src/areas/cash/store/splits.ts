/** Credits of the bank that are many payments: which wait, which were split, and into what. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Bulk, Credited } from '../rules/receipts/bulk.ts';

/** Credits of statements that nobody has laid out, and of which nothing else is known. */
export async function bulksWaiting(db: Queries, companyId: Id): Promise<Bulk[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    currency: string;
    amount_minor: bigint;
    received_on: string;
    payer_name: string;
    marks: string[];
    awaiting: boolean;
  }>`
    select r.receipt_id, r.currency, r.amount_minor, r.received_on, r.payer_name,
           r.refs || r.reference || regexp_split_to_array(r.said, '[^A-Za-z0-9-]+') as marks,
           n.state = 'awaiting' as awaiting
      from cash.receipt_now n
      join cash.receipt r on r.receipt_id = n.receipt_id
     where r.company_id = ${companyId}
       and n.state in ('awaiting', 'unposted')
       and r.line_id is not null
       and r.amount_minor > 0
       and r.remittance = '[]'
       and not exists (select
                         from cash.remittance_use u
                        where u.receipt_id = r.receipt_id)
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    amount: money(row.amount_minor, row.currency),
    receivedOn: day(row.received_on),
    payerName: row.payer_name,
    // A short word of the bank's text is no number.
    marks: row.marks.filter((mark) => mark.length > 4 && /\d/u.test(mark)),
    awaiting: row.awaiting,
  }));
}

/** Credits of statements with these amounts that became one receipt each. */
export async function creditsOf(
  db: Queries,
  companyId: Id,
  amounts: readonly bigint[],
): Promise<(Omit<Credited, 'bulk'> & { code: string; payerName: string; said: string })[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    bank_account_id: string;
    booked_on: string;
    currency: string;
    amount_minor: bigint;
    channel: string;
    code: string;
    payer_name: string;
    said: string;
    refs: string[];
    waits: boolean;
  }>`
    select r.receipt_id, l.bank_account_id, l.booked_on, l.currency, l.amount_minor, l.channel,
           coalesce(l.code, '') as code, coalesce(l.payer_name, '') as payer_name, l.said, l.refs,
           n.state in ('awaiting', 'unposted') as waits
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
      join bank_files.line_card l on l.line_id = r.line_id and l.listed_as <> 'notices'
     where r.company_id   = ${companyId}
       and r.amount_minor = any(${amounts.map(String)}::bigint[])
       and n.state in ('awaiting', 'unposted', 'posted', 'reopened', 'elsewhere')
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    bankAccountId: id(row.bank_account_id),
    bookedOn: day(row.booked_on),
    amount: money(row.amount_minor, row.currency),
    channel: row.channel,
    code: row.code,
    payerName: row.payer_name,
    said: row.said,
    refs: row.refs,
    waits: row.waits,
  }));
}

export type Split = {
  readonly bulkId: Id;
  readonly how: 'remittances' | 'notices' | 'person';
  readonly parts: readonly Id[];
};

/** The keys hold that a credit is split once, and that a receipt is part of one. */
export async function insertSplit(
  { tx, at, actor, reason }: Context,
  { bulkId, how, parts }: Split,
): Promise<void> {
  await tx.run(sql`
    insert into cash.split (bulk_id, how, recorded_at, actor, reason)
    values (${bulkId}, ${how}, ${at}, ${actor.ref}, ${reason})`);
  await tx.copyIn(
    'cash.split_part (receipt_id, bulk_id)',
    parts.map((receiptId) => [receiptId, bulkId]),
  );
}

/** Where and on what a receipt came in, for its parts to say the same. */
export async function arrivalOf(
  db: Queries,
  receiptId: Id,
): Promise<{ bankAccountId: Id | null; bank: string | null }> {
  const row = await db.one(sql<{ bank_account_id: string | null; bank: string | null }>`
    select bank_account_id, bank
      from cash.receipt
     where receipt_id = ${receiptId}`);
  return {
    bankAccountId: row.bank_account_id === null ? null : id(row.bank_account_id),
    bank: row.bank,
  };
}

/** The credit that this receipt is a part of, and the parts that it was split into. */
export async function partsOf(
  db: Queries,
  receiptId: Id,
): Promise<{ bulkId: Id | null; parts: { receiptId: Id; payerName: string; amount: bigint }[] }> {
  const [whole, parts] = await Promise.all([
    db.maybe(sql<{ bulk_id: string }>`
      select bulk_id
        from cash.split_part
       where receipt_id = ${receiptId}`),
    db.all(sql<{ receipt_id: string; payer_name: string; amount_minor: bigint }>`
      select p.receipt_id, r.payer_name, r.amount_minor
        from cash.split_part p
        join cash.receipt r on r.receipt_id = p.receipt_id
       where p.bulk_id = ${receiptId}
       order by r.recorded_at, r.receipt_id`),
  ]);
  return {
    bulkId: whole ? id(whole.bulk_id) : null,
    parts: parts.map((row) => ({
      receiptId: id(row.receipt_id),
      payerName: row.payer_name,
      amount: row.amount_minor,
    })),
  };
}
