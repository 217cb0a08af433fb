/** Limits that were granted, the last of a kind in force. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type GrantKind = 'standing' | 'temporary' | 'insurance';

export type LimitGrant = {
  readonly grantId: Id;
  readonly kind: GrantKind;
  readonly amount: Money | null;
  readonly currency: Currency;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
  readonly reviewOn: Day | null;
  readonly insurer: string | null;
  readonly policyNumber: string | null;
};

export async function insertGrant(
  { tx, actor, reason, at }: Context,
  accountId: Id,
  made: LimitGrant,
  requestId: Id | null,
): Promise<void> {
  await tx.run(sql`
    insert into credit.limit_grant (account_id, grant_id, kind, amount_minor, currency, from_on,
                                    until_on, review_on, insurer, policy_number, request_id, actor,
                                    reason, recorded_at)
    values (${accountId}, ${made.grantId}, ${made.kind}, ${made.amount?.minor ?? null},
            ${made.currency}, ${made.fromOn}, ${made.untilOn}, ${made.reviewOn}, ${made.insurer},
            ${made.policyNumber}, ${requestId}, ${actor.ref}, ${reason}, ${at})`);
}

export async function insertGroupLimit(
  { tx, actor, reason, at }: Context,
  customerId: Id,
  made: LimitGrant,
  requestId: Id | null,
): Promise<void> {
  await tx.run(sql`
    insert into credit.group_limit (customer_id, grant_id, amount_minor, currency, from_on,
                                    until_on, review_on, request_id, actor, reason, recorded_at)
    values (${customerId}, ${made.grantId}, ${made.amount?.minor ?? null}, ${made.currency},
            ${made.fromOn}, ${made.untilOn}, ${made.reviewOn}, ${requestId}, ${actor.ref},
            ${reason}, ${at})`);
}

/** The last grant of each kind. */
export async function grantsOf(db: Queries, accountId: Id): Promise<LimitGrant[]> {
  const rows = await db.all(sql<{
    grant_id: string;
    kind: GrantKind;
    amount_minor: bigint | null;
    currency: string;
    from_on: string;
    until_on: string | null;
    review_on: string | null;
    insurer: string | null;
    policy_number: string | null;
  }>`
    select grant_id, kind, amount_minor, currency, from_on, until_on, review_on, insurer,
           policy_number
      from credit.limit_card
     where account_id = ${accountId}`);
  return rows.map((row) => ({
    grantId: id(row.grant_id),
    kind: row.kind,
    amount: row.amount_minor === null ? null : money(row.amount_minor, row.currency),
    currency: currency(row.currency),
    fromOn: day(row.from_on),
    untilOn: row.until_on === null ? null : day(row.until_on),
    reviewOn: row.review_on === null ? null : day(row.review_on),
    insurer: row.insurer,
    policyNumber: row.policy_number,
  }));
}

/** Was more given for a time that still ran on a day or later, and that nobody approved? */
export async function gaveMoreSince(db: Queries, accountId: Id, since: Day): Promise<boolean> {
  const row = await db.maybe(sql<{ found: number }>`
    select 1 as found
      from credit.limit_grant
     where account_id  = ${accountId}
       and kind        = 'temporary'
       and request_id is null
       and until_on   >= ${since}
     limit 1`);
  return row !== undefined;
}

export type LimitSubject = {
  readonly companyId: Id;
  readonly customerId: Id;
  readonly name: string;
  readonly kind: string;
  readonly base: Currency;
  readonly ownerId: Id | null;
  readonly limit: Money | null;
};

/** Whose limit it is, and what it is on the customer's record. */
export async function limitSubject(db: Queries, accountId: Id): Promise<LimitSubject | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    customer_id: string;
    name: string;
    kind: string;
    base_currency: string;
    owner_id: string | null;
    limit_minor: bigint | null;
    limit_currency: string | null;
  }>`
    select c.company_id, c.customer_id, c.name, c.kind, co.base_currency, c.owner_id,
           l.limit_minor, l.limit_currency
      from customers.account_card c
      join team.company co on co.company_id = c.company_id
      left join customers.limit_card l on l.account_id = c.account_id
     where c.account_id = ${accountId}`);
  if (!row) return undefined;
  return {
    companyId: id(row.company_id),
    customerId: id(row.customer_id),
    name: row.name,
    kind: row.kind,
    base: currency(row.base_currency),
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    limit: row.limit_minor === null ? null : money(row.limit_minor, row.limit_currency ?? ''),
  };
}
