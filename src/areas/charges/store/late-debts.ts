/** Late debts of a company with all that decides what they are charged. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { LateDebt } from '../rules/computing.ts';

export type FoundDebt = LateDebt & {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly itemId: Id;
  readonly document: string;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  kind: string;
  item_id: string;
  number: string;
  currency: string;
  amount_minor: bigint;
  issued_on: string;
  due_on: string;
  paid: [on: string, minor: string][] | null;
  contests: [from: string, to: string | null, minor: string | null][] | null;
  interest_to: string | null;
  fee_charged: boolean;
  purpose: string | null;
  state: string | null;
  country: string | null;
  stay: boolean;
  on_plan: boolean;
  service_from: string | null;
  service_to: string | null;
};

/** Kinds of account whose debts are a consumer's unless somebody said otherwise. */
const consumers: ReadonlySet<string> = new Set(['student', 'consumer', 'patient']);

/** Invoices and debit memos that are open and were due before the day, by account. */
export async function lateDebts(
  db: Queries,
  { companyId, asOf }: { readonly companyId: Id; readonly asOf: Day },
): Promise<FoundDebt[]> {
  const rows = await db.all(sql<Row>`
    select o.account_id, c.account, coalesce(c.name, c.account) as name, c.kind, o.item_id,
           o.number, o.currency, o.amount_minor, o.issued_on, o.due_on, p.paid, d.contests,
           i.interest_to, f.fee_charged, t.purpose, coalesce(t.state, a.state) as state,
           a.country, h.stay, n.on_plan, h.service_from, h.service_to
      from ledger.open_item o
      join customers.account_card c on c.account_id = o.account_id
      left join customers.account_address a on a.account_id = o.account_id
      left join compliance.debt_card t on t.account_id = o.account_id
     cross join lateral (${paidOf}) p
     cross join lateral (${contestsOf}) d
     cross join lateral (${chargedOf}) i
     cross join lateral (${feesOf}) f
     cross join lateral (${holdsOf}) h
     cross join lateral (${plansOf}) n
     where o.company_id = ${companyId}
       and o.side       = 1
       and o.kind in ('invoice', 'debit_memo')
       and o.due_on     < ${asOf}
     order by o.account_id, o.due_on, o.item_id`);
  return rows.map(debtOf);
}

const paidOf = sql`
  select json_agg(json_build_array(x.effective_on, x.amount_minor::text)) as paid
    from ledger.application_history x
   where x.account_id    = o.account_id
     and x.debit_item_id = o.item_id`;

const contestsOf = sql`
  select json_agg(json_build_array(x.effective_on, x.ended_on, x.amount_minor::text)) as contests
    from disputes.dispute_history x
   where x.account_id = o.account_id
     and x.item_id    = o.item_id`;

const chargedOf = sql`
  select max(x.to_on) as interest_to
    from (select s.to_on
            from strategies.interest_card s
           where s.account_id = o.account_id
             and s.item_id    = o.item_id
           union all
          select s.to_on
            from charges.interest_card s
           where s.account_id = o.account_id
             and s.item_id    = o.item_id) x`;

const feesOf = sql`
  select exists (select
                   from charges.booked_item x
                  where x.account_id = o.account_id
                    and x.item_id    = o.item_id
                    and x.fee
                    and not exists (select
                                      from charges.ended e
                                     where e.account_id     = x.account_id
                                       and e.charge_item_id = x.charge_item_id
                                       and e.how            = 'reversed')) as fee_charged`;

const holdsOf = sql`
  select coalesce(bool_or(x.kind in ('bankruptcy', 'deceased')), false) as stay,
         min(x.starts_on) filter (where x.kind = 'servicemember') as service_from,
         max(x.ends_on) filter (where x.kind = 'servicemember') as service_to
    from compliance.hold_card x
   where x.account_id = o.account_id`;

const plansOf = sql`
  select exists (select
                   from promises.planned_item x
                  where x.account_id = o.account_id
                    and x.item_id    = o.item_id) as on_plan`;

function debtOf(row: Row): FoundDebt {
  const said = row.purpose;
  const consumer = said === null ? consumers.has(row.kind) : said === 'consumer';
  const { service_from: from, service_to: to } = row;
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    itemId: id(row.item_id),
    document: row.number,
    currency: row.currency,
    minor: row.amount_minor,
    paid: (row.paid ?? []).map(([on, minor]) => ({ on: day(on), minor: BigInt(minor) })),
    contests: (row.contests ?? []).map(([start, end, minor]) => ({
      from: day(start),
      to: end === null ? null : day(end),
      minor: minor === null ? null : BigInt(minor),
    })),
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    interestTo: row.interest_to === null ? null : day(row.interest_to),
    feeCharged: row.fee_charged,
    purpose: consumer ? 'consumer' : 'business',
    state: row.state,
    country: row.country,
    stay: row.stay,
    onPlan: row.on_plan,
    service: from === null ? null : { from: day(from), to: to === null ? null : day(to) },
  };
}
