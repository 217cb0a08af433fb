/** Checks as they were written, void or not: what is printed, and what the bank is told of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type PostalAddress, addressLines } from '#areas/customers/rules/delivery.ts';
import type { WrittenCheck } from '../rules/positive-pay.ts';

export type PrintedCheck = WrittenCheck & {
  readonly companyId: Id;
  readonly language: Language;
  /** What the window of an envelope shows, from the payee down; empty where nothing is known. */
  readonly address: readonly string[];
  /** The credits that it pays, each with its part. */
  readonly credits: readonly { readonly document: string; readonly amount: bigint }[];
};

/** The checks of one file, in the order of their numbers. */
export async function checksOfPayout(
  db: Queries,
  companies: CompanyScope,
  payoutId: Id,
): Promise<PrintedCheck[]> {
  return checksWhere(
    db,
    sql`p.payout_id = ${payoutId} and ${inCompanies(sql`p.company_id`, companies)}`,
  );
}

/** The checks of a company that were written or made void in a time. */
export async function checksBetween(
  db: Queries,
  companyId: Id,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<PrintedCheck[]> {
  return checksWhere(
    db,
    sql`p.company_id = ${companyId}
        and (p.issued_on between ${from} and ${to} or v.voided_on between ${from} and ${to})`,
  );
}

async function checksWhere(db: Queries, condition: Sql): Promise<PrintedCheck[]> {
  const rows = await db.all(sql<{
    company_id: string;
    number: string;
    account: string;
    language: Language | null;
    payee_name: string;
    account_id: string;
    city: string | null;
    state: string | null;
    postal_code: string | null;
    amount_minor: bigint;
    currency: string;
    issued_on: string;
    voided_on: string | null;
    credits: { document: string; amount: string }[];
  }>`
    select p.company_id, p.account_id, p.number, a.account, a.language, r.payee_name, w.city,
           w.state, w.postal_code, p.amount_minor, p.currency, p.issued_on, v.voided_on,
           (select coalesce(jsonb_agg(jsonb_build_object('document', i.number, 'amount',
                                                         f.amount_minor::text)
                                      order by i.number), '[]')
              from refunds.payment_item x
              join ledger.item_card i on i.account_id = x.account_id
                                     and i.item_id    = x.credit_item_id
              join ledger.item_card f on f.account_id = x.account_id and f.item_id = x.item_id
             where x.account_id = p.account_id
               and x.payment_id = p.payment_id) as credits
      from refunds.payment p
      join refunds.refund r on r.account_id = p.account_id and r.refund_id = p.refund_id
      join customers.account_card a on a.account_id = p.account_id
      left join customers.account_address w on w.account_id = p.account_id
      left join lateral (select min(e.effective_on) as voided_on
                           from refunds.refund_event e
                          where e.account_id        = p.account_id
                            and e.refund_id         = p.refund_id
                            and e.kind              = 'returned'
                            and e.facts ->> 'number' = p.number) v on true
     where p.method = 'check'
       and ${condition}
     order by length(p.number), p.number`);
  const known = await addressesOf(db, [...new Set(rows.map((row) => row.account_id))]);
  return rows.map((row) => ({
    companyId: id(row.company_id),
    number: row.number,
    account: row.account,
    language: row.language ?? 'en',
    payeeName: row.payee_name,
    address: windowLines(row.payee_name, known.get(row.account_id), placeOf(row)),
    amount: money(row.amount_minor, row.currency),
    issuedOn: day(row.issued_on),
    voidedOn: row.voided_on === null ? null : day(row.voided_on),
    credits: row.credits.map(({ document, amount }) => ({ document, amount: BigInt(amount) })),
  }));
}

type Place = { city: string | null; state: string | null; postal_code: string | null };

function placeOf({ city, state, postal_code }: Place): string {
  return [city, [state, postal_code].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function windowLines(payee: string, address: PostalAddress | undefined, place: string): string[] {
  if (address) return addressLines(payee, address);
  return place === '' ? [] : [payee, place];
}

/** Where letters of these accounts go, unless they came back from there. */
async function addressesOf(
  db: Queries,
  accountIds: readonly string[],
): Promise<Map<string, PostalAddress>> {
  const rows = await db.all(sql<{
    account_id: string;
    attention: string | null;
    line1: string;
    line2: string | null;
    city: string;
    state: string | null;
    postal_code: string;
    country: string;
  }>`
    select d.account_id, d.attention, d.line1, d.line2, d.city, d.state, d.postal_code, d.country
      from customers.delivery_card d
     where d.account_id = any(${accountIds}::uuid[])
       and d.address_id is not null
       and d.address_refused is null`);
  return new Map(
    rows.map(({ account_id, postal_code: postalCode, ...lines }) => [
      account_id,
      { ...lines, postalCode },
    ]),
  );
}

type Drawer = { readonly name: string; readonly lines: readonly string[] };

/** Whose check it is: the company's letterhead, or at least its name. */
export async function drawerOf(db: Queries, companyId: Id): Promise<Drawer> {
  const row = await db.one(sql<{
    name: string;
    line1: string | null;
    line2: string | null;
    city: string | null;
    state: string | null;
    postal_code: string | null;
  }>`
    select coalesce(l.legal_name, c.name) as name, l.line1, l.line2, l.city, l.state, l.postal_code
      from team.company c
      left join team.letterhead l on l.company_id = c.company_id
     where c.company_id = ${companyId}`);
  const lines = [row.line1, row.line2, placeOf(row)];
  return { name: row.name, lines: lines.flatMap((line) => (line ? [line] : [])) };
}
