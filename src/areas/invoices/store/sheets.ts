/** What stands around a paper: the company's letterhead, the address in the window. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { addressLines } from '#areas/customers/rules/delivery.ts';

export type Sheet = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly from: { readonly name: string; readonly lines: readonly string[] };
  readonly address: readonly string[];
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  legal_name: string | null;
  own: (string | null)[];
  own_country: string | null;
  attention: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
};

/** The sheets of these accounts, in no order; without an address the name alone stands there. */
export async function sheetsOf(db: Queries, accountIds: readonly Id[]): Promise<Sheet[]> {
  const rows = await db.all(sql<Row>`
    select d.account_id, d.account, d.name, c.name as company, l.legal_name,
           array[l.line1, l.line2, concat_ws(' ', l.city, l.state, l.postal_code),
                 concat_ws(' · ', l.phone, l.email)] as own,
           l.country as own_country, d.attention, d.line1, d.line2, d.city, d.state,
           d.postal_code, d.country
      from customers.delivery_card d
      join team.company c on c.company_id = d.company_id
      left join team.letterhead l on l.company_id = d.company_id
     where d.account_id = any(${accountIds}::uuid[])`);
  return rows.map(sheet);
}

/** The sheet of one account, which must be there. */
export async function sheetOf(db: Queries, accountId: Id): Promise<Sheet> {
  const [found] = await sheetsOf(db, [accountId]);
  if (!found) throw new Error(`no account ${accountId}`);
  return found;
}

function sheet(row: Row): Sheet {
  const { name, line1, attention, line2, state } = row;
  const lines = row.own.filter((line): line is string => line !== null && line !== '');
  return {
    accountId: id(row.account_id),
    account: row.account,
    name,
    company: row.company,
    from: { name: row.legal_name ?? row.company, lines },
    address:
      line1 === null
        ? [name]
        : addressLines(
            name,
            {
              attention,
              line1,
              line2,
              city: row.city ?? '',
              state,
              postalCode: row.postal_code ?? '',
              country: row.country ?? 'US',
            },
            row.own_country ?? 'US',
          ),
  };
}
