/** Receipts as they are listed: with whose they are, or are thought to be. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Band, Method, ReceiptState } from '../rules/receipts/receipt.ts';
import type { ReceiptSource } from './receipts.ts';

export type ListedReceipt = {
  readonly receiptId: Id;
  readonly batchId: Id | null;
  readonly companyId: Id;
  readonly company: string;
  readonly method: Method;
  readonly source: ReceiptSource;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly payerName: string;
  readonly reference: string;
  readonly state: ReceiptState;
  readonly band: Band | null;
  readonly confidenceBps: number | null;
  readonly account: { accountId: Id; number: string; name: string } | null;
  readonly itemId: Id | null;
  readonly waitsFor: string | null;
  readonly waitsUntil: Day | null;
};

type Row = {
  receipt_id: string;
  batch_id: string | null;
  company_id: string;
  company: string;
  method: Method;
  source: ReceiptSource;
  currency: string;
  amount_minor: bigint;
  received_on: string;
  payer_name: string;
  reference: string;
  state: ReceiptState;
  band: Band | null;
  confidence_bps: number | null;
  account_id: string | null;
  account: string | null;
  name: string | null;
  item_id: string | null;
  waits_for: string | null;
  waits_until: string | null;
};

export type ReceiptFilter = {
  readonly companies: CompanyScope;
  readonly states?: readonly ReceiptState[] | undefined;
  readonly band?: Band | undefined;
  readonly batchId?: Id | undefined;
  readonly receiptId?: Id | undefined;
  readonly accountId?: Id | undefined;
  readonly receivedOn?: Day | undefined;
  /** Part of the payer's name or the reference, or an amount. */
  readonly search?: string | undefined;
};

/** Receipts: what is surest first where it was decided, then the largest. */
export async function listReceipts(
  db: Queries,
  filter: ReceiptFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ rows: ListedReceipt[]; count: number }> {
  const rows = await db.all(sql<Row & { total: bigint }>`
    select r.receipt_id, r.batch_id, r.company_id, c.code as company, r.method, r.source,
           r.currency, r.amount_minor, r.received_on, r.payer_name,
           coalesce(nullif(r.check_number, ''), r.reference) as reference, r.state, r.band,
           r.confidence_bps, r.on_account as account_id, a.account, a.name, r.item_id,
           n.waits_for, n.waits_until, count(*) over () as total
      from cash.receipt_card r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
      join team.company c on c.company_id = r.company_id
      left join customers.account_card a on a.account_id = r.on_account
     where ${whichReceipts(filter)}
     order by array_position(array['auto', 'show', 'hide'], r.band) nulls first,
              r.confidence_bps desc nulls last, r.amount_minor desc, r.receipt_id
     limit ${page.limit} offset ${page.offset}`);
  return { rows: rows.map(listed), count: Number(rows[0]?.total ?? 0n) };
}

function whichReceipts(filter: ReceiptFilter): Sql<boolean> {
  const { companies, states, band, batchId, receiptId, accountId, receivedOn, search } = filter;
  const part = search === undefined || search === '' ? undefined : `%${search.toLowerCase()}%`;
  return allOf([
    inCompanies(sql`r.company_id`, companies),
    states && sql`r.state = any(${states})`,
    band && sql`r.band = ${band}`,
    batchId && sql`r.batch_id = ${batchId}`,
    receiptId && sql`r.receipt_id = ${receiptId}`,
    accountId && sql`r.on_account = ${accountId}`,
    receivedOn && sql`r.received_on = ${receivedOn}`,
    part === undefined
      ? undefined
      : sql`(lower(r.payer_name) like ${part} or lower(r.reference) like ${part}
           or r.check_number like ${part} or r.amount_minor::text = ${digits(search)}
           or lower(a.name) like ${part})`,
  ]);
}

/** An amount as its minor units are written: `1,250.10` is looked for as 125010. */
function digits(text: string | undefined): string {
  return (text ?? '').replaceAll(/[^0-9]/gu, '');
}

function listed(row: Row): ListedReceipt {
  return {
    receiptId: id(row.receipt_id),
    batchId: row.batch_id === null ? null : id(row.batch_id),
    companyId: id(row.company_id),
    company: row.company,
    method: row.method,
    source: row.source,
    amount: money(row.amount_minor, row.currency),
    receivedOn: day(row.received_on),
    payerName: row.payer_name,
    reference: row.reference,
    state: row.state,
    band: row.band,
    confidenceBps: row.confidence_bps,
    account:
      row.account_id === null
        ? null
        : { accountId: id(row.account_id), number: row.account ?? '', name: row.name ?? '' },
    itemId: row.item_id === null ? null : id(row.item_id),
    waitsFor: row.waits_for,
    waitsUntil: row.waits_until === null ? null : day(row.waits_until),
  };
}

export type BandCount = {
  readonly band: Band | null;
  readonly count: number;
  readonly currency: string;
  readonly amount: Money;
};

/** How many receipts wait in each band, by currency. */
export async function waitingByBand(db: Queries, companies: CompanyScope): Promise<BandCount[]> {
  const rows = await db.all(sql<{
    band: Band | null;
    currency: string;
    count: bigint;
    sum: bigint;
  }>`
    select n.band, r.currency, count(*) as count, sum(r.amount_minor)::bigint as sum
      from cash.receipt_now n
      join cash.receipt r on r.receipt_id = n.receipt_id
     where n.state = 'unposted'
       and ${inCompanies(sql`r.company_id`, companies)}
     group by n.band, r.currency
     order by n.band, r.currency`);
  return rows.map(({ band, currency, count, sum }) => ({
    band,
    currency,
    count: Number(count),
    amount: money(sum, currency),
  }));
}
