/** The open credits of the book as refunds look at them, and what a law found among them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { type Origin, originOf } from '../rules/origin.ts';

export type OpenCredit = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly account: string;
  readonly name: string;
  readonly itemId: Id;
  readonly document: string;
  readonly kind: string;
  readonly origin: Origin;
  readonly amount: Money;
  readonly open: Money;
  readonly available: Money;
  readonly on: Day;
  /** How the money came; undefined for what is no receipt of the desk. */
  readonly method: string | undefined;
  readonly payer: string;
  readonly reference: string;
};

type Row = {
  account_id: string;
  company_id: string;
  account: string;
  name: string;
  item_id: string;
  number: string;
  kind: string;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  reserved_minor: bigint;
  effective_on: string;
  method: string | null;
  payer_name: string | null;
  reference: string;
  twins: string[] | null;
  is_title_iv: boolean;
};

export type CreditFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly itemIds?: readonly Id[] | undefined;
};

/**
 * All open credits, the largest first; receipts of the same amount stand beside each. Never cut
 * here: a law may watch the smallest of them.
 */
export async function openCredits(
  db: Queries,
  { companies, accountId, itemIds }: CreditFilter,
): Promise<OpenCredit[]> {
  const condition = allOf([
    sql`o.side = -1`,
    inCompanies(sql`o.company_id`, companies),
    accountId && sql`o.account_id = ${accountId}`,
    itemIds && sql`o.item_id = any(${itemIds}::uuid[])`,
  ]);
  const rows = await db.all(sql<Row>`
    select c.account_id, c.company_id, a.account, a.name, c.item_id, c.number, c.kind, c.currency,
           c.amount_minor, c.open_minor, c.reserved_minor, c.effective_on, r.method, r.payer_name,
           c.reference, t.twins, f.account_id is not null as is_title_iv
      from (select o.*
              from ledger.open_item o
             where ${condition}) c
      join customers.account_card a on a.account_id = c.account_id
      ${besides}
     order by c.open_minor desc, c.item_id`);
  return rows.map(creditOf);
}

/** How the money came, its twins, and whether a Title IV balance stands on the account. */
const besides: Sql = sql`
      left join lateral (select p.method, p.payer_name
                           from cash.receipt_card p
                          where p.on_account = c.account_id
                            and p.item_id    = c.item_id
                          limit 1) r on true
      left join lateral (select array_agg(i.effective_on::text) as twins
                           from ledger.movement i
                          where i.account_id = c.account_id
                            and i.kind       = 'receipt'
                            and c.kind       = 'receipt'
                            and i.item_id   <> c.item_id
                            and i.currency   = c.currency
                            and i.amount     = -c.amount_minor) t on true
      left join lateral (select k.account_id
                           from refunds.credit_card k
                          where k.account_id = c.account_id
                            and k.pack       = 'title_iv'
                          limit 1) f on true`;

function creditOf(row: Row): OpenCredit {
  const method = row.method ?? undefined;
  return {
    accountId: id(row.account_id),
    companyId: id(row.company_id),
    account: row.account,
    name: row.name ?? row.account,
    itemId: id(row.item_id),
    document: row.number,
    kind: row.kind,
    origin: originOf({
      kind: row.kind,
      amount: row.amount_minor,
      open: row.open_minor,
      on: day(row.effective_on),
      method,
      twins: (row.twins ?? []).map(day),
      isTitleIv: row.is_title_iv,
    }),
    amount: money(row.amount_minor, row.currency),
    open: money(row.open_minor, row.currency),
    available: money(row.open_minor - row.reserved_minor, row.currency),
    on: day(row.effective_on),
    method,
    payer: row.payer_name ?? '',
    reference: row.reference,
  };
}

export type FoundCredit = {
  readonly accountId: Id;
  readonly creditId: Id;
  readonly companyId: Id;
  readonly pack: string;
  readonly itemId: Id | null;
  readonly subject: string;
  readonly amount: Money;
  readonly aroseOn: Day;
  readonly dueOn: Day;
  readonly citation: string;
  readonly facts: Readonly<Record<string, string>>;
};

export async function insertCredit(
  { tx, at, actor, reason }: Context,
  credit: FoundCredit,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.credit (account_id, credit_id, company_id, pack, item_id, subject,
                                currency, amount_minor, arose_on, due_on, citation, facts,
                                recorded_at, actor, reason)
    values (${credit.accountId}, ${credit.creditId}, ${credit.companyId}, ${credit.pack},
            ${credit.itemId}, ${credit.subject}, ${credit.amount.currency},
            ${credit.amount.minor.toString()}, ${credit.aroseOn}, ${credit.dueOn},
            ${credit.citation}, ${JSON.stringify(credit.facts)}, ${at}, ${actor.ref}, ${reason})`);
}

export async function endCredit(
  { tx, at, today, actor, reason }: Context,
  { accountId, creditId }: Pick<FoundCredit, 'accountId' | 'creditId'>,
  how: 'paid' | 'gone' | 'replaced' | 'surrendered',
): Promise<void> {
  await tx.run(sql`
    insert into refunds.credit_end (account_id, credit_id, how, ended_on, recorded_at, actor,
                                    reason)
    values (${accountId}, ${creditId}, ${how}, ${today}, ${at}, ${actor.ref}, ${reason})
        on conflict do nothing`);
}

type FoundRow = {
  account_id: string;
  credit_id: string;
  company_id: string;
  pack: string;
  item_id: string | null;
  subject: string;
  currency: string;
  amount_minor: bigint;
  arose_on: string;
  due_on: string;
  citation: string;
  facts: Readonly<Record<string, string>>;
};

/** Credits that a law watches and that are not gone. */
export async function foundCredits(
  db: Queries,
  {
    companies,
    accountIds,
    packs,
  }: {
    readonly companies: CompanyScope;
    readonly accountIds?: readonly Id[] | undefined;
    readonly packs?: readonly string[] | undefined;
  },
): Promise<FoundCredit[]> {
  const condition = allOf([
    inCompanies(sql`c.company_id`, companies),
    accountIds && sql`c.account_id = any(${accountIds}::uuid[])`,
    packs && sql`c.pack = any(${packs}::text[])`,
  ]);
  const rows = await db.all(sql<FoundRow>`
    select c.account_id, c.credit_id, c.company_id, c.pack, c.item_id, c.subject, c.currency,
           c.amount_minor, c.arose_on, c.due_on, c.citation, c.facts
      from refunds.credit_card c
     where ${condition}
     order by c.due_on, c.credit_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    creditId: id(row.credit_id),
    companyId: id(row.company_id),
    pack: row.pack,
    itemId: row.item_id === null ? null : id(row.item_id),
    subject: row.subject,
    amount: money(row.amount_minor, row.currency),
    aroseOn: day(row.arose_on),
    dueOn: day(row.due_on),
    citation: row.citation,
    facts: row.facts,
  }));
}
