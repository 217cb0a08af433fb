/** What people stated of a debt: one row a statement, the latest counts. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { StatedProfile } from '../rules/debt-profile.ts';

export async function insertProfile(
  { tx, at, actor, reason, newId }: Context,
  accountId: Id,
  stated: StatedProfile,
): Promise<void> {
  await tx.run(sql`
    insert into compliance.debt_profile (account_id, profile_id, collector, obligor, guarantor,
                                         purpose, state, city, zone, entered_on, recorded_at,
                                         actor, reason)
    values (${accountId}, ${newId()}, ${stated.collector}, ${stated.obligor}, ${stated.guarantor},
            ${stated.purpose}, ${stated.state}, ${stated.city}, ${stated.zone},
            ${stated.enteredOn}, ${at}, ${actor.ref}, ${reason})`);
}

export type ProfileLine = StatedProfile & {
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly reason: string;
};

/** What was stated of an account's debt, the latest first. */
export async function profilesOf(db: Queries, accountId: Id): Promise<ProfileLine[]> {
  const rows = await db.all(sql<
    Omit<StatedProfile, 'enteredOn'> & {
      entered_on: string | null;
      recorded_at: string;
      actor: string;
      reason: string;
    }
  >`
    select p.collector, p.obligor, p.guarantor, p.purpose, p.state, p.city, p.zone, p.entered_on,
           p.recorded_at, coalesce(m.name, p.actor) as actor, p.reason
      from compliance.debt_profile p
      left join team.person m on p.actor = 'member:' || m.member_id
     where p.account_id = ${accountId}
     order by p.recorded_at desc`);
  return rows.map(({ entered_on, recorded_at, ...row }) => ({
    ...row,
    enteredOn: dayOrNull(entered_on),
    recordedAt: instant(recorded_at),
  }));
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : day(text);
}
