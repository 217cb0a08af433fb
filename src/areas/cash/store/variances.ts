/** What variances are found in: open items, credits with what their payers said, rests, strays. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Announced } from '../rules/variances/announced.ts';
import type {
  Credit,
  OpenDebit,
  PaidPart,
  Rest,
  Unidentified,
} from '../rules/variances/variance.ts';

/** Items that can be paid. */
export async function openDebitsOf(db: Queries, companyId: Id): Promise<OpenDebit[]> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    number: string;
    currency: string;
    open_minor: bigint;
    due_on: string;
  }>`
    select account_id, item_id, number, currency, open_minor, due_on
      from ledger.open_item
     where company_id = ${companyId}
       and side       = 1
     order by due_on, item_id`);
  return rows.map((row) => ({
    accountId: row.account_id,
    itemId: row.item_id,
    number: row.number,
    currency: row.currency,
    openMinor: row.open_minor,
    dueOn: day(row.due_on),
  }));
}

/** Payments since `from`, and every credit that is not used up, the largest first. */
export async function creditsOf(db: Queries, companyId: Id, from: Day): Promise<Credit[]> {
  const posted = await postedCredits(db, companyId, from);
  return [...posted, ...otherCredits(await freeCredits(db, companyId))];
}

type PostedRow = {
  account_id: string;
  item_id: string;
  receipt_id: string;
  number: string;
  currency: string;
  amount_minor: bigint;
  free_minor: bigint;
  received_on: string;
  payer_name: string;
  said: string[];
  paid: { itemId: string; number: string; amount: string }[];
};

async function postedCredits(db: Queries, companyId: Id, from: Day): Promise<Credit[]> {
  const rows = await db.all(sql<PostedRow>`
    select p.account_id, p.item_id, r.receipt_id, d.number, r.currency, d.amount_minor,
           coalesce(o.open_minor - o.reserved_minor, 0)::bigint as free_minor, r.received_on,
           r.payer_name, s.said, coalesce(a.paid, '[]') as paid
      from cash.posting p
      join cash.receipt r on r.receipt_id = p.receipt_id
      join cash.receipt_now n on n.receipt_id = p.receipt_id
      join ledger.dated_item d on d.account_id = p.account_id and d.item_id = p.item_id
      left join ledger.open_item o on o.account_id = p.account_id and o.item_id = p.item_id
     cross join lateral (select array_remove(r.refs || r.said || r.reference
                                || array(select e.value ->> 'reference'
                                           from jsonb_array_elements(r.remittance) e)
                                || array(select e.value ->> 'reference'
                                           from cash.remittance_use u,
                                                jsonb_array_elements(u.rows) e
                                          where u.receipt_id = r.receipt_id), null) as said) s
      left join lateral (select jsonb_agg(jsonb_build_object('itemId', x.debit_item_id,
                                  'number', i.number, 'amount', x.amount_minor::text)
                                  order by i.number, x.debit_item_id) as paid
                           from ledger.standing_application x
                           join ledger.dated_item i on i.account_id = x.account_id
                                                   and i.item_id    = x.debit_item_id
                          where x.account_id     = p.account_id
                            and x.credit_item_id = p.item_id
                            and x.kind in ('payment', 'credit')) a on true
     where r.company_id = ${companyId}
       and n.state      = 'posted'
       and (r.received_on >= ${from} or o.item_id is not null)
     order by r.received_on, r.receipt_id`);
  return rows.map((row) => ({
    accountId: row.account_id,
    itemId: row.item_id,
    number: row.number,
    currency: row.currency,
    amountMinor: row.amount_minor < 0n ? -row.amount_minor : row.amount_minor,
    freeMinor: row.free_minor,
    on: day(row.received_on),
    receipt: { receiptId: row.receipt_id, payer: row.payer_name, said: row.said },
    paid: partsOf(row.paid),
  }));
}

/** An item that a credit pays in several applications is one part. */
function partsOf(paid: PostedRow['paid']): PaidPart[] {
  return [...Map.groupBy(paid, ({ itemId }) => itemId)].map(([itemId, parts]) => ({
    itemId,
    number: parts[0]?.number ?? '',
    amountMinor: parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
  }));
}

type FreeRow = {
  account_id: string;
  item_id: string;
  number: string;
  currency: string;
  amount_minor: bigint;
  free_minor: bigint;
  issued_on: string;
};

/** Credits that no receipt of the desk stands behind: memos, and money from other accounts. */
async function freeCredits(db: Queries, companyId: Id): Promise<FreeRow[]> {
  return db.all(sql<FreeRow>`
    select i.account_id, i.item_id, i.number, i.currency,
           abs(i.amount_minor)::bigint as amount_minor,
           i.open_minor - i.reserved_minor as free_minor, i.issued_on
      from ledger.open_item i
     where i.company_id = ${companyId}
       and i.side       = -1
       and i.open_minor > i.reserved_minor
       and not exists (select
                         from cash.posting p
                        where p.account_id = i.account_id
                          and p.item_id    = i.item_id)
     order by i.issued_on, i.item_id`);
}

function otherCredits(rows: readonly FreeRow[]): Credit[] {
  return rows.map((row) => ({
    accountId: row.account_id,
    itemId: row.item_id,
    number: row.number,
    currency: row.currency,
    amountMinor: row.amount_minor,
    freeMinor: row.free_minor,
    on: day(row.issued_on),
    receipt: null,
    paid: [],
  }));
}

/** What is still open of items that were paid in part, each with its latest payment. */
export async function restsOf(db: Queries, companyId: Id): Promise<Rest[]> {
  const rows = await db.all(sql<RestRow>`
    select distinct on (i.account_id, i.item_id)
           i.account_id, i.item_id, i.number, i.currency, i.amount_minor, i.open_minor,
           r.receipt_id, r.payer_name, r.method, r.received_on, l.short_minor, l.short_reason,
           coalesce((select max(o.amount_minor)
                       from ledger.offer_card o
                      where o.account_id = i.account_id
                        and o.item_id    = i.item_id), 0)::bigint as offered_minor
      from ledger.open_item i
      join cash.posted_line l on l.account_id = i.account_id and l.item_id = i.item_id
      join cash.posting p on p.posting_id = l.posting_id
      join cash.receipt r on r.receipt_id = p.receipt_id
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     where i.company_id = ${companyId}
       and i.side       = 1
       and n.state      = 'posted'
       and exists (select
                     from ledger.standing_application a
                    where a.account_id     = i.account_id
                      and a.debit_item_id  = i.item_id
                      and a.credit_item_id = l.credit_item_id)
     order by i.account_id, i.item_id, p.recorded_at desc`);
  return rows.map(restOf);
}

type RestRow = {
  account_id: string;
  item_id: string;
  number: string;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  receipt_id: string;
  payer_name: string;
  method: string;
  received_on: string;
  short_minor: bigint;
  short_reason: string | null;
  offered_minor: bigint;
};

function restOf(row: RestRow): Rest {
  return {
    accountId: row.account_id,
    itemId: row.item_id,
    number: row.number,
    currency: row.currency,
    totalMinor: row.amount_minor,
    openMinor: row.open_minor,
    receiptId: row.receipt_id,
    payer: row.payer_name,
    method: row.method,
    on: day(row.received_on),
    shortMinor: row.short_minor,
    reason: row.short_reason,
    offeredMinor: row.offered_minor,
  };
}

/** Payments that wait and are not even thought to be somebody's. */
export async function strayReceipts(db: Queries, companyId: Id): Promise<Unidentified[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    payer_name: string;
    currency: string;
    amount_minor: bigint;
    received_on: string;
  }>`
    select receipt_id, payer_name, currency, amount_minor, received_on
      from cash.receipt_card
     where company_id = ${companyId}
       and state      = 'unposted'
       and on_account is null
       and amount_minor > 0
     order by received_on, receipt_id`);
  return rows.map((row) => ({
    receiptId: row.receipt_id,
    payer: row.payer_name,
    currency: row.currency,
    amountMinor: row.amount_minor,
    on: day(row.received_on),
  }));
}

/** Advices since `from` that name an amount and explain no payment, in the order they came. */
export async function silentAdvices(db: Queries, companyId: Id, from: Day): Promise<Announced[]> {
  const rows = await db.all(sql<{
    payer_name: string;
    payment_reference: string;
    currency: string;
    total_minor: bigint;
    paid_on: string;
    said: string[];
  }>`
    select coalesce(m.payer_name, '') as payer_name,
           coalesce(m.payment_reference, '') as payment_reference,
           m.currency, m.total_minor, d.paid_on,
           array(select e.value ->> 'reference'
                   from jsonb_array_elements(m.lines) e
                  where e.value ->> 'reference' is not null) as said
      from bank_files.remittance_card m
      join team.company c on c.company_id = m.company_id
     cross join lateral (select coalesce(m.paid_on, (m.recorded_at at time zone c.zone)::date)
                             as paid_on) d
     where m.company_id  = ${companyId}
       and m.total_minor > 0
       and d.paid_on    >= ${from}
       and not exists (select
                         from cash.remittance_use u
                        where u.remittance_id = m.remittance_id)
     order by m.recorded_at, m.remittance_id`);
  return rows.map((row) => ({
    payer: row.payer_name,
    reference: row.payment_reference,
    currency: row.currency,
    amountMinor: row.total_minor,
    on: day(row.paid_on),
    said: row.said,
  }));
}

/** Accounts by their id, as people know them. */
export async function accountNames(
  db: Queries,
  accountIds: readonly string[],
): Promise<Map<string, { readonly number: string; readonly name: string }>> {
  const rows = await db.all(sql<{ account_id: string; account: string; name: string }>`
    select account_id, account, name
      from customers.account_card
     where account_id = any(${accountIds}::uuid[])`);
  return new Map(rows.map((row) => [row.account_id, { number: row.account, name: row.name }]));
}
