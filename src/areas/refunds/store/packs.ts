/** Which rule packs are on, and whether counsel has looked: the latest row of each counts. */
import { type Day, day } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type PackId, isPackId, packs } from '../rules/packs.ts';

export type PackAct = {
  readonly packId: PackId;
  readonly enabled: boolean;
  readonly reviewer: string;
  readonly reviewedOn: Day | null;
  readonly note: string;
};

export async function insertPackAct(
  { tx, at, actor, reason, newId }: Context,
  act: PackAct,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.pack_act (pack_id, act_id, enabled, reviewer, reviewed_on, note,
                                  recorded_at, actor, reason)
    values (${act.packId}, ${newId()}, ${act.enabled}, ${act.reviewer}, ${act.reviewedOn},
            ${act.note}, ${at}, ${actor.ref}, ${reason})`);
}

export async function packActs(db: Queries): Promise<Map<PackId, PackAct>> {
  const rows = await db.all(sql<{
    pack_id: string;
    enabled: boolean;
    reviewer: string;
    reviewed_on: string | null;
    note: string;
  }>`
    select distinct on (pack_id) pack_id, enabled, reviewer, reviewed_on, note
      from refunds.pack_act
     order by pack_id, recorded_at desc, act_id desc`);
  return new Map(
    rows.flatMap((row) =>
      isPackId(row.pack_id)
        ? [
            [
              row.pack_id,
              {
                packId: row.pack_id,
                enabled: row.enabled,
                reviewer: row.reviewer,
                reviewedOn: row.reviewed_on === null ? null : day(row.reviewed_on),
                note: row.note,
              },
            ] as const,
          ]
        : [],
    ),
  );
}

/** The packs that bind now. */
export async function enabledPacks(db: Queries): Promise<ReadonlySet<PackId>> {
  const acts = await packActs(db);
  return new Set(
    packs.filter(({ id, isEnabled }) => acts.get(id)?.enabled ?? isEnabled).map(({ id }) => id),
  );
}
