/** What a plan is drawn up from: the debts, the customer's kind and state, who asks. */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Coverable = {
  readonly itemId: Id;
  readonly number: string;
  readonly open: Money;
  readonly dueOn: string;
  /** Another plan or settlement that stands covers it already. */
  readonly taken: boolean;
};

/** The open debts of an account in a currency, the oldest first. */
export async function coverable(
  db: Queries,
  accountId: Id,
  currency: Money['currency'],
): Promise<Coverable[]> {
  const rows = await db.all(sql<{
    item_id: string;
    number: string;
    open_minor: bigint;
    due_on: string;
    taken: boolean;
  }>`
    select i.item_id, i.number, i.open_minor, i.due_on,
           exists (select
                     from promises.plan_item p
                     join promises.plan_now n on n.account_id = p.account_id
                                             and n.plan_id    = p.plan_id
                    where p.account_id = i.account_id
                      and p.item_id    = i.item_id
                      and (n.state in ('signed', 'active', 'late')
                           or n.state = 'breached' and n.cure_until is not null))
           or exists (select
                        from promises.settlement_item s
                        join promises.settlement_now n on n.account_id = s.account_id
                                                      and n.settlement_id = s.settlement_id
                       where s.account_id = i.account_id
                         and s.item_id    = i.item_id
                         and n.state in ('asked', 'open')) as taken
      from ledger.open_item i
     where i.account_id = ${accountId}
       and i.currency   = ${currency}
       and i.side       = 1
     order by i.due_on, i.item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    number: row.number,
    open: money(row.open_minor, currency),
    dueOn: row.due_on,
    taken: row.taken,
  }));
}

export type Debtor = {
  readonly companyId: Id;
  readonly company: string;
  readonly baseCurrency: string;
  readonly account: string;
  readonly name: string;
  readonly language: string;
  readonly isBusiness: boolean;
  readonly state: string;
};

/** Whose account it is; a customer without a kind of a person's is a business. */
export async function debtorOf(db: Queries, accountId: Id): Promise<Debtor | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    company_name: string;
    base_currency: string;
    account: string;
    name: string;
    language: string;
    kind: string;
    state: string | null;
  }>`
    select a.company_id, a.company_name, c.base_currency, a.account, a.name, a.language, a.kind,
           d.state
      from customers.account_card a
      join team.company c on c.company_id = a.company_id
      join customers.account_address d on d.account_id = a.account_id
     where a.account_id = ${accountId}`);
  return (
    row && {
      companyId: id(row.company_id),
      company: row.company_name,
      baseCurrency: row.base_currency,
      account: row.account,
      name: row.name,
      language: row.language,
      isBusiness: !['student', 'consumer', 'patient'].includes(row.kind),
      state: row.state ?? '',
    }
  );
}
