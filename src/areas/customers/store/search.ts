/**
 * Finds accounts by whatever somebody has in hand: a number, part of a name, an amount, an
 * address. Each way of finding is one branch of the statement, with its own index.
 *
 * Documents are looked at up to a bound, so that `INV` in a million invoices answers at once;
 * the answer says when the bound was reached.
 */
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { type SearchText, isAmount, possibleMinors } from '../rules/search-text.ts';

export type FoundAccount = {
  readonly accountId: Id;
  readonly number: string;
  readonly name: string;
  readonly company: string;
  readonly owner: string | null;
  readonly match: string | null;
};

export type Found = {
  readonly rows: readonly FoundAccount[];
  readonly count: number;
  readonly truncated: boolean;
};

export type SearchPage = { readonly limit: number; readonly offset: number };

/** How many documents one way of finding looks at. */
const mostDocuments = 300;

export async function findAccounts(
  db: Queries,
  search: SearchText,
  scope: CompanyScope,
  page: SearchPage,
): Promise<Found> {
  if (search.text === '') return allAccounts(db, scope, page);
  const documents = await foundDocuments(db, search, scope);
  const rows = await db.all(sql<Row>`
    with hits as (${sql.join(branches(search, scope, documents.hits), sql` union all `)}),
    best as (
      select distinct on (h.account_id) h.account_id, h.rank, h.match
        from hits h
       order by h.account_id, h.rank, h.match
    )
    select a.account_id, a.number, c.name, co.code as company, p.name as owner, b.match,
           count(*) over () as count
      from best b
      join customers.account a on a.account_id = b.account_id
      join customers.customer c on c.customer_id = a.customer_id
      join team.company co on co.company_id = a.company_id
      left join customers.account_now n on n.account_id = a.account_id
      left join team.person p on p.member_id = n.owner_id
     order by b.rank, c.name, a.account_id
     limit ${page.limit}
    offset ${page.offset}`);
  return found(rows, documents.truncated);
}

type Row = {
  account_id: string;
  number: string;
  name: string;
  company: string;
  owner: string | null;
  match: string | null;
  count: bigint;
};

function found(rows: readonly Row[], truncated: boolean): Found {
  return {
    rows: rows.map(({ account_id, number, name, company, owner, match }) => ({
      accountId: id(account_id),
      number,
      name,
      company,
      owner,
      match,
    })),
    count: Number(rows[0]?.count ?? 0),
    truncated,
  };
}

/** Every account, by its number. */
async function allAccounts(db: Queries, scope: CompanyScope, page: SearchPage): Promise<Found> {
  const rows = await db.all(sql<Row>`
    select a.account_id, a.number, c.name, co.code as company, p.name as owner, null as match,
           (select count(*) from customers.account a where ${living(scope)}) as count
      from customers.account a
      join customers.customer c on c.customer_id = a.customer_id
      join team.company co on co.company_id = a.company_id
      left join customers.account_now n on n.account_id = a.account_id
      left join team.person p on p.member_id = n.owner_id
     where ${living(scope)}
     order by a.company_id, a.number
     limit ${page.limit}
    offset ${page.offset}`);
  return found(rows, false);
}

/** Accounts `a` that the reader may see and that people work with. */
function living(scope: CompanyScope): Sql<boolean> {
  return sql<boolean>`
    a.merged_into is null and a.kind <> 'house' and ${inCompanies(sql`a.company_id`, scope)}`;
}

type Hit = { readonly accountId: string; readonly match: string };

function branches(search: SearchText, scope: CompanyScope, documents: readonly Hit[]): Sql[] {
  const { text, email, digits } = search;
  if (text.startsWith('=')) return [documentBranch(documents)];
  return [
    numberBranch(text, scope),
    nameBranch(text, scope),
    ...(email === undefined
      ? []
      : [
          contactBranch(
            sql`lower(t.email) like ${`${like(email.toLowerCase())}%`}`,
            scope,
            't.email',
          ),
        ]),
    ...(digits === undefined
      ? []
      : [
          contactBranch(
            sql`customers.digits_back(t.phone) like ${`${backwards(digits)}%`}`,
            scope,
            't.phone',
          ),
        ]),
    documentBranch(documents),
  ];
}

/** By account number; an account that was merged away leads to the one that went on. */
function numberBranch(text: string, scope: CompanyScope): Sql {
  const prefix = `${like(text.toUpperCase())}%`;
  return sql`
    select coalesce(a.merged_into, a.account_id) as account_id,
           case when upper(a.number) = ${text.toUpperCase()} then 0 else 1 end as rank,
           case when a.merged_into is not null then a.number end as match
      from customers.account a
     where upper(a.number) like ${prefix}
       and a.kind <> 'house'
       and ${inCompanies(sql`a.company_id`, scope)}
     union all
    select a.account_id, 1, c.number
      from customers.customer c
      join customers.account a on a.customer_id = c.customer_id
     where upper(c.number) like ${prefix}
       and c.number <> a.number
       and ${living(scope)}`;
}

function nameBranch(text: string, scope: CompanyScope): Sql {
  const part = like(text);
  return sql`
    select a.account_id,
           case when customers.folded(c.name) like customers.folded(${`${part}%`}) then 2
                else 3 end,
           null
      from customers.customer c
      join customers.account a on a.customer_id = c.customer_id
     where customers.folded(c.name) like customers.folded(${`%${part}%`})
       and ${living(scope)}`;
}

function contactBranch(condition: Sql, scope: CompanyScope, shown: 't.email' | 't.phone'): Sql {
  return sql`
    select a.account_id, 4, ${sql.ref(shown)}
      from customers.contact t
      join customers.account a on a.customer_id = t.customer_id
     where ${condition}
       and t.ended_at is null
       and ${living(scope)}`;
}

function documentBranch(hits: readonly Hit[]): Sql {
  return sql`
    select d.account_id, 5 as rank, d.match
      from unnest(${hits.map((hit) => hit.accountId)}::uuid[],
                  ${hits.map((hit) => hit.match)}::text[]) as d (account_id, match)`;
}

type DocumentRow = { account_id: string; match: string; currency?: string; minor?: bigint };

/** Documents that fit, up to the bound of each way of finding. */
async function foundDocuments(
  db: Queries,
  search: SearchText,
  scope: CompanyScope,
): Promise<{ hits: Hit[]; truncated: boolean }> {
  const ways = search.text.startsWith('=') ? amountWays(search) : numberWays(search);
  const lists: DocumentRow[][] = [];
  for (const way of ways) lists.push(await db.all(bounded(way, scope)));
  return {
    hits: lists.flat().filter(fits(search)).map(hitOf),
    truncated: lists.some((rows) => rows.length > mostDocuments),
  };
}

function fits({ amount }: SearchText): (row: DocumentRow) => boolean {
  return ({ currency: code, minor }) => {
    if (amount === undefined || code === undefined || minor === undefined) return true;
    return isAmount(amount, minor, currency(code));
  };
}

function hitOf({ account_id, match }: DocumentRow): Hit {
  return { accountId: account_id, match };
}

type Way = { readonly columns: Sql; readonly from: Sql; readonly where: Sql };

function bounded({ columns, from, where }: Way, scope: CompanyScope): Sql<DocumentRow> {
  return sql<DocumentRow>`
    select d.account_id, ${columns}
      from ${from} d
      join customers.account a on a.account_id = d.account_id
     where ${allOf([where, living(scope)])}
     limit ${mostDocuments + 1}`;
}

function numberWays({ number }: SearchText): Way[] {
  if (number === undefined) return [];
  const upper = number.toUpperCase();
  const item = { columns: sql`d.number as match`, from: sql`ledger.item_card` };
  return [
    { ...item, where: sql`upper(d.number) like ${`${like(upper)}%`}` },
    { ...item, where: sql`reverse(upper(d.number)) like ${`${backwards(upper)}%`}` },
    {
      columns: sql`d.po_number as match`,
      from: sql`invoices.document_card`,
      where: sql`upper(d.po_number) like ${`${like(upper)}%`}`,
    },
  ];
}

function amountWays({ amount }: SearchText): Way[] {
  if (amount === undefined) return [];
  const minors = possibleMinors(amount).map(String);
  const from = sql`ledger.item_card`;
  return [
    {
      columns: sql`d.number as match, d.currency, d.amount_minor as minor`,
      from,
      where: sql`d.amount_minor = any(${minors}::bigint[])`,
    },
    {
      columns: sql`d.number as match, d.currency, d.open_minor as minor`,
      from,
      where: sql`abs(d.open_minor) = any(${minors}::bigint[]) and d.open_minor <> 0`,
    },
  ];
}

/** For LIKE: the marks that would mean something stand for themselves. */
function like(text: string): string {
  return text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}

function backwards(text: string): string {
  return like(Array.from(text).toReversed().join(''));
}
