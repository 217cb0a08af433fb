/** Debts that were paid in part, or whose instalment was missed, and what was said of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ShortAnswer } from '../rules/short.ts';

export type FoundRest = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly companyId: Id;
  readonly itemId: Id;
  readonly document: string;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly open: Money;
  readonly instalment: boolean;
  readonly offered: readonly bigint[];
  readonly disputed: boolean;
  /** The latest word on this very rest. */
  readonly said: {
    readonly answer: ShortAnswer;
    readonly until: Day | null;
    readonly note: string;
    readonly by: string;
    readonly on: string;
  } | null;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  company_id: string;
  item_id: string;
  number: string;
  due_on: string;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  instalment: boolean;
  offered: string[] | null;
  disputed: boolean;
  answer: ShortAnswer | null;
  until: string | null;
  note: string | null;
  said_by: string | null;
  said_on: string | null;
};

/** All past due by `today`, the largest rest first: who looks for unanswered ones cuts after. */
export async function restsLeft(
  db: Queries,
  companies: CompanyScope,
  today: Day,
  itemId?: Id,
): Promise<FoundRest[]> {
  const rows = await db.all(sql<Row>`
    select r.account_id, c.account, coalesce(c.name, c.account) as name, r.company_id, r.item_id,
           r.number, r.due_on, r.currency, r.amount_minor, r.open_minor, r.instalment,
           (select json_agg(o.amount_minor::text)
              from ledger.offer_card o
             where o.account_id = r.account_id
               and o.item_id    = r.item_id) as offered,
           exists (select
                     from disputes.open_dispute d
                    where d.account_id = r.account_id
                      and d.item_id    = r.item_id) as disputed,
           s.answer, s.until, s.note, coalesce(m.name, s.actor) as said_by, s.said_on
      from ledger.rest_card r
      join customers.account_card c on c.account_id = r.account_id
      join team.company co on co.company_id = r.company_id
      left join lateral (select x.answer, x.until, x.note, x.actor,
                                (x.recorded_at at time zone co.zone)::date as said_on
                           from charges.short_answer x
                          where x.account_id = r.account_id
                            and x.item_id    = r.item_id
                            and x.open_minor = r.open_minor
                          order by x.recorded_at desc
                          limit 1) s on true
      left join team.person m on 'member:' || m.member_id = s.actor
     where ${inCompanies(sql`r.company_id`, companies)}
       and r.due_on < ${today}
       and ${itemId === undefined ? sql`true` : sql`r.item_id = ${itemId}`}
     order by r.open_base_minor desc, r.account_id, r.item_id`);
  return rows.map(restOf);
}

function restOf(row: Row): FoundRest {
  const code = currency(row.currency);
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    companyId: id(row.company_id),
    itemId: id(row.item_id),
    document: row.number,
    dueOn: day(row.due_on),
    amount: money(row.amount_minor, code),
    open: money(row.open_minor, code),
    instalment: row.instalment,
    offered: (row.offered ?? []).map(BigInt),
    disputed: row.disputed,
    said:
      row.answer === null
        ? null
        : {
            answer: row.answer,
            until: row.until === null ? null : day(row.until),
            note: row.note ?? '',
            by: row.said_by ?? '',
            on: row.said_on ?? '',
          },
  };
}

export type NewShortAnswer = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly open: bigint;
  readonly answer: ShortAnswer;
  readonly until: Day | null;
  readonly note: string;
};

export async function insertShortAnswer(
  { tx, at, actor, newId }: Context,
  { accountId, itemId, open, answer, until, note }: NewShortAnswer,
): Promise<void> {
  await tx.run(sql`
    insert into charges.short_answer (account_id, answer_id, item_id, open_minor, answer, until,
                                      note, actor, recorded_at)
    values (${accountId}, ${newId()}, ${itemId}, ${open}, ${answer}, ${until}, ${note},
            ${actor.ref}, ${at})`);
}
