/** Small rests of a company, with what speaks against giving them up. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type LeftOut, leftOut } from '../rules/sweeping.ts';

export type SmallRest = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly itemId: Id;
  readonly document: string;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly open: Money;
  /** The open part in the company's base currency, minor units. */
  readonly openBase: bigint;
  readonly leftOut: LeftOut | undefined;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  item_id: string;
  number: string;
  due_on: string;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  open_base_minor: bigint;
  disputed: boolean;
  held: boolean;
  on_plan: boolean;
};

export type Small = {
  readonly companyId: Id;
  readonly cutOff: Day;
  /** Decimal strings by currency. */
  readonly most: Readonly<Record<string, string>>;
};

/** The oldest due day first; at most `limit`. */
export async function smallRests(
  db: Queries,
  { companyId, cutOff, most }: Small,
  limit: number,
): Promise<SmallRest[]> {
  const limits = limitsOf(most);
  const rows = await db.all(sql<Row>`
    select p.account_id, c.account, coalesce(c.name, c.account) as name, p.item_id, p.number,
           p.due_on, p.currency, p.amount_minor, p.open_minor, p.open_base_minor,
           exists (select
                     from disputes.open_dispute d
                    where d.account_id = p.account_id
                      and d.item_id    = p.item_id) as disputed,
           exists (select
                     from compliance.hold_card h
                    where h.account_id = p.account_id
                      and h.kind in ('bankruptcy', 'litigation', 'attorney')) as held,
           exists (select
                     from promises.planned_item i
                    where i.account_id = p.account_id
                      and i.item_id    = p.item_id) as on_plan
      from ledger.rest_card p
      join unnest(${limits.map(([code]) => code)}::text[],
                  ${limits.map(([, minor]) => minor)}::bigint[])
           as u (currency, most) on u.currency = p.currency and p.open_minor <= u.most
      join customers.account_card c on c.account_id = p.account_id
     where p.company_id = ${companyId}
       and p.open_minor < p.amount_minor
       and p.due_on    <= ${cutOff}
     order by p.due_on, p.account_id, p.item_id
     limit ${limit}`);
  return rows.map(restOf);
}

function restOf(row: Row): SmallRest {
  const code = currency(row.currency);
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    itemId: id(row.item_id),
    document: row.number,
    dueOn: day(row.due_on),
    amount: money(row.amount_minor, code),
    open: money(row.open_minor, code),
    openBase: row.open_base_minor,
    leftOut: leftOut(row),
  };
}

function limitsOf(most: Small['most']): (readonly [string, bigint])[] {
  return Object.entries(most).flatMap(([code, text]) => {
    const known = parseCurrency(code);
    const limit = known && parseMoney(text, known);
    return limit && limit.minor > 0n ? [[code, limit.minor] as const] : [];
  });
}
