/** Settlements as people read them: with account, name and documents. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { SettlementState } from '../../rules/settlements/states.ts';

export type ListedSettlement = {
  readonly settlementId: Id;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly state: SettlementState;
  readonly stateOn: Day;
  readonly balance: Money;
  readonly offer: Money;
  readonly payBy: Day;
  readonly paid: Money;
  readonly waived: Money;
  readonly offeredTo: string;
  readonly needsRole: string | null;
  readonly madeOn: Day;
  readonly madeBy: string;
  readonly items: readonly { itemId: Id; document: string; covered: Money }[];
};

export type SettlementFilter = {
  readonly accountId?: Id | undefined;
  readonly state?: SettlementState | undefined;
  readonly companies: CompanyScope;
};

type Row = {
  settlement_id: string;
  account_id: string;
  account: string;
  name: string;
  state: SettlementState;
  state_on: string;
  currency: string;
  balance_minor: bigint;
  offer_minor: bigint;
  pay_by: string;
  paid_minor: bigint;
  waived_minor: bigint;
  offered_to: string;
  needs_role: string | null;
  made_on: string;
  made_by: string;
  items: { item_id: string; number: string; covered: string }[];
};

/** Those that stand first, by their day; then the others, the latest first. */
export async function listSettlements(
  db: Queries,
  { accountId, state, companies }: SettlementFilter,
  limit: number | null,
): Promise<ListedSettlement[]> {
  const rows = await db.all(sql<Row>`
    select s.settlement_id, s.account_id, a.account, a.name, n.state, n.state_on, s.currency,
           s.balance_minor, s.offer_minor, s.pay_by, n.paid_minor, n.waived_minor, s.offered_to,
           s.needs_role, s.made_on, coalesce(m.name, s.actor) as made_by,
           (select json_agg(json_build_object('item_id', i.item_id, 'number', d.number,
                                              'covered', i.covered_minor::text)
                            order by d.due_on, d.number)
              from promises.settlement_item i
              join ledger.dated_item d on d.account_id = i.account_id and d.item_id = i.item_id
             where i.account_id    = s.account_id
               and i.settlement_id = s.settlement_id) as items
      from promises.settlement s
      join promises.settlement_now n on n.account_id = s.account_id
                                    and n.settlement_id = s.settlement_id
      join customers.account_card a on a.account_id = s.account_id
      left join team.person m on s.actor = 'member:' || m.member_id
     where ${allOf([
       inCompanies(sql`a.company_id`, companies),
       accountId && sql`s.account_id = ${accountId}`,
       state && sql`n.state = ${state}`,
     ])}
     order by n.state not in ('asked', 'open'),
              case when n.state in ('asked', 'open') then s.pay_by end, s.settlement_id desc
     limit ${limit}`);
  return rows.map((row) => {
    const amount = (minor: bigint): Money => money(minor, row.currency);
    return {
      settlementId: id(row.settlement_id),
      accountId: id(row.account_id),
      account: row.account,
      name: row.name,
      state: row.state,
      stateOn: day(row.state_on),
      balance: amount(row.balance_minor),
      offer: amount(row.offer_minor),
      payBy: day(row.pay_by),
      paid: amount(row.paid_minor),
      waived: amount(row.waived_minor),
      offeredTo: row.offered_to,
      needsRole: row.needs_role,
      madeOn: day(row.made_on),
      madeBy: row.made_by,
      items: row.items.map(({ item_id, number, covered }) => ({
        itemId: id(item_id),
        document: number,
        covered: amount(BigInt(covered)),
      })),
    };
  });
}
