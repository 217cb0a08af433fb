/**
 * The firm's own caps and hours as a manager stated them before there was a contact policy to
 * publish: each statement a version. Nothing is stated here any more.
 */
import { day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { HouseRules, StatedHouse } from '../rules/packs/house.ts';

/** What was stated, the latest first. */
export async function houseVersions(db: Queries): Promise<StatedHouse[]> {
  const rows = await db.all(sql<{ version: number; effective_from: string; rules: HouseRules }>`
    select version, effective_from, rules
      from compliance.house_rule
     order by version desc`);
  return rows.map(({ effective_from, ...row }) => ({
    ...row,
    effectiveFrom: day(effective_from),
  }));
}
