/** The firm's own caps and hours: each statement a version; of those in force the latest counts. */
import { type Day, day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Pack } from '../rules/contact.ts';
import { type HouseRules, type StatedHouse, makeHousePack } from '../rules/packs/house.ts';

export type HouseVersion = StatedHouse & {
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly reason: string;
};

/** The pack in force on a day; undefined where the firm has stated nothing. */
export async function housePack(db: Queries, on: Day): Promise<Pack | undefined> {
  const inForce = (await houseVersions(db)).find(({ effectiveFrom }) => effectiveFrom <= on);
  return inForce && makeHousePack(inForce);
}

/** What was stated, the latest first. */
export async function houseVersions(db: Queries): Promise<HouseVersion[]> {
  const rows = await db.all(sql<{
    version: number;
    effective_from: string;
    rules: HouseRules;
    recorded_at: string;
    actor: string;
    reason: string;
  }>`
    select h.version, h.effective_from, h.rules, h.recorded_at, coalesce(m.name, h.actor) as actor,
           h.reason
      from compliance.house_rule h
      left join team.person m on h.actor = 'member:' || m.member_id
     order by h.version desc`);
  return rows.map(({ effective_from, recorded_at, ...row }) => ({
    ...row,
    effectiveFrom: day(effective_from),
    recordedAt: instant(recorded_at),
  }));
}

/** One statement at a time, so that versions follow each other. */
export async function lockHouseRules(tx: Tx): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended('compliance.house_rule', 0))`);
}

export async function insertHouseRules(
  { tx, at, actor, reason }: Context,
  { version, effectiveFrom, rules }: StatedHouse,
): Promise<void> {
  await tx.run(sql`
    insert into compliance.house_rule (version, effective_from, rules, recorded_at, actor, reason)
    values (${version}, ${effectiveFrom}, ${JSON.stringify(rules)}, ${at}, ${actor.ref},
            ${reason})`);
}
