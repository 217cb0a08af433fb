/** Debit memos of charges: what each is for, and what ended it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewBooked = {
  readonly accountId: Id;
  readonly chargeItemId: Id;
  readonly runId: Id;
  readonly interest: Money;
  readonly fee: Money;
  readonly reinstates: Id | null;
  readonly items: readonly {
    readonly itemId: Id;
    readonly interestTo: Day | null;
    readonly fee: boolean;
  }[];
};

export async function insertBooked({ tx, at }: Context, booked: NewBooked): Promise<void> {
  const { accountId, chargeItemId, runId, interest, fee, reinstates, items } = booked;
  await tx.run(sql`
    insert into charges.booked (account_id, charge_item_id, run_id, currency, interest_minor,
                                fee_minor, reinstates, recorded_at)
    values (${accountId}, ${chargeItemId}, ${runId}, ${interest.currency}, ${interest.minor},
            ${fee.minor}, ${reinstates}, ${at})`);
  await tx.run(sql`
    insert into charges.booked_item (account_id, charge_item_id, item_id, interest_to, fee)
    select ${accountId}, ${chargeItemId}, u.item_id, u.interest_to, u.fee
      from unnest(${items.map((each) => each.itemId)}::uuid[],
                  ${items.map((each) => each.interestTo)}::date[],
                  ${items.map((each) => each.fee)}::boolean[])
           as u (item_id, interest_to, fee)`);
}

/** Until when interest is charged on items of an account, whoever charged it. */
export async function chargedThrough(
  db: Queries,
  accountId: Id,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all(sql<{ item_id: string; to_on: string }>`
    select x.item_id, max(x.to_on) as to_on
      from (select s.item_id, s.to_on
              from strategies.interest_card s
             where s.account_id = ${accountId}
             union all
            select s.item_id, s.to_on
              from charges.interest_card s
             where s.account_id = ${accountId}) x
     group by x.item_id`);
  return new Map(rows.map((row) => [row.item_id, row.to_on]));
}

export type Charge = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly companyId: Id;
  readonly company: string;
  readonly chargeItemId: Id;
  readonly runId: Id;
  readonly document: string;
  readonly on: Day;
  readonly interest: Money;
  readonly fee: Money;
  readonly open: Money;
  readonly reinstates: Id | null;
  /** It stands again as this one. */
  readonly reinstatedBy: Id | null;
  readonly items: readonly {
    readonly itemId: Id;
    readonly interestTo: Day | null;
    readonly fee: boolean;
    readonly document: string;
  }[];
  readonly ended: {
    readonly how: 'waived' | 'reversed';
    readonly by: string;
    readonly reason: string;
  } | null;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  company_id: string;
  company: string;
  charge_item_id: string;
  run_id: string;
  number: string;
  effective_on: string;
  currency: string;
  interest_minor: bigint;
  fee_minor: bigint;
  open_minor: bigint;
  reinstates: string | null;
  reinstated_by: string | null;
  items: [itemId: string, to: string | null, fee: boolean, number: string][];
  how: 'waived' | 'reversed' | null;
  ended_by: string | null;
  ended_reason: string | null;
};

type Which =
  | { readonly companies: CompanyScope }
  | { readonly accountId: Id; readonly chargeItemId?: Id };

/** The latest first. */
export async function chargesOf(db: Queries, which: Which): Promise<Charge[]> {
  const where =
    'companies' in which
      ? inCompanies(sql`c.company_id`, which.companies)
      : which.chargeItemId === undefined
        ? sql`b.account_id = ${which.accountId}`
        : sql`b.account_id = ${which.accountId} and b.charge_item_id = ${which.chargeItemId}`;
  const rows = await db.all(sql<Row>`
    select b.account_id, c.account, coalesce(c.name, c.account) as name, c.company_id, c.company,
           b.charge_item_id, b.run_id, n.number, n.effective_on, b.currency, b.interest_minor,
           b.fee_minor, i.open_minor, b.reinstates, r.charge_item_id as reinstated_by, t.items,
           e.how, coalesce(m.name, e.actor) as ended_by, e.reason as ended_reason
      from charges.booked b
      join customers.account_card c on c.account_id = b.account_id
      join ledger.item_name n on n.account_id = b.account_id and n.item_id = b.charge_item_id
      join ledger.item_card i on i.account_id = b.account_id and i.item_id = b.charge_item_id
      left join charges.ended e
        on e.account_id = b.account_id and e.charge_item_id = b.charge_item_id
      left join charges.booked r
        on r.account_id = b.account_id and r.reinstates = b.charge_item_id
      left join team.person m on 'member:' || m.member_id = e.actor
     cross join lateral (select json_agg(json_build_array(x.item_id, x.interest_to, x.fee,
                                                          d.number)) as items
                           from charges.booked_item x
                           join ledger.item_name d
                             on d.account_id = x.account_id and d.item_id = x.item_id
                          where x.account_id     = b.account_id
                            and x.charge_item_id = b.charge_item_id) t
     where ${where}
     order by b.recorded_at desc, b.charge_item_id
     limit 500`);
  return rows.map(chargeOf);
}

function chargeOf(row: Row): Charge {
  const code = currency(row.currency);
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    companyId: id(row.company_id),
    company: row.company,
    chargeItemId: id(row.charge_item_id),
    runId: id(row.run_id),
    document: row.number,
    on: day(row.effective_on),
    interest: money(row.interest_minor, code),
    fee: money(row.fee_minor, code),
    open: money(row.open_minor, code),
    reinstates: row.reinstates === null ? null : id(row.reinstates),
    reinstatedBy: row.reinstated_by === null ? null : id(row.reinstated_by),
    items: row.items.map(([itemId, to, fee, document]) => ({
      itemId: id(itemId),
      interestTo: to === null ? null : day(to),
      fee,
      document,
    })),
    ended:
      row.how === null
        ? null
        : { how: row.how, by: row.ended_by ?? '', reason: row.ended_reason ?? '' },
  };
}

export async function insertEnded(
  { tx, at, actor, reason }: Context,
  { accountId, chargeItemId }: Pick<Charge, 'accountId' | 'chargeItemId'>,
  how: 'waived' | 'reversed',
  entryId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into charges.ended (account_id, charge_item_id, how, entry_id, actor, reason,
                               recorded_at)
    values (${accountId}, ${chargeItemId}, ${how}, ${entryId}, ${actor.ref}, ${reason}, ${at})`);
}

/** What was waived on an account since a day and does not stand again, by currency. */
export async function waivedSince(db: Queries, accountId: Id, since: Day): Promise<Money[]> {
  const rows = await db.all(sql<{ currency: string; total: bigint }>`
    select b.currency, sum(b.interest_minor + b.fee_minor)::bigint as total
      from charges.ended e
      join charges.booked b
        on b.account_id = e.account_id and b.charge_item_id = e.charge_item_id
     where e.account_id   = ${accountId}
       and e.how          = 'waived'
       and e.recorded_at >= ${since}
       and not exists (select
                         from charges.booked r
                        where r.account_id = b.account_id
                          and r.reinstates = b.charge_item_id)
     group by b.currency`);
  return rows.map((row) => money(row.total, row.currency));
}
