/** What is known of a Medicare overpayment: identified, looked into, a cost report due. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type OverpaymentAct = {
  readonly accountId: Id;
  readonly creditId: Id;
  readonly kind: 'identified' | 'inquiry_began' | 'inquiry_ended' | 'cost_report';
  readonly on: Day;
};

export async function insertOverpaymentAct(
  { tx, at, actor, reason, newId }: Context,
  { accountId, creditId, kind, on }: OverpaymentAct,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.overpayment_act (account_id, credit_id, act_id, kind, on_day, recorded_at,
                                         actor, reason)
    values (${accountId}, ${creditId}, ${newId()}, ${kind}, ${on}, ${at}, ${actor.ref},
            ${reason})`);
}

/** The latest first. */
export async function actsOfOverpayment(
  db: Queries,
  accountId: Id,
  creditId: Id,
): Promise<Pick<OverpaymentAct, 'kind' | 'on'>[]> {
  const rows = await db.all(sql<{ kind: OverpaymentAct['kind']; on_day: string }>`
    select kind, on_day
      from refunds.overpayment_act
     where account_id = ${accountId}
       and credit_id  = ${creditId}
     order by recorded_at desc, act_id desc`);
  return rows.map(({ kind, on_day }) => ({ kind, on: day(on_day) }));
}
