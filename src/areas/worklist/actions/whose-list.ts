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
import type { Owner, WorkPlace } from '../store/list.ts';

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

/** The list that an account was worked on: the cover's own when they cover it, else its owner's. */
export async function listWorkedOn(
  db: Queries,
  { accountId, ownerId }: WorkPlace,
  memberId: Id,
  on: Day,
): Promise<Owner> {
  if (ownerId === null) return 'nobody';
  if (ownerId === memberId) return (await listOf(db, memberId, on)).owner;
  const cover = (await coversOf(db, [accountId], on)).get(accountId);
  if (cover?.coverId === memberId) return (await listOf(db, memberId, on)).owner;
  return { memberId: ownerId };
}
