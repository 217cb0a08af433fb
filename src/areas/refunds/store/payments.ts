/** Payments of refunds and the files they went out with. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { PayMethod } from '../rules/refund.ts';

/** What went back of a credit and did not return, in minor units. */
export async function refundedOf(db: Queries, accountId: Id, itemId: Id): Promise<bigint> {
  const { total } = await db.one(sql<{ total: bigint }>`
    select coalesce(sum(a.amount_minor), 0)::bigint as total
      from ledger.standing_application a
     where a.account_id     = ${accountId}
       and a.credit_item_id = ${itemId}
       and a.kind           = 'refund'`);
  return total;
}

/** Two who pay out for one company wait for each other: check numbers count on. */
export async function lockPayouts(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`refunds.payout ${companyId}`}, 0))`);
}

/** The last check that was written, and how many payments went out in a day. */
export async function lastNumbers(
  db: Queries,
  companyId: Id,
  on: Day,
): Promise<{ checkNo: bigint; files: number; payments: number }> {
  const row = await db.one(sql<{ check_no: bigint; files: bigint; payments: bigint }>`
    select coalesce((select max(p.check_no)
                       from refunds.written_check p
                      where p.company_id = ${companyId}), 0)::bigint as check_no,
           (select count(*)
              from refunds.payout o
             where o.company_id = ${companyId}
               and o.made_on    = ${on}) as files,
           (select coalesce(sum(o.payments), 0)::bigint
              from refunds.payout o
             where o.company_id = ${companyId}
               and o.method     = 'ach') as payments`);
  return { checkNo: row.check_no, files: Number(row.files), payments: Number(row.payments) };
}

export type NewPayout = {
  readonly payoutId: Id;
  readonly companyId: Id;
  readonly method: PayMethod;
  readonly total: Money;
  readonly payments: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly sealed: string;
};

export async function insertPayout(
  { tx, at, today, actor, reason }: Context,
  payout: NewPayout,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.payout (payout_id, company_id, method, currency, made_on, payments,
                                total_minor, file_name, sha256, sealed, recorded_at, actor, reason)
    values (${payout.payoutId}, ${payout.companyId}, ${payout.method}, ${payout.total.currency},
            ${today}, ${payout.payments}, ${payout.total.minor.toString()}, ${payout.fileName},
            ${payout.sha256}, ${payout.sealed}, ${at}, ${actor.ref}, ${reason})`);
}

export type NewPayment = {
  readonly accountId: Id;
  readonly paymentId: Id;
  readonly refundId: Id;
  readonly payoutId: Id;
  readonly companyId: Id;
  readonly method: PayMethod;
  readonly amount: Money;
  readonly number: string;
  readonly checkNo: bigint | null;
  /** The ledger's refund items, each with the credit that it was paid from. */
  readonly items: readonly { readonly itemId: Id; readonly creditItemId: Id }[];
};

export async function insertPayment(
  { tx, at, today, actor }: Context,
  payment: NewPayment,
): Promise<void> {
  const { accountId, paymentId, amount } = payment;
  await tx.run(sql`
    insert into refunds.payment (account_id, payment_id, refund_id, payout_id, company_id, method,
                                 currency, amount_minor, number, issued_on, recorded_at, actor)
    values (${accountId}, ${paymentId}, ${payment.refundId}, ${payment.payoutId},
            ${payment.companyId}, ${payment.method}, ${amount.currency},
            ${amount.minor.toString()}, ${payment.number}, ${today}, ${at}, ${actor.ref})`);
  if (payment.checkNo !== null) {
    await tx.run(sql`
      insert into refunds.written_check (company_id, check_no, payment_id)
      values (${payment.companyId}, ${payment.checkNo.toString()}, ${paymentId})`);
  }
  for (const { itemId, creditItemId } of payment.items) {
    await tx.run(sql`
      insert into refunds.payment_item (account_id, payment_id, item_id, credit_item_id)
      values (${accountId}, ${paymentId}, ${itemId}, ${creditItemId})`);
  }
}

export type Payment = Omit<NewPayment, 'checkNo'> & {
  readonly issuedOn: Day;
  /** Of the first attempt, from which the 240 days of Title IV count. */
  readonly firstIssuedOn: Day;
};

/** The payments of refunds, the latest first. */
async function paymentsWhere(db: Queries, condition: Sql): Promise<Payment[]> {
  const rows = await db.all(sql<{
    account_id: string;
    payment_id: string;
    refund_id: string;
    payout_id: string;
    company_id: string;
    method: PayMethod;
    currency: string;
    amount_minor: bigint;
    number: string;
    issued_on: string;
    first_on: string;
    items: { itemId: string; creditItemId: string }[] | null;
  }>`
    select p.account_id, p.payment_id, p.refund_id, p.payout_id, p.company_id, p.method,
           p.currency, p.amount_minor, p.number, p.issued_on,
           (select min(o.issued_on)
              from refunds.payment o
             where o.account_id = p.account_id
               and o.refund_id  = p.refund_id) as first_on,
           (select jsonb_agg(jsonb_build_object('itemId', i.item_id,
                                                'creditItemId', i.credit_item_id))
              from refunds.payment_item i
             where i.account_id = p.account_id
               and i.payment_id = p.payment_id) as items
      from refunds.payment p
     where ${condition}
     order by p.recorded_at desc, p.payment_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    paymentId: id(row.payment_id),
    refundId: id(row.refund_id),
    payoutId: id(row.payout_id),
    companyId: id(row.company_id),
    method: row.method,
    amount: money(row.amount_minor, row.currency),
    number: row.number,
    issuedOn: day(row.issued_on),
    firstIssuedOn: day(row.first_on),
    items: (row.items ?? []).map((each) => ({
      itemId: id(each.itemId),
      creditItemId: id(each.creditItemId),
    })),
  }));
}

export async function paymentById(
  db: Queries,
  accountId: Id,
  paymentId: Id,
): Promise<Payment | undefined> {
  const [found] = await paymentsWhere(
    db,
    sql`p.account_id = ${accountId} and p.payment_id = ${paymentId}`,
  );
  return found;
}

/** Every attempt to pay a refund, the latest first. */
export async function paymentsOf(db: Queries, accountId: Id, refundId: Id): Promise<Payment[]> {
  return paymentsWhere(db, sql`p.account_id = ${accountId} and p.refund_id = ${refundId}`);
}

export type Payout = {
  readonly payoutId: Id;
  readonly company: string;
  readonly method: PayMethod;
  readonly madeOn: Day;
  readonly payments: number;
  readonly total: Money;
  readonly fileName: string;
  readonly sha256: string;
  readonly sealed: string;
  readonly by: string;
};

/** Files that were made, the newest first. */
export async function payouts(
  db: Queries,
  { companies, payoutId }: { readonly companies: CompanyScope; readonly payoutId?: Id | undefined },
  limit: number,
): Promise<Payout[]> {
  const condition = allOf([
    inCompanies(sql`o.company_id`, companies),
    payoutId && sql`o.payout_id = ${payoutId}`,
  ]);
  const rows = await db.all(sql<{
    payout_id: string;
    code: string;
    method: PayMethod;
    currency: string;
    made_on: string;
    payments: number;
    total_minor: bigint;
    file_name: string;
    sha256: string;
    sealed: string;
    by: string;
  }>`
    select o.payout_id, c.code, o.method, o.currency, o.made_on, o.payments, o.total_minor,
           o.file_name, o.sha256, o.sealed, coalesce(m.name, o.actor) as by
      from refunds.payout o
      join team.company c on c.company_id = o.company_id
      left join team.person m on o.actor = 'member:' || m.member_id
     where ${condition}
     order by o.recorded_at desc
     limit ${limit}`);
  return rows.map((row) => ({
    payoutId: id(row.payout_id),
    company: row.code,
    method: row.method,
    madeOn: day(row.made_on),
    payments: row.payments,
    total: money(row.total_minor, row.currency),
    fileName: row.file_name,
    sha256: row.sha256,
    sealed: row.sealed,
    by: row.by,
  }));
}

export async function saveSetting(
  { tx, at, actor, reason, newId }: Context,
  {
    companyId,
    method,
    details,
  }: {
    readonly companyId: Id;
    readonly method: string;
    readonly details: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await tx.run(sql`
    insert into refunds.payout_setting (company_id, method, setting_id, details, recorded_at,
                                        actor, reason)
    values (${companyId}, ${method}, ${newId()}, ${JSON.stringify(details)}, ${at}, ${actor.ref},
            ${reason})`);
}

/** How a company pays out by a method; undefined where nobody said so. */
export async function settingOf(
  db: Queries,
  companyId: Id,
  method: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const row = await db.maybe(sql<{ details: Readonly<Record<string, string>> }>`
    select details
      from refunds.payout_setting
     where company_id = ${companyId}
       and method     = ${method}
     order by recorded_at desc
     limit 1`);
  return row?.details;
}
