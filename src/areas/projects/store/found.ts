/**
 * What is doubtful in the book as it stands, kind by kind, in one statement over all accounts of
 * the scope. Everything comes from published views; nothing here is remembered.
 *
 * The rule: each kind yields account, subject, amount at stake in both currencies, and the facts
 * that its sentence needs. Kinds that compare accounts with each other look at the whole company.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { FindingKind } from '../rules/finding.ts';

/** All accounts of a zone's companies, of some companies, or some accounts. */
export type Scope =
  | { readonly zone: string }
  | { readonly companies: CompanyScope }
  | { readonly accountIds: readonly Id[] };

/** Days after which a credit that could be applied is old. */
const oldAfterDays = 30;
/** Terms beyond this are implausible. */
const longestTerms = 180;

/** A condition that an account id belongs to the scope. */
export function inScope(scope: Scope, accountId: Sql): Sql<boolean> {
  if ('accountIds' in scope) return sql<boolean>`${accountId} = any(${scope.accountIds}::uuid[])`;
  return sql<boolean>`${accountId} in (
    select z.account_id
      from customers.account_card z
      join team.company co on co.company_id = z.company_id
     where ${companyIn(scope)})`;
}

function companyIn(scope: Exclude<Scope, { readonly accountIds: readonly Id[] }>): Sql<boolean> {
  if ('zone' in scope) return sql<boolean>`co.zone = ${scope.zone}`;
  return inCompanies(sql`z.company_id`, scope.companies);
}

/** Kinds that are found for the scope: some accounts say nothing about the others. */
export function kindsOf(scope: Scope): readonly FindingKind[] {
  const kinds = Object.keys(byKind) as FindingKind[]; // The record is keyed by the kinds.
  return 'accountIds' in scope ? kinds.filter((kind) => !acrossAccounts.has(kind)) : kinds;
}

const acrossAccounts: ReadonlySet<FindingKind> = new Set([
  'number_elsewhere',
  'duplicate_customer',
  'never_taxed',
]);

/** One row a finding, over what the kinds rest on: places, open items, what accounts owe. */
export function foundIn(scope: Scope, today: Day): Sql {
  const parts = kindsOf(scope).map((kind) => {
    return sql`select ${kind}::text as kind, x.* from (${byKind[kind](today)}) x`;
  });
  return sql`
    with place as materialized (
      select c.account_id, c.company_id, c.customer_id, c.customer, c.name, c.terms_code,
             co.base_currency
        from customers.account_card c
        join team.company co on co.company_id = c.company_id
       where c.kind <> 'house'
         and c.merged_into is null
         and ${inScope(scope, sql`c.account_id`)}
    ), item as materialized (
      select p.account_id, p.company_id, i.item_id::text as subject, i.side, i.aged, i.currency,
             i.open_minor as amount_minor, i.open_base_minor as base_minor,
             i.amount_minor as face_minor, i.issued_on, i.due_on, n.document_id, n.number,
             n.reference, regexp_replace(lower(n.number), '[^[:alnum:]]', '', 'g') as plain
        from ledger.open_items_on(${today}::date) i
        join place p on p.account_id = i.account_id
        join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id
    ), owing as materialized (
      select p.account_id, p.customer_id, p.base_currency as currency,
             sum(i.base_minor)::bigint as base_minor
        from item i
        join place p on p.account_id = i.account_id
       group by p.account_id, p.customer_id, p.base_currency
      having sum(i.base_minor) > 0
    )
    select f.account_id, f.kind, f.subject, p.company_id, f.currency, f.amount_minor,
           abs(f.base_minor) as base_minor, f.facts
      from (${sql.join(parts, sql` union all `)}) f
      join place p on p.account_id = f.account_id`;
}

type Finder = (today: Day) => Sql;

/** The item as a finding, with the document it is about. */
const ofItem = sql`i.account_id, i.subject, i.currency, i.amount_minor, i.base_minor`;
const named = sql`jsonb_build_object('document', i.number)`;
const ofAccount = sql`o.account_id, ''::text as subject, o.currency, o.base_minor as amount_minor,
                      o.base_minor, '{}'::jsonb as facts`;

const byKind: Readonly<Record<FindingKind, Finder>> = {
  duplicate_number: () => sql`
    select ${ofItem}, ${named} as facts
      from (select t.*, min(coalesce(t.document_id::text, t.subject)) over same as first_document,
                   max(coalesce(t.document_id::text, t.subject)) over same as last_document
              from item t
             where t.aged
            window same as (partition by t.account_id, t.plain)) i
     where i.first_document <> i.last_document`,
  duplicate_content: () => sql`
    select ${ofItem}, ${named} as facts
      from (select t.*, count(*) over (partition by t.account_id, t.currency, t.face_minor,
                                                    t.issued_on, t.reference) as twins
              from item t
             where t.aged
               and t.reference is not null) i
     where i.twins > 1`,
  number_elsewhere: () => sql`
    select ${ofItem}, ${named} as facts
      from (select t.*, min(t.account_id::text) over same as first_account,
                   max(t.account_id::text) over same as last_account
              from item t
             where t.aged
            window same as (partition by t.company_id, t.plain)) i
     where i.first_account <> i.last_account`,
  duplicate_customer: () => sql`
    select ${ofAccount}
      from (select p.account_id, count(*) over (
                     partition by p.company_id,
                                  regexp_replace(lower(p.name), '[^[:alnum:]]', '', 'g')) as twins
              from place p
             where p.name <> p.customer) d
      join owing o on o.account_id = d.account_id
     where d.twins > 1`,
  credit_unapplied: (today) => sql`
    select ${ofItem}, jsonb_build_object('document', i.number,
                                         'days', ${today}::date - i.issued_on) as facts
      from item i
     where i.side = -1
       and i.issued_on < ${today}::date - ${oldAfterDays}::int
       and exists (select
                     from item d
                    where d.account_id = i.account_id
                      and d.currency   = i.currency
                      and d.aged)`,
  credit_balance: () => sql`
    select i.account_id, i.currency as subject, i.currency, sum(i.amount_minor)::bigint,
           sum(i.base_minor)::bigint, '{}'::jsonb as facts
      from item i
     group by i.account_id, i.currency
    having sum(i.amount_minor) < 0`,
  missing_contact: () => sql`
    select ${ofAccount}
      from owing o
     where not exists (select
                         from customers.reachable r
                        where r.customer_id = o.customer_id)`,
  missing_email: () => sql`
    select ${ofAccount}
      from owing o
      join customers.reachable r on r.customer_id = o.customer_id
     where not r.by_email`,
  missing_address: () => sql`
    select ${ofAccount}
      from owing o
      join customers.account_address a on a.account_id = o.account_id
     where coalesce(a.postal_code, '') = ''
       and coalesce(a.city, '') = ''`,
  missing_po: () => sql`
    select ${ofItem}, ${named} as facts
      from (select t.*, count(*) over theirs as invoices, count(t.reference) over theirs as with_po
              from item t
             where t.aged
            window theirs as (partition by t.account_id)) i
     where i.reference is null
       and i.invoices >= 3
       and i.with_po * 3 >= i.invoices * 2`,
  due_before_issue: () => sql`
    select ${ofItem}, jsonb_build_object('document', i.number, 'day', i.due_on) as facts
      from item i
     where i.aged
       and i.due_on < i.issued_on`,
  long_terms: () => sql`
    select ${ofItem}, jsonb_build_object('document', i.number,
                                         'days', i.due_on - i.issued_on) as facts
      from item i
     where i.aged
       and i.due_on - i.issued_on > ${longestTerms}::int`,
  other_terms: () => sql`
    select ${ofItem}, jsonb_build_object('document', i.number, 'terms', d.terms_code,
                                         'usual', p.terms_code) as facts
      from item i
      join place p on p.account_id = i.account_id
      join invoices.document_terms d on d.account_id = i.account_id
                                    and d.document_id = i.document_id
     where i.aged
       and d.terms_code <> p.terms_code`,
  tax_on_exempt: () => sql`
    select ${ofItem}, ${named} as facts
      from item i
      join customers.account_address a on a.account_id = i.account_id and a.tax_exempt
      join invoices.document_terms d on d.account_id = i.account_id
                                    and d.document_id = i.document_id
     where i.aged
       and d.tax_minor > 0`,
  never_taxed: () => sql`
    select ${ofAccount}
      from (select x.account_id, x.invoices, x.taxed,
                   sum(x.invoices) over state as state_invoices,
                   sum(x.taxed) over state as state_taxed
              from (select i.account_id, i.company_id, a.state, count(*) as invoices,
                           count(*) filter (where d.tax_minor > 0) as taxed
                      from item i
                      join customers.account_address a on a.account_id = i.account_id
                                                      and not a.tax_exempt
                      join invoices.document_terms d on d.account_id = i.account_id
                                                    and d.document_id = i.document_id
                     where i.aged
                       and a.state <> ''
                     group by i.account_id, i.company_id, a.state) x
            window state as (partition by x.company_id, x.state)) n
      join owing o on o.account_id = n.account_id
     where n.taxed = 0
       and n.invoices >= 3
       and n.state_taxed * 2 >= n.state_invoices`,
  future_date: (today) => sql`
    select p.account_id, m.item_id::text as subject, m.currency, m.amount as amount_minor,
           m.amount as base_minor, jsonb_build_object('document', m.number,
                                                      'day', m.effective_on) as facts
      from ledger.movement m
      join place p on p.account_id = m.account_id
     where m.effective_on > ${today}`,
};
