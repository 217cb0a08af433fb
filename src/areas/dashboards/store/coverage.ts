/** Accounts with overdue debts that nobody covers, or that nobody touched for long. */
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type CoverageKind, untouchedDays } from '../rules/coverage.ts';
import type { Book } from './asked.ts';

export type CoverageRow = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  amount: bigint;
  due_on: string;
  touched_on: string | null;
  owner: string | null;
};

/** How many there are and what is overdue on them together. */
export async function coverageSum(
  db: Queries,
  book: Book,
  kind: CoverageKind,
): Promise<{ count: bigint; amount: bigint }> {
  return db.one(sql<{ count: bigint; amount: bigint }>`
    select count(*) as count, coalesce(sum(r.amount), 0)::bigint as amount
      from (${lyingAbout(book, kind)}) r`);
}

/** A page of them, most overdue money first. */
export async function coverageRows(
  db: Queries,
  book: Book,
  kind: CoverageKind,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<CoverageRow[]> {
  return db.all(sql<CoverageRow>`
    select r.account_id, r.account, r.name, r.company, r.amount, r.due_on, r.touched_on,
           p.name as owner
      from (${lyingAbout(book, kind)}) r
      left join team.person p on p.member_id = r.owner_id
     order by r.amount desc, r.account, r.account_id
     limit ${limit}
    offset ${offset}`);
}

function lyingAbout(book: Book, kind: CoverageKind): Sql {
  const { companies, currency, today } = book;
  return sql`
    select c.account_id, c.account, c.name, c.company, c.owner_id, w.amount, w.due_on,
           c.last_touch_on as touched_on
      from (select i.account_id, sum(i.open_minor)::bigint as amount, min(i.due_on) as due_on
              from ledger.open_debt i
             where i.currency = ${currency}
               and i.due_on < ${today}::date
             group by i.account_id) w
      join customers.account_card c on c.account_id = w.account_id
     where ${inCompanies(sql`c.company_id`, companies)}
       and ${kind === 'uncovered' ? isUncovered(book) : isUntouched(book)}`;
}

function isUncovered({ today }: Book): Sql {
  return sql`
    (c.owner_id is null
     or not exists (select from team.person p where p.member_id = c.owner_id and p.active)
     or (c.owner_id in (select a.member_id
                          from team.absence_card a
                         where ${today}::date between a.from_on and a.last_on)
         and c.account_id not in (select v.account_id
                                    from customers.covered_on(${today}::date) v)))`;
}

function isUntouched({ today }: Book): Sql {
  return sql`coalesce(c.last_touch_on, '-infinity') < ${today}::date - ${untouchedDays}::int`;
}
