/** What contacts are worth, kept as the morning found it: read with an account's facts. */
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { WorthFact } from '../rules/work.ts';
import type { Way } from '../rules/worth/standing.ts';
import { type Scope, filter } from './scope.ts';

/** The price of a minute is kept in ten-thousandths of a minor unit. */
const fine = 10_000;

export async function worthRows(db: Queries, scope: Scope): Promise<Map<string, WorthFact>> {
  const rows = await db.all(sql<{
    account_id: string;
    way: Way;
    alone: number;
    adds: number;
    minutes: number;
    price: bigint;
    basis: 'assumed' | 'learned';
    usual_days: number | null;
    left_alone_until: string | null;
  }>`
    select w.account_id, w.way, w.alone, w.adds, w.minutes, w.price, w.basis, w.usual_days,
           w.left_alone_until
      from worklist.account_worth w
     where ${filter(scope, sql`w.account_id`)}`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        way: row.way,
        alone: row.alone,
        adds: row.adds,
        minutes: row.minutes,
        price: Number(row.price) / fine,
        basis: row.basis,
        usualDays: row.usual_days,
        leftAloneUntil: row.left_alone_until === null ? null : day(row.left_alone_until),
      },
    ]),
  );
}

export type KeptWorth = WorthFact & { readonly accountId: Id; readonly planned: boolean };

/** Puts a company's worths in the place of those of the morning before. */
export async function replaceWorths(
  tx: Tx,
  { companyId, on }: { readonly companyId: Id; readonly on: Day },
  worths: readonly KeptWorth[],
): Promise<void> {
  await tx.run(sql`delete from worklist.account_worth where company_id = ${companyId}`);
  await tx.copyIn(
    `worklist.account_worth (account_id, company_id, priced_on, way, alone, adds, minutes, price,
      basis, usual_days, planned, left_alone_until)`,
    worths.map((each) => [
      each.accountId,
      companyId,
      on,
      each.way,
      each.alone,
      each.adds,
      each.minutes,
      Math.round(each.price * fine),
      each.basis,
      each.usualDays,
      each.planned,
      each.leftAloneUntil,
    ]),
  );
}

export type DayPlan = {
  readonly on: Day;
  readonly capacity: number;
  readonly minutes: number;
  /** Accounts where a contact adds something, those the day has room for, those left alone. */
  readonly worthIt: number;
  readonly planned: number;
  readonly leftAlone: number;
  /** Of a minute, in minor units. */
  readonly price: number;
  readonly currency: string;
};

export async function keepPlan(tx: Tx, companyId: Id, plan: DayPlan): Promise<void> {
  await tx.run(sql`
    insert into worklist.day_plan (company_id, planned_on, capacity, minutes, worth_it, planned,
                                   left_alone, price, currency)
    values (${companyId}, ${plan.on}, ${Math.round(plan.capacity)}, ${Math.round(plan.minutes)},
            ${plan.worthIt}, ${plan.planned}, ${plan.leftAlone}, ${Math.round(plan.price * fine)},
            ${plan.currency})
        on conflict (company_id) do update
       set planned_on = excluded.planned_on, capacity = excluded.capacity,
           minutes = excluded.minutes, worth_it = excluded.worth_it, planned = excluded.planned,
           left_alone = excluded.left_alone, price = excluded.price,
           currency = excluded.currency`);
}

export async function planOf(db: Queries, companyId: Id): Promise<DayPlan | undefined> {
  const row = await db.maybe(sql<{
    planned_on: string;
    capacity: number;
    minutes: number;
    worth_it: number;
    planned: number;
    left_alone: number;
    price: bigint;
    currency: string;
  }>`
    select planned_on, capacity, minutes, worth_it, planned, left_alone, price, currency
      from worklist.day_plan
     where company_id = ${companyId}`);
  return (
    row && {
      on: day(row.planned_on),
      capacity: row.capacity,
      minutes: row.minutes,
      worthIt: row.worth_it,
      planned: row.planned,
      leftAlone: row.left_alone,
      price: Number(row.price) / fine,
      currency: row.currency,
    }
  );
}

/** Was the zone's morning priced? */
export async function isPriced(db: Queries, zone: string, on: Day): Promise<boolean> {
  const { priced } = await db.one(sql<{ priced: boolean }>`
    select exists (select
                     from worklist.day_plan p
                     join team.company c on c.company_id = p.company_id
                    where c.zone       = ${zone}
                      and p.planned_on = ${on}) as priced`);
  return priced;
}

/** Nobody of the company is left alone any more; the caller builds their places anew. */
export async function endControl(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    update worklist.account_worth
       set left_alone_until = null
     where company_id = ${companyId}
       and left_alone_until is not null`);
}

/** Accounts of a company that are left alone. */
export async function controlAccounts(db: Queries, companyId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select account_id
      from worklist.account_worth
     where company_id = ${companyId}
       and left_alone_until is not null`);
  return rows.map(({ account_id }) => id(account_id));
}

/** The last day on which the account is left alone for its worth alone; null: it is not. */
export async function controlUntil(db: Queries, accountId: Id, on: Day): Promise<Day | null> {
  const row = await db.maybe(sql<{ left_alone_until: string }>`
    select w.left_alone_until
      from worklist.account_worth w
      join worklist.account_work a on a.account_id = w.account_id
     where w.account_id = ${accountId}
       and w.left_alone_until >= ${on}
       and a.score = 0`);
  return row ? day(row.left_alone_until) : null;
}
