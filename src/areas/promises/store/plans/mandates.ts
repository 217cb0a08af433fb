/** Leave to take instalments by themselves; which bank and its last four digits, never a number. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewMandate = {
  readonly accountId: Id;
  readonly mandateId: Id;
  readonly planId: Id;
  readonly method: 'ach' | 'card';
  readonly institution: string;
  readonly lastFour: string;
  readonly givenBy: string;
};

export type Mandate = Omit<NewMandate, 'accountId' | 'planId'> & {
  readonly givenOn: Day;
  readonly endedOn: Day | null;
};

export async function insertMandate(
  { tx, at, actor, today }: Context,
  mandate: NewMandate,
): Promise<void> {
  await tx.run(sql`
    insert into promises.mandate (account_id, mandate_id, plan_id, method, institution, last_four,
                                  given_by, given_on, recorded_at, actor)
    values (${mandate.accountId}, ${mandate.mandateId}, ${mandate.planId}, ${mandate.method},
            ${mandate.institution}, ${mandate.lastFour}, ${mandate.givenBy}, ${today}, ${at},
            ${actor.ref})`);
}

/** False when it is ended already. */
export async function insertMandateEnd(
  { tx, at, actor, today, reason }: Context,
  accountId: Id,
  mandateId: Id,
): Promise<boolean> {
  const ended = await tx.run(sql`
    insert into promises.mandate_end (account_id, mandate_id, ended_on, recorded_at, actor, reason)
    values (${accountId}, ${mandateId}, ${today}, ${at}, ${actor.ref}, ${reason})
        on conflict do nothing`);
  return ended > 0;
}

export async function mandatesOf(db: Queries, accountId: Id, planId: Id): Promise<Mandate[]> {
  const rows = await db.all(sql<{
    mandate_id: string;
    method: 'ach' | 'card';
    institution: string;
    last_four: string;
    given_by: string;
    given_on: string;
    ended_on: string | null;
  }>`
    select m.mandate_id, m.method, m.institution, m.last_four, m.given_by, m.given_on,
           e.ended_on
      from promises.mandate m
      left join promises.mandate_end e on e.account_id = m.account_id
                                      and e.mandate_id = m.mandate_id
     where m.account_id = ${accountId}
       and m.plan_id    = ${planId}
     order by m.mandate_id`);
  return rows.map((row) => ({
    mandateId: id(row.mandate_id),
    method: row.method,
    institution: row.institution,
    lastFour: row.last_four,
    givenBy: row.given_by,
    givenOn: day(row.given_on),
    endedOn: row.ended_on === null ? null : day(row.ended_on),
  }));
}
