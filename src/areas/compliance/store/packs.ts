/** Whether counsel has looked at a pack: every word on it a row, the latest counts. */
import { type Day, day } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Review = {
  readonly packId: string;
  readonly reviewed: boolean;
  /** Counsel's name, as it was given. */
  readonly reviewer: string;
  readonly reviewedOn: Day;
  readonly note: string;
  readonly actor: string;
};

/** The latest word on each pack, by its id. */
export async function reviews(db: Queries): Promise<ReadonlyMap<string, Review>> {
  const rows = await db.all(sql<{
    pack_id: string;
    reviewed: boolean;
    reviewer: string;
    reviewed_on: string;
    note: string;
    actor: string;
  }>`
    select distinct on (r.pack_id) r.pack_id, r.reviewed, r.reviewer, r.reviewed_on, r.note,
           coalesce(m.name, r.actor) as actor
      from compliance.pack_review r
      left join team.person m on r.actor = 'member:' || m.member_id
     order by r.pack_id, r.recorded_at desc`);
  return new Map(
    rows.map(({ pack_id, reviewed_on, ...row }) => [
      pack_id,
      { ...row, packId: pack_id, reviewedOn: day(reviewed_on) },
    ]),
  );
}

export async function insertReview(
  { tx, at, actor }: Context,
  review: Omit<Review, 'actor'>,
): Promise<void> {
  await tx.run(sql`
    insert into compliance.pack_review (pack_id, reviewed, reviewer, reviewed_on, note,
                                        recorded_at, actor)
    values (${review.packId}, ${review.reviewed}, ${review.reviewer}, ${review.reviewedOn},
            ${review.note}, ${at}, ${actor.ref})`);
}
