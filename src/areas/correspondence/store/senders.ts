/** From whom a company's mails come, and what pauses their sending. */
import { type Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Sender = {
  readonly fromName: string;
  readonly fromAddress: string;
  /** Where answers go; the sender itself when empty. */
  readonly replyTo: string;
  readonly signature: string;
};

/** The latest that was said of a company's sender; undefined while nobody said anything. */
export async function senderOf(db: Queries, companyId: Id): Promise<Sender | undefined> {
  const row = await db.maybe(sql<{
    from_name: string;
    from_address: string;
    reply_to: string;
    signature: string;
  }>`
    select from_name, from_address, reply_to, signature
      from correspondence.sender_fact
     where company_id = ${companyId}
     order by recorded_at desc
     limit 1`);
  return (
    row && {
      fromName: row.from_name,
      fromAddress: row.from_address,
      replyTo: row.reply_to,
      signature: row.signature,
    }
  );
}

export async function insertSender(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  sender: Sender,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.sender_fact (company_id, recorded_at, from_name, from_address,
                                            reply_to, signature, reason, actor)
    values (${companyId}, ${at}, ${sender.fromName}, ${sender.fromAddress}, ${sender.replyTo},
            ${sender.signature}, ${reason}, ${actor.ref})`);
}

export type SendingAct = 'paused' | 'resumed' | 'stopped';

export async function insertSendingAct(
  { tx, at, actor, reason }: Context,
  scope: string,
  act: SendingAct,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.sending_act (scope, recorded_at, act, reason, actor)
    values (${scope}, ${at}, ${act}, ${reason}, ${actor.ref})`);
}

export type SendingStand = {
  readonly scope: string;
  readonly act: SendingAct;
  readonly reason: string;
  readonly at: Instant;
  readonly actor: string;
};

/** The latest act of every scope. */
export async function sendingStands(db: Queries): Promise<SendingStand[]> {
  const rows = await db.all(sql<{
    scope: string;
    act: SendingAct;
    reason: string;
    recorded_at: string;
    actor: string;
  }>`
    select distinct on (s.scope) s.scope, s.act, s.reason, s.recorded_at,
           coalesce(p.name, s.actor) as actor
      from correspondence.sending_act s
      left join team.person p on 'member:' || p.member_id = s.actor
     order by s.scope, s.recorded_at desc`);
  return rows.map(({ recorded_at, ...row }) => ({ ...row, at: instant(recorded_at) }));
}
