/**
 * Whose list somebody works: their own accounts, and those of the people they cover today.
 *
 * The rule a newcomer would break: covered accounts are on the cover's list and stay their
 * owner's; after the last day away they are gone from it by themselves.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CoveredPart, type Covering, coveringBy, coversOf } from '../store/covered.ts';
import type { Owner } from '../store/listed.ts';
import type { WorkPlace } from '../store/place.ts';

export type ListOf = {
  readonly owner: { readonly memberId: Id; readonly covered: readonly CoveredPart[] };
  readonly covering: readonly Covering[];
};

/** The list of a person on a day, with whom they cover. */
export async function listOf(db: Queries, memberId: Id, on: Day): Promise<ListOf> {
  const covering = await coveringBy(db, memberId, on);
  const covered = covering.map(({ ownerId, companyId, letters }) => {
    return { ownerId, companyId, letters };
  });
  return { owner: { memberId, covered }, covering };
}

/**
 * The list that an account was worked on when nobody says which: the worker's own when it stands
 * there, be it theirs, covered or given to them by a campaign; else its owner's.
 */
export async function listWorkedOn(
  db: Queries,
  { accountId, ownerId, workerId }: WorkPlace,
  memberId: Id,
  on: Day,
): Promise<Owner> {
  const own = async (whose: Id) => (await listOf(db, whose, on)).owner;
  if (ownerId === memberId || workerId === memberId) return own(memberId);
  if (ownerId === null) return 'nobody';
  const cover = (await coversOf(db, [accountId], on)).get(accountId);
  return own(cover?.coverId === memberId ? memberId : ownerId);
}
