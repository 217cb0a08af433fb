/** Payments that somebody says were made: what was said, and whether they were found. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export const payMethods = ['check', 'ach', 'wire', 'card', 'cash', 'other'] as const;
export type PayMethod = (typeof payMethods)[number];

export type NewClaim = {
  readonly accountId: Id;
  readonly claimId: Id;
  readonly callId: Id | null;
  readonly saidBy: string;
  readonly method: PayMethod;
  readonly reference: string;
  readonly paidOn: Day;
  readonly amount: Money;
  readonly itemIds: readonly Id[];
  readonly searchBy: Day;
  readonly note: string;
};

export async function insertClaim(context: Context, made: NewClaim): Promise<void> {
  const { tx, at, today, actor } = context;
  await tx.run(sql`
    insert into correspondence.paid_claim (account_id, claim_id, call_id, said_by, method,
                                           reference, paid_on, currency, amount_minor, item_ids,
                                           search_by, note, claimed_on, recorded_at, actor)
    values (${made.accountId}, ${made.claimId}, ${made.callId}, ${made.saidBy}, ${made.method},
            ${made.reference}, ${made.paidOn}, ${made.amount.currency},
            ${made.amount.minor.toString()}, ${made.itemIds}::uuid[], ${made.searchBy},
            ${made.note}, ${today}, ${at}, ${actor.ref})`);
}

/** False when it was settled before. */
export async function endClaim(
  context: Context,
  { accountId, claimId, found }: { accountId: Id; claimId: Id; found: boolean },
): Promise<boolean> {
  const { tx, at, today, actor, reason } = context;
  const rows = await tx.run(sql`
    insert into correspondence.paid_claim_end (account_id, claim_id, found, reason, ended_on,
                                               recorded_at, actor)
    values (${accountId}, ${claimId}, ${found}, ${reason}, ${today}, ${at}, ${actor.ref})
        on conflict do nothing`);
  return rows === 1;
}

export type Claim = Omit<NewClaim, 'callId' | 'note'> & {
  readonly account: string;
  readonly name: string;
  readonly claimedOn: Day;
};

type ClaimRow = {
  account_id: string;
  account: string;
  name: string;
  claim_id: string;
  said_by: string;
  method: PayMethod;
  reference: string;
  paid_on: string;
  currency: string;
  amount_minor: bigint;
  item_ids: string[];
  search_by: string;
  claimed_on: string;
};

function selectClaims(condition: Sql): Sql<ClaimRow> {
  return sql<ClaimRow>`
    select p.account_id, a.account, a.name, p.claim_id, p.said_by, p.method, p.reference,
           p.paid_on, p.currency, p.amount_minor, p.item_ids, p.search_by, p.claimed_on
      from correspondence.paid_claim_card p
      join customers.account_card a on a.account_id = p.account_id
     where ${condition}
     order by p.search_by, p.claim_id
     limit 500`;
}

function claim(row: ClaimRow): Claim {
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    claimId: id(row.claim_id),
    saidBy: row.said_by,
    method: row.method,
    reference: row.reference,
    paidOn: day(row.paid_on),
    amount: money(row.amount_minor, row.currency),
    itemIds: row.item_ids.map(id),
    searchBy: day(row.search_by),
    claimedOn: day(row.claimed_on),
  };
}

/** What is looked for on an account, the most urgent first. */
export async function claimsOf(db: Queries, accountId: Id): Promise<Claim[]> {
  return (await db.all(selectClaims(sql`p.account_id = ${accountId}`))).map(claim);
}

/** Everything that is looked for in these companies, the most urgent first. */
export async function openClaims(db: Queries, scope: CompanyScope): Promise<Claim[]> {
  return (await db.all(selectClaims(inCompanies(sql`a.company_id`, scope)))).map(claim);
}

/** Was there ever such a claim? */
export async function claimExists(db: Queries, accountId: Id, claimId: Id): Promise<boolean> {
  const row = await db.maybe(sql`
    select 1
      from correspondence.paid_claim
     where account_id = ${accountId}
       and claim_id   = ${claimId}`);
  return row !== undefined;
}
