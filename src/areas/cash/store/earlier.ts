/** Receipts that were decided before: what a return takes back, and what people taught by them. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Confirmed } from '../rules/matching/memory.ts';
import type { EarlierReceipt } from '../rules/matching/model.ts';
import { receiptToDecide } from '../rules/receipts/to-decide.ts';
import type { Method } from '../rules/receipts/receipt.ts';
import { memoriesOf } from './memory.ts';

type Row = {
  receipt_id: string;
  method: Method;
  currency: string;
  amount_minor: bigint;
  received_on: string;
  payer_name: string;
  payer_account: string;
  check_number: string;
  reference: string;
  said: string;
  refs: string[];
  account_id: string;
  item_ids: string[];
  reverses: string | null;
};

function selectPosted(condition: Sql): Sql<Row> {
  return sql<Row>`
    select r.receipt_id, r.method, r.currency, r.amount_minor, r.received_on, r.payer_name,
           r.payer_account, r.check_number, r.reference, r.said, r.refs, p.account_id,
           array(select l.item_id from cash.posted_line l where l.posting_id = p.posting_id)
             as item_ids, b.returned_id as reverses
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
      left join cash.posting p on p.receipt_id = r.receipt_id
      left join cash.return_link b on b.receipt_id = r.receipt_id
     where ${condition}`;
}

/** Posted receipts since a day, and the returns among them. */
export async function earlierReceipts(
  db: Queries,
  companyId: Id,
  from: Day,
): Promise<EarlierReceipt[]> {
  const rows = await db.all(sql<Row>`
    ${selectPosted(sql`
           r.company_id = ${companyId}
       and r.received_on >= ${from}
       and (n.state in ('posted', 'reopened', 'returned') or b.returned_id is not null)`)}
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    id: row.receipt_id,
    receipt: decided(row),
    accountId: row.account_id,
    itemIds: row.item_ids,
    reverses: row.reverses,
  }));
}

/**
 * What people confirmed of payers: receipts that they posted, or accepted, and that nobody sent
 * to another account since; and what somebody taught in so many words. The newest first.
 */
export async function confirmedPayers(db: Queries, companyId: Id): Promise<Confirmed[]> {
  const [rows, taught] = await Promise.all([
    db.all(sql<Row>`
    ${selectPosted(sql`
           r.company_id = ${companyId}
       and p.how in ('typed', 'accepted', 'person')
       and n.state in ('posted', 'reopened', 'returned')
       and not exists (select
                         from cash.correction c
                        where c.receipt_id = r.receipt_id
                          and c.kind = 'transferred'
                          and c.fault)`)}
     order by r.receipt_id desc
     limit 20000`),
    memoriesOf(db, companyId),
  ]);
  const shared = { thirdParty: false, structure: null, feeMinor: 0n };
  return [
    ...rows.map((row) => ({ receipt: decided(row), accountId: row.account_id, ...shared })),
    ...taught.map(({ kind, key, accountId }) => ({
      receipt: {
        ...nothingSaid,
        payerName: kind === 'alias' ? key : '',
        payerAccount: kind === 'payer_account' ? key : '',
      },
      accountId,
      ...shared,
    })),
  ];
}

function decided(row: Row): EarlierReceipt['receipt'] {
  return receiptToDecide({
    receiptId: row.receipt_id,
    method: row.method,
    amount: { minor: row.amount_minor, currency: currency(row.currency) },
    receivedOn: day(row.received_on),
    payerName: row.payer_name,
    payerAccount: row.payer_account,
    checkNumber: row.check_number,
    reference: row.reference,
    said: row.said,
    refs: row.refs,
    remittance: [],
  });
}

const nothingSaid = receiptToDecide({
  receiptId: '',
  method: 'other',
  amount: { minor: 1n, currency: currency('USD') },
  receivedOn: day('2000-01-01'),
  payerName: '',
  payerAccount: '',
  checkNumber: '',
  reference: '',
  said: '',
  refs: [],
  remittance: [],
});
