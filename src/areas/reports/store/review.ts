/**
 * The review of what moved into a later bucket since a person last looked at everything.
 *
 * The window opens after the last day on which that person had answered every crossing, so a
 * review left half done loses nothing: tomorrow the rest is still there.
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';

export type Review = {
  readonly memberId: Id;
  readonly since: Day;
  readonly today: Day;
  readonly edges: readonly number[];
  readonly companies: CompanyScope;
};

export type ReviewAnswer = 'acknowledged' | 'actioned' | 'delegated';

export type CrossingRow = {
  account_id: string;
  account: string;
  name: string;
  item_id: string;
  number: string;
  currency: string;
  open_minor: bigint;
  due_on: string;
  days: number;
  from_days: number;
  answer: ReviewAnswer | null;
};

/** The last day that the person has wholly reviewed; yesterday for somebody new. */
export async function reviewedUpTo(db: Queries, memberId: Id, today: Day): Promise<Day> {
  const row = await db.one(sql<{ looked_on: string | null }>`
    select max(looked_on) as looked_on
      from reports.review_look
     where member_id = ${memberId}
       and looked_on < ${today}`);
  return row.looked_on === null ? plusDays(today, -1) : day(row.looked_on);
}

/** A page of crossings, largest first, with how many there are and how many are answered. */
export async function crossings(
  db: Queries,
  review: Review,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: CrossingRow[]; count: number; answered: number }> {
  const rows = await db.all(sql<CrossingRow & { count: bigint; answered: bigint }>`
    select x.*, count(*) over () as count, count(x.answer) over () as answered
      from (${crossed(review)}) x
     order by x.open_minor desc, x.item_id
     limit ${limit}
    offset ${offset}`);
  const [first] = rows;
  return { rows, count: Number(first?.count ?? 0), answered: Number(first?.answered ?? 0) };
}

/** How many crossings still want an answer. */
export async function unanswered(db: Queries, review: Review): Promise<number> {
  const { left } = await db.one(sql<{ left: bigint }>`
    select count(*) as left from (${crossed(review)}) x where x.answer is null`);
  return Number(left);
}

function crossed({ memberId, since, today, edges, companies }: Review): Sql {
  const entered = edges.map((edge) => {
    const first = sql`i.due_on + ${sql.lit(Math.trunc(edge) + 1)}`;
    return sql`(${first} > ${since}::date and ${first} <= ${today}::date)`;
  });
  return sql`
    select i.account_id, c.account, c.name, i.item_id, t.number, i.currency, i.open_minor, i.due_on,
           ${today}::date - i.due_on as days,
           ${since}::date - i.due_on as from_days,
           (select r.answer
              from reports.review_answer r
             where r.account_id  = i.account_id
               and r.item_id     = i.item_id
               and r.member_id   = ${memberId}
               and r.reviewed_on > ${since}::date
             order by r.recorded_at desc
             limit 1) as answer
      from ledger.open_items_on(${today}::date) i
      join ledger.item_name t on t.account_id = i.account_id and t.item_id = i.item_id
      join customers.account_card c on c.account_id = i.account_id
     where i.aged
       and (${sql.join(entered, sql` or `)})
       and ${inCompanies(sql`c.company_id`, companies)}`;
}

export type Answering = {
  readonly memberId: Id;
  readonly answer: ReviewAnswer;
  readonly delegateTo: Id | null;
  readonly items: readonly { readonly accountId: Id; readonly itemId: Id }[];
};

/** Stores one answer for many items; items that are not there are left out. */
export async function insertAnswers(context: Context, answering: Answering): Promise<number> {
  const { items } = answering;
  return context.tx.run(sql`
    insert into reports.review_answer (account_id, item_id, member_id, reviewed_on, answer,
                                       delegated_to, recorded_at)
    select i.account_id, i.item_id, ${answering.memberId}, ${context.today},
           ${answering.answer}, ${answering.delegateTo}, ${context.at}
      from ledger.item_name i
      join unnest(${items.map((item) => item.accountId)}::uuid[],
                  ${items.map((item) => item.itemId)}::uuid[]) as w (account_id, item_id)
        on w.account_id = i.account_id and w.item_id = i.item_id`);
}

/** Notes that the person has answered everything up to today. */
export async function insertLook(context: Context, memberId: Id): Promise<void> {
  await context.tx.run(sql`
    insert into reports.review_look (member_id, looked_on, at)
    values (${memberId}, ${context.today}, ${context.at})
        on conflict do nothing`);
}
