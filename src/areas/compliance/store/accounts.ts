/** Whom and where the gate is asked about: the account, what was stated of its debt, its people. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CustomerFacts, StatedProfile } from '../rules/debt-profile.ts';
import type { GateAccount, Person } from '../rules/question.ts';

type AccountRow = Omit<CustomerFacts, 'kind' | 'postalCode'> & {
  postal_code: string | null;
  account_id: string;
  customer_id: string;
  company_id: string;
  company_zone: string;
  kind: string;
  status: string | null;
  collector: StatedProfile['collector'];
  obligor: StatedProfile['obligor'];
  guarantor: StatedProfile['guarantor'];
  purpose: StatedProfile['purpose'];
  stated_state: string | null;
  stated_city: string | null;
  zone: string | null;
  entered_on: string | null;
};

/** The accounts by their id, each with the latest profile that was stated. */
export async function gateAccounts(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<Id, GateAccount>> {
  const rows = await db.all(sql<AccountRow>`
    select a.account_id, a.customer_id, a.company_id, co.zone as company_zone, a.kind, a.segment,
           a.status, d.country, d.state, d.city, d.postal_code, p.collector, p.obligor,
           p.guarantor, p.purpose, p.state as stated_state, p.city as stated_city, p.zone,
           p.entered_on
      from unnest(${accountIds}::uuid[]) as wanted (account_id)
      join customers.account_card a on a.account_id = wanted.account_id
      join customers.account_address d on d.account_id = a.account_id
      join team.company co on co.company_id = a.company_id
      left join lateral (select *
                           from compliance.debt_profile x
                          where x.account_id = a.account_id
                          order by x.recorded_at desc
                          limit 1) p on true`);
  return new Map(rows.map((row) => [id(row.account_id), gateAccount(row)]));
}

function gateAccount(row: AccountRow): GateAccount {
  const { kind, segment, country, state, city, collector, obligor, guarantor, purpose } = row;
  return {
    accountId: id(row.account_id),
    customerId: id(row.customer_id),
    companyId: id(row.company_id),
    companyZone: row.company_zone,
    status: row.status ?? 'open',
    facts: { kind, segment, country, state, city, postalCode: row.postal_code },
    stated: {
      collector,
      obligor,
      guarantor,
      purpose,
      state: row.stated_state,
      city: row.stated_city,
      zone: row.zone,
      enteredOn: row.entered_on === null ? null : day(row.entered_on),
    },
  };
}

/** The people of the accounts' customers who still stand, by account. */
export async function peopleOf(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Person[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    contact_id: string;
    name: string;
    email: string | null;
    phone: string | null;
    zone: string | null;
  }>`
    select p.account_id, p.contact_id, p.name, p.email, p.phone, p.zone
      from customers.account_person p
     where p.account_id = any(${accountIds}::uuid[])
     order by p.account_id, p.contact_id`);
  return Map.groupBy(
    rows.map(({ account_id, contact_id, ...row }) => ({
      ...row,
      accountId: id(account_id),
      contactId: id(contact_id),
    })),
    ({ accountId }) => accountId,
  );
}
