/** Accounts of a company by what a minute on them is worth, best first. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { WorkKind } from '../rules/work.ts';
import type { Way } from '../rules/worth/standing.ts';

export type PricedAccount = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly owner: string | null;
  readonly overdue: bigint;
  readonly overdueBase: bigint;
  readonly currency: Currency;
  readonly way: Way;
  /** The part of what is overdue that the contact adds. */
  readonly adds: number;
  readonly minutes: number;
  readonly basis: 'assumed' | 'learned';
  readonly planned: boolean;
  /** Why it stands on the day's list. */
  readonly kinds: readonly WorkKind[];
  readonly leftAloneUntil: Day | null;
};

export type PricedGroup = 'all' | 'planned' | 'control';

export async function pricedAccounts(
  db: Queries,
  companyId: Id,
  { group, limit, on }: { readonly group: PricedGroup; readonly limit: number; readonly on: Day },
): Promise<PricedAccount[]> {
  const only = {
    all: sql`true`,
    planned: sql`w.planned and w.left_alone_until is null`,
    control: sql`w.left_alone_until >= ${on}`,
  }[group];
  const rows = await db.all(sql<{
    account_id: string;
    number: string;
    name: string;
    owner: string | null;
    overdue_minor: bigint;
    overdue_base_minor: bigint;
    currency: string;
    way: Way;
    adds: number;
    minutes: number;
    basis: 'assumed' | 'learned';
    planned: boolean;
    kinds: WorkKind[];
    left_alone_until: string | null;
  }>`
    select w.account_id, a.number, a.name, p.name as owner, a.overdue_minor, a.overdue_base_minor,
           a.currency, w.way, w.adds, w.minutes, w.basis, w.planned, a.kinds,
           w.left_alone_until
      from worklist.account_worth w
      join worklist.account_work a on a.account_id = w.account_id
      left join team.person p on p.member_id = a.owner_id
     where w.company_id = ${companyId}
       and ${only}
     order by a.overdue_base_minor * w.adds - w.price * w.minutes / 10000 desc, w.account_id
     limit ${limit}`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    account: row.number,
    name: row.name,
    owner: row.owner,
    overdue: row.overdue_minor,
    overdueBase: row.overdue_base_minor,
    currency: currency(row.currency),
    way: row.way,
    adds: row.adds,
    minutes: row.minutes,
    basis: row.basis,
    planned: row.planned,
    kinds: row.kinds,
    leftAloneUntil: row.left_alone_until === null ? null : day(row.left_alone_until),
  }));
}
