/** Holds with their evidence, each ended by a row of its own. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { HoldKind } from '../rules/standing.ts';

export type NewHold = {
  readonly accountId: Id;
  readonly holdId: Id;
  readonly kind: HoldKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly evidence: string;
  /** The court and case, the attorney's name and address, the estate's representative. */
  readonly details: Readonly<Record<string, string>>;
};

export type Hold = NewHold & {
  readonly reason: string;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly ended: { readonly on: Day; readonly reason: string; readonly actor: string } | null;
};

export async function insertHold(context: Context, hold: NewHold): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into compliance.hold (account_id, hold_id, kind, starts_on, ends_on, evidence, details,
                                 recorded_at, actor, reason)
    values (${hold.accountId}, ${hold.holdId}, ${hold.kind}, ${hold.startsOn}, ${hold.endsOn},
            ${hold.evidence}, ${JSON.stringify(hold.details)}, ${at}, ${actor.ref}, ${reason})`);
}

export async function insertHoldEnd(
  { tx, at, actor, reason }: Context,
  { accountId, holdId, endedOn }: { accountId: Id; holdId: Id; endedOn: Day },
): Promise<void> {
  await tx.run(sql`
    insert into compliance.hold_end (account_id, hold_id, ended_on, recorded_at, actor, reason)
    values (${accountId}, ${holdId}, ${endedOn}, ${at}, ${actor.ref}, ${reason})`);
}

/** The customer's other accounts on which no such hold stands on the day. */
export async function siblingsWithout(
  db: Queries,
  accountId: Id,
  kind: HoldKind,
  on: Day,
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select s.account_id
      from customers.account_card a
      join customers.account_card s on s.customer_id = a.customer_id
                                   and s.account_id <> a.account_id
                                   and s.merged_into is null
                                   and s.kind <> 'house'
     where a.account_id = ${accountId}
       and not exists (select
                         from compliance.hold_card h
                        where h.account_id = s.account_id
                          and h.kind       = ${kind}
                          and (h.ends_on is null or h.ends_on >= ${on}))
     order by s.account_id`);
  return rows.map((row) => id(row.account_id));
}

/** Every hold of an account, the latest first, also those that were lifted. */
export async function allHoldsOf(db: Queries, accountId: Id): Promise<Hold[]> {
  const rows = await db.all(sql<{
    hold_id: string;
    kind: HoldKind;
    starts_on: string;
    ends_on: string | null;
    evidence: string;
    details: Record<string, string>;
    reason: string;
    recorded_at: string;
    actor: string;
    ended_on: string | null;
    end_reason: string | null;
    end_actor: string | null;
  }>`
    select h.hold_id, h.kind, h.starts_on, h.ends_on, h.evidence, h.details, h.reason,
           h.recorded_at, coalesce(m.name, h.actor) as actor, e.ended_on, e.reason as end_reason,
           coalesce(x.name, e.actor) as end_actor
      from compliance.hold h
      left join compliance.hold_end e on e.account_id = h.account_id and e.hold_id = h.hold_id
      left join team.person m on h.actor = 'member:' || m.member_id
      left join team.person x on e.actor = 'member:' || x.member_id
     where h.account_id = ${accountId}
     order by h.recorded_at desc`);
  return rows.map((row) => ({
    accountId,
    holdId: id(row.hold_id),
    kind: row.kind,
    startsOn: day(row.starts_on),
    endsOn: row.ends_on === null ? null : day(row.ends_on),
    evidence: row.evidence,
    details: row.details,
    reason: row.reason,
    recordedAt: instant(row.recorded_at),
    actor: row.actor,
    ended:
      row.ended_on === null
        ? null
        : { on: day(row.ended_on), reason: row.end_reason ?? '', actor: row.end_actor ?? '' },
  }));
}

/** Repeats the holds that stand under the account that stays; answers their ids. */
export async function carryHoldRows({ tx }: Context, carrying: Carrying): Promise<Id[]> {
  const rows = await tx.all(sql<{ hold_id: string }>`
    select h.hold_id
      from compliance.hold h
     where h.account_id = ${carrying.from}
       and not exists (select
                         from compliance.hold_end e
                        where e.account_id = h.account_id
                          and e.hold_id    = h.hold_id)`);
  const ids = rows.map(({ hold_id }) => id(hold_id));
  await carryRows(tx, carrying, 'compliance.hold', 'hold_id', ids);
  return ids;
}
