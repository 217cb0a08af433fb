/** A document as it was issued, with both parties, for writing it out. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { IssuedDocument, Party as EParty } from '../rules/e-invoice.ts';

export type DocumentToWrite = {
  readonly accountId: Id;
  readonly documentId: Id;
  readonly account: string;
  readonly language: Language;
  readonly document: IssuedDocument;
  readonly seller: EParty | null;
  readonly buyer: EParty;
  readonly iban: string | null;
};

type MaybeParty = Omit<EParty, 'name' | 'country'> & {
  readonly name: string | null;
  readonly country: string | null;
};

type Row = {
  account_id: string;
  document_id: string;
  account: string;
  language: Language;
  kind: IssuedDocument['kind'];
  number: string;
  po_number: string | null;
  order_number: string | null;
  issued_on: string;
  due_on: string | null;
  currency: string;
  net_minor: bigint;
  tax_minor: bigint;
  credits: string | null;
  seller: MaybeParty;
  buyer: MaybeParty;
  iban: string | null;
};

/** The documents with this number, or this id, of the companies; more than one is a question. */
export async function documentsNamed(
  db: Queries,
  named: { readonly number: string } | { readonly accountId: Id; readonly documentId: Id },
  companies: CompanyScope,
): Promise<DocumentToWrite[]> {
  const which =
    'number' in named
      ? sql`d.number = ${named.number}`
      : sql`d.account_id = ${named.accountId} and d.document_id = ${named.documentId}`;
  const rows = await db.all(
    selectDocuments(sql`${which} and ${inCompanies(sql`c.company_id`, companies)}`),
  );
  return Promise.all(
    rows.map(async (row) => toWrite(row, await linesOf(db, row.account_id, row.document_id))),
  );
}

function selectDocuments(condition: Sql): Sql<Row> {
  return sql<Row>`
    select d.account_id, d.document_id, c.account, c.language, d.kind, d.number, d.po_number,
           d.order_number, d.issued_on, d.currency, d.net_minor, d.tax_minor, k.number as credits,
           l.iban,
           (select max(m.due_on)
              from ledger.item_name n
              join ledger.movement m on m.account_id = n.account_id and m.item_id = n.item_id
             where n.account_id = d.account_id and n.document_id = d.document_id) as due_on,
           json_build_object('name', l.legal_name, 'line1', l.line1, 'line2', l.line2,
             'city', l.city, 'state', l.state, 'postalCode', l.postal_code, 'country', l.country,
             'email', l.email, 'vatId', l.vat_id, 'taxId', l.tax_id) as seller,
           json_build_object('name', c.name, 'line1', c.line1, 'line2', c.line2,
             'city', coalesce(c.city, a.city), 'state', coalesce(c.state, a.state),
             'postalCode', coalesce(c.postal_code, a.postal_code),
             'country', coalesce(c.country, a.country), 'email', c.email, 'vatId', null,
             'taxId', null) as buyer
      from invoices.issued_card d
      join customers.delivery_card c on c.account_id = d.account_id
      join customers.account_address a on a.account_id = d.account_id
      left join team.letterhead l on l.company_id = c.company_id
      left join invoices.issued_card k on k.account_id = d.account_id
                                      and k.document_id = d.credits
     where ${condition}
     order by c.account, d.document_id
     limit 10`;
}

async function linesOf(
  db: Queries,
  accountId: string,
  documentId: string,
): Promise<IssuedDocument['lines']> {
  const rows = await db.all(sql<{
    description: string;
    net_minor: bigint;
    tax_code: string | null;
    tax_minor: bigint;
  }>`
    select description, net_minor, tax_code, tax_minor
      from invoices.issued_line
     where account_id = ${accountId}
       and document_id = ${documentId}
     order by line_no`);
  return rows.map((row) => ({
    description: row.description,
    net: row.net_minor,
    taxCode: row.tax_code,
    tax: row.tax_minor,
  }));
}

function toWrite(row: Row, lines: IssuedDocument['lines']): DocumentToWrite {
  const { seller, buyer } = row;
  return {
    accountId: id(row.account_id),
    documentId: id(row.document_id),
    account: row.account,
    language: row.language,
    document: {
      kind: row.kind,
      number: row.number,
      poNumber: row.po_number,
      orderNumber: row.order_number,
      issuedOn: day(row.issued_on),
      dueOn: row.due_on === null ? null : day(row.due_on),
      currency: currency(row.currency),
      net: row.net_minor,
      tax: row.tax_minor,
      credits: row.credits,
      lines,
    },
    seller:
      seller.name === null
        ? null
        : { ...seller, name: seller.name, country: seller.country ?? 'US' },
    buyer: { ...buyer, name: buyer.name ?? '', country: country(buyer.country) },
    iban: row.iban,
  };
}

/** Books name countries in many ways; what is no code of two letters is taken for our own. */
function country(text: string | null): string {
  const code = text?.trim().toUpperCase() ?? '';
  return /^[A-Z]{2}$/u.test(code) ? code : 'US';
}
