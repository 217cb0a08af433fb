/**
 * What stands and what was said and done, for many accounts in one statement each.
 *
 * The rule a newcomer would break: a refused address is refused on every account, in every
 * company, because it is the same person's telephone.
 */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Channel, ContactResult, PastContact, Purpose } from '../rules/contact.ts';
import type { AccountWord } from '../rules/question.ts';
import type { ConsentScope, HoldFact, HoldKind } from '../rules/standing.ts';

/** Holds that nobody lifted, by account. */
export async function holdsOf(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly HoldFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    kind: HoldKind;
    starts_on: string;
    ends_on: string | null;
  }>`
    select account_id, kind, starts_on, ends_on
      from compliance.hold_card
     where account_id = any(${accountIds}::uuid[])`);
  return Map.groupBy(
    rows.map((row) => ({
      accountId: id(row.account_id),
      kind: row.kind,
      startsOn: day(row.starts_on),
      endsOn: row.ends_on === null ? null : day(row.ends_on),
    })),
    ({ accountId }) => accountId,
  );
}

type WordRow = {
  account_id: string;
  said: 'yes' | 'no';
  channel: Channel;
  address: string;
  scope: ConsentScope;
  said_at: string;
};

/**
 * Every word of these accounts and of those merged into them, and every refusal of these addresses
 * on any account.
 */
export async function wordsOf(
  db: Queries,
  accountIds: readonly Id[],
  addresses: readonly string[],
): Promise<readonly AccountWord[]> {
  const rows = await db.all(sql<WordRow>`
    select account_id, said, channel, address, scope, said_at
      from compliance.consent
     where account_id = any(${accountIds}::uuid[])
     union all
    select a.merged_into, c.said, c.channel, c.address, c.scope, c.said_at
      from customers.account_card a
      join compliance.consent c on c.account_id = a.account_id
     where a.merged_into = any(${accountIds}::uuid[])
     union all
    select account_id, said, channel, address, scope, said_at
      from compliance.consent
     where address = any(${addresses}::text[])
       and address <> ''
       and account_id <> all(${accountIds}::uuid[])`);
  return rows.map(({ account_id, said_at, ...row }) => ({
    ...row,
    accountId: id(account_id),
    at: instant(said_at),
  }));
}

type PastRow = {
  customer_id: string;
  account_id: string;
  at: string;
  channel: Channel;
  result: ContactResult;
  direction: 'out' | 'in';
  purpose: Purpose;
  invited: boolean;
  to_work: boolean;
  contact_id: string | null;
};

/**
 * Contacts since a moment with the customers of these accounts, on whichever of their accounts; and
 * what is under way to them.
 */
export async function contactsSince(
  db: Queries,
  customerIds: readonly Id[],
  since: Instant,
): Promise<ReadonlyMap<Id, readonly PastContact[]>> {
  const rows = await db.all(sql<PastRow>`
    select a.customer_id, c.account_id, c.at, c.channel, c.result, c.direction, c.purpose,
           c.invited, c.to_work, c.contact_id
      from customers.account_card a
      join compliance.contact_card c on c.account_id = a.account_id
     where a.customer_id = any(${customerIds}::uuid[])
       and a.merged_into is null
       and c.at >= ${since}
     union all
    select s.customer_id, s.account_id, c.at, c.channel, c.result, c.direction, c.purpose,
           c.invited, c.to_work, c.contact_id
      from customers.account_card s
      join customers.account_card a on a.merged_into = s.account_id
      join compliance.contact_card c on c.account_id = a.account_id
     where s.customer_id = any(${customerIds}::uuid[])
       and c.at >= ${since}
     union all
    select a.customer_id, u.account_id, u.at, u.channel, 'sent', 'out', u.purpose, false, false,
           u.contact_id
      from customers.account_card a
      join correspondence.message_under_way u on u.account_id = a.account_id
     where a.customer_id = any(${customerIds}::uuid[])
     order by at`);
  return Map.groupBy(rows.map(past), ({ customerId }) => customerId);
}

function past(row: PastRow): PastContact & { readonly customerId: Id } {
  return {
    customerId: id(row.customer_id),
    at: instant(row.at),
    channel: row.channel,
    result: row.result,
    debtId: row.account_id,
    by: row.direction === 'out' ? 'us' : 'consumer',
    purpose: row.purpose,
    person: row.contact_id ?? undefined,
    invited: row.invited,
    toWork: row.to_work,
  };
}
