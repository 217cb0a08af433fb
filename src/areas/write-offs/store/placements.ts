/** Placements with agencies, and what an account owes that could be placed. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewPlacement = {
  readonly accountId: Id;
  readonly placementId: Id;
  readonly agency: string;
  readonly reference: string;
  readonly placedOn: Day;
  readonly amount: Money;
  readonly feeBps: number;
};

export async function insertPlacement(
  { tx, at, actor, reason }: Context,
  placed: NewPlacement,
): Promise<void> {
  const { accountId, placementId, agency, reference, placedOn, amount, feeBps } = placed;
  await tx.run(sql`
    insert into write_offs.placement (account_id, placement_id, agency, reference, placed_on,
                                      currency, amount_minor, fee_bps, actor, reason, recorded_at)
    values (${accountId}, ${placementId}, ${agency}, ${reference}, ${placedOn},
            ${amount.currency}, ${amount.minor}, ${feeBps}, ${actor.ref}, ${reason}, ${at})`);
}

export async function insertRecall(
  { tx, at, actor, reason, today }: Context,
  accountId: Id,
  placementId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into write_offs.placement_end (account_id, placement_id, recalled_on, actor, reason,
                                          recorded_at)
    values (${accountId}, ${placementId}, ${today}, ${actor.ref}, ${reason}, ${at})`);
}

/** What is open of an account's debts in a currency, and what of its write-offs did not come. */
export async function placeableOf(db: Queries, accountId: Id, code: Currency): Promise<Money> {
  const { owed } = await db.one(sql<{ owed: bigint }>`
    select (coalesce((select sum(o.open_minor)
                        from ledger.open_item o
                       where o.account_id = ${accountId}
                         and o.currency   = ${code}
                         and o.side       = 1), 0)
            + coalesce((select sum(w.amount_minor - w.recovered_minor)
                          from ledger.write_off_card w
                         where w.account_id = ${accountId}
                           and w.currency   = ${code}
                           and w.back_on is null), 0))::bigint as owed`);
  return money(owed, code);
}

/** The same in every currency that the account has something of, the largest first. */
export async function placeables(db: Queries, accountId: Id): Promise<Money[]> {
  const rows = await db.all(sql<{ currency: string; owed: bigint }>`
    select p.currency, sum(p.minor)::bigint as owed
      from (select o.currency, o.open_minor as minor
              from ledger.open_item o
             where o.account_id = ${accountId}
               and o.side       = 1
             union all
            select w.currency, w.amount_minor - w.recovered_minor
              from ledger.write_off_card w
             where w.account_id = ${accountId}
               and w.back_on is null) p
     group by p.currency
    having sum(p.minor) > 0
     order by owed desc, p.currency`);
  return rows.map((row) => money(row.owed, currency(row.currency)));
}

export type Placement = NewPlacement & {
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly reason: string;
  readonly recalledOn: Day | null;
};

type Row = {
  account_id: string;
  placement_id: string;
  agency: string;
  reference: string;
  placed_on: string;
  currency: string;
  amount_minor: bigint;
  fee_bps: number;
  reason: string;
  recalled_on: string | null;
  account: string;
  name: string;
  company: string;
};

/** Standing placements first, the latest first; of one account when it is named. */
export async function placementsOf(
  db: Queries,
  which: { readonly companies: CompanyScope } | { readonly accountId: Id },
): Promise<Placement[]> {
  const where =
    'accountId' in which
      ? sql`p.account_id = ${which.accountId}`
      : inCompanies(sql`c.company_id`, which.companies);
  const rows = await db.all(sql<Row>`
    select p.account_id, p.placement_id, p.agency, p.reference, p.placed_on, p.currency,
           p.amount_minor, p.fee_bps, p.reason, p.recalled_on, c.account,
           coalesce(c.name, c.account) as name, c.company
      from write_offs.placement_card p
      join customers.account_card c on c.account_id = p.account_id
     where ${where}
     order by p.recalled_on desc nulls first, p.placed_on desc, p.placement_id
     limit 500`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    placementId: id(row.placement_id),
    agency: row.agency,
    reference: row.reference,
    placedOn: day(row.placed_on),
    amount: money(row.amount_minor, currency(row.currency)),
    feeBps: row.fee_bps,
    reason: row.reason,
    recalledOn: row.recalled_on === null ? null : day(row.recalled_on),
    account: row.account,
    name: row.name,
    company: row.company,
  }));
}
