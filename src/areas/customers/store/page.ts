/**
 * One account as its page shows it: who it is, as of a day and as known at a moment.
 *
 * Owner, status, limit and relations are dated facts: the one in force on a day is the latest
 * effective by then, and of those the latest recorded.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { AccountStatus } from '../rules/status.ts';

/** As of which business day, as known at which moment. */
export type When = { readonly asOf: Day; readonly knownAt: Instant };

export type AccountHead = {
  account_id: string;
  company_id: string;
  customer_id: string;
  number: string;
  kind: string;
  terms_code: string | null;
  opened_on: string | null;
  made_on: string;
  name: string;
  customer_number: string;
  language: Language;
  city: string | null;
  state: string | null;
  company: string;
  company_name: string;
  base_currency: string;
  owner_id: string | null;
  owner_name: string | null;
  pinned: boolean;
  status: AccountStatus | null;
  status_reason: string | null;
  status_since: string | null;
  limit_minor: bigint | null;
  limit_currency: string | null;
};

/** Undefined when there is no such account. */
export function accountHead(
  db: Queries,
  accountId: Id,
  when: When,
): Promise<AccountHead | undefined> {
  return db.maybe(prepared<AccountHead>`
    select a.account_id, a.company_id, a.customer_id, a.number, a.kind, a.terms_code, a.opened_on,
           (a.made_at at time zone co.zone)::date as made_on, c.name, c.number as customer_number,
           c.language, c.city, c.state, co.code as company, co.name as company_name,
           co.base_currency, o.member_id as owner_id, p.name as owner_name,
           coalesce(u.pinned, false) as pinned, s.status,
           s.reason as status_reason, s.effective_on as status_since, l.limit_minor,
           l.currency as limit_currency
      from customers.account a
      join customers.customer c on c.customer_id = a.customer_id
      join team.company co on co.company_id = a.company_id
      left join lateral (${inForce(sql`f.member_id`, sql`customers.owner_fact`, when)}) o on true
      left join team.person p on p.member_id = o.member_id
      left join lateral (select f.pinned
                           from customers.pin_fact f
                          where f.account_id = a.account_id
                            and f.recorded_at <= ${when.knownAt}
                          order by f.recorded_at desc
                          limit 1) u on true
      left join lateral (${inForce(statusColumns, sql`customers.status_fact`, when)}) s on true
      left join lateral (${inForce(limitColumns, sql`customers.limit_fact`, when)}) l on true
     where a.account_id = ${accountId}
       and a.kind <> 'house'`);
}

const statusColumns = sql`f.status, f.reason, f.effective_on`;
const limitColumns = sql`f.limit_minor, f.currency`;

/** The fact of account `a` in force, from one of the tables of dated facts. */
function inForce(columns: Sql, table: Sql, { asOf, knownAt }: When): Sql {
  return sql`
    select ${columns}
      from ${table} f
     where f.account_id = a.account_id
       and f.effective_on <= ${asOf}
       and f.recorded_at <= ${knownAt}
     order by f.effective_on desc, f.recorded_at desc
     limit 1`;
}

export type Party = { readonly customerId: Id; readonly number: string; readonly name: string };
type PartyRow = { customer_id: string; number: string; name: string };

/** Parent, payer and guarantor of a customer, as far as they are others. */
export async function relatedParties(
  db: Queries,
  customerId: Id,
  { asOf, knownAt }: When,
): Promise<Map<string, Party>> {
  const rows = await db.all(prepared<PartyRow & { kind: string }>`
    select n.kind, c.customer_id, c.number, c.name
      from (select distinct on (r.kind) r.kind, r.other_id
              from customers.relation r
             where r.customer_id = ${customerId}
               and r.effective_on <= ${asOf}
               and r.recorded_at <= ${knownAt}
             order by r.kind, r.effective_on desc, r.recorded_at desc) n
      join customers.customer c on c.customer_id = n.other_id
     where n.other_id <> ${customerId}`);
  return new Map(rows.map((row) => [row.kind, party(row)]));
}

/** Customers whose parent this one is. */
export async function childrenOf(
  db: Queries,
  customerId: Id,
  { asOf, knownAt }: When,
): Promise<Party[]> {
  const rows = await db.all(prepared<PartyRow>`
    select c.customer_id, c.number, c.name
      from (select distinct on (r.customer_id) r.customer_id, r.other_id
              from customers.relation r
             where r.kind = 'parent'
               and r.effective_on <= ${asOf}
               and r.recorded_at <= ${knownAt}
               and r.customer_id in (select b.customer_id
                                       from customers.relation b
                                      where b.other_id = ${customerId}
                                        and b.kind     = 'parent')
             order by r.customer_id, r.effective_on desc, r.recorded_at desc) n
      join customers.customer c on c.customer_id = n.customer_id
     where n.other_id = ${customerId}
     order by c.name, c.customer_id`);
  return rows.map(party);
}

function party(row: PartyRow): Party {
  return { customerId: id(row.customer_id), number: row.number, name: row.name };
}

export type StatusLine = {
  readonly status: AccountStatus;
  readonly reason: string;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
  readonly actor: string;
};

/** The status record, newest first; people by name. */
export async function statusRecord(db: Queries, accountId: Id): Promise<StatusLine[]> {
  const rows = await db.all(sql<{
    status: AccountStatus;
    reason: string;
    effective_on: string;
    recorded_at: Instant;
    actor: string;
  }>`
    select f.status, f.reason, f.effective_on, f.recorded_at, coalesce(p.name, f.actor) as actor
      from customers.status_fact f
      left join team.person p on f.actor = 'member:' || p.member_id
     where f.account_id = ${accountId}
     order by f.effective_on desc, f.recorded_at desc`);
  return rows.map(({ status, reason, effective_on, recorded_at, actor }) => ({
    status,
    reason,
    effectiveOn: day(effective_on),
    recordedAt: recorded_at,
    actor,
  }));
}
