/** The day's list with cover: whose accounts stand on it, who covers each row, what was left. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Viewed } from '../actions/answer-work.ts';
import { listOf } from '../actions/whose-list.ts';
import type { Walked } from '../contract.ts';
import { type CoveredBy, type Covering, coversOf } from '../store/covered.ts';
import { type HandOver, latestHandOvers } from '../store/hand-over.ts';
import { countListed } from '../store/counts.ts';
import type { ListRow } from '../store/list.ts';
import type { ListFilter, Owner } from '../store/listed.ts';

export type CoveredRow = ListRow & {
  readonly covered: CoveredBy | null;
  readonly handOver: HandOver | null;
};

/** The list that is asked for: of a person with those they cover, narrowed to either. */
export async function wantedList(
  { db, clock }: Desk,
  query: { readonly owner: string; readonly covering?: string | undefined },
  { memberId }: Pick<Session, 'memberId'>,
): Promise<{ readonly owner: Owner; readonly covering: readonly Covering[] }> {
  const { owner } = query;
  if (owner === 'all' || owner === 'nobody') return { owner, covering: [] };
  const list = await listOf(db, owner === 'me' ? memberId : id(owner), clock.today());
  const { covering } = list;
  if (query.covering === undefined) return { owner: list.owner, covering };
  if (query.covering === 'none') return { owner: { ...list.owner, covered: [] }, covering };
  const covered = list.owner.covered.filter(
    ({ ownerId }) => query.covering === 'any' || query.covering === ownerId,
  );
  return { owner: { covered, coverId: list.owner.memberId }, covering };
}

/** The list that is walked, as the answers on it need it; nothing when none is named. */
export async function viewedList(
  desk: Desk,
  list: Walked | undefined,
  session: Session,
): Promise<{ readonly viewed?: Viewed }> {
  if (!list) return {};
  const { owner } = await wantedList(desk, list, session);
  const companies = visibleCompanies(session, list.company);
  return { viewed: { owner, companies, kind: list.kind, search: list.q, sort: list.sort } };
}

/** How many accounts are due for each person who is covered. */
export async function countCovered(
  db: Queries,
  due: ListFilter,
  covering: readonly Covering[],
): Promise<{ memberId: Id; name: string; lastOn: Day; left: number }[]> {
  const people = new Map(covering.map((each) => [each.ownerId, each]));
  return Promise.all(
    [...people.values()].map(async ({ ownerId: memberId, name, lastOn }) => {
      const covered = covering.filter((each) => each.ownerId === memberId);
      // Whose order it is does not matter to a count.
      const owner = { covered, coverId: memberId };
      const left = await countListed(db, { ...due, owner });
      return { memberId, name, lastOn, left };
    }),
  );
}

/** The rows with who covers them today and what their owner left for the cover. */
export async function withCovers(
  db: Queries,
  rows: readonly ListRow[],
  on: Day,
): Promise<CoveredRow[]> {
  const accountIds = rows.map(({ accountId }) => accountId);
  const covers = await coversOf(db, accountIds, on);
  const notes = await latestHandOvers(db, [...covers.values()]);
  return rows.map((row) => ({
    ...row,
    covered: covers.get(row.accountId) ?? null,
    handOver: notes.get(row.accountId) ?? null,
  }));
}
