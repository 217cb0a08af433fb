/**
 * Accounts whose owner is away: who covers each on a day. The owner stays the owner; what a cover
 * does is theirs, in the owner's place.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';

/** Accounts of somebody who is away that are on a cover's list; all of them without a split. */
export type CoveredPart = {
  readonly ownerId: Id;
  readonly companyId: Id | null;
  readonly letters: { readonly from: string; readonly to: string } | null;
};

/** A part with who is away, until which day. */
export type Covering = CoveredPart & { readonly name: string; readonly lastOn: Day };

/** Whose accounts somebody covers on a day. */
export async function coveringBy(db: Queries, coverId: Id, on: Day): Promise<Covering[]> {
  const rows = await db.all(sql<{
    member_id: string;
    name: string;
    last_on: string;
    company_id: string | null;
    letter_from: string | null;
    letter_to: string | null;
  }>`
    select v.member_id, p.name, v.last_on, v.company_id, v.letter_from, v.letter_to
      from team.covering_on(${on}::date) v
      join team.person p on p.member_id = v.member_id
     where v.work = 'worklist'
       and v.cover_id = ${coverId}
     order by p.name, v.letter_from`);
  return rows.map(({ letter_from: from, letter_to: to, ...row }) => ({
    ownerId: id(row.member_id),
    name: row.name,
    lastOn: day(row.last_on),
    companyId: row.company_id === null ? null : id(row.company_id),
    letters: from === null || to === null ? null : { from, to },
  }));
}

export type ByMember = { readonly accountId: Id; readonly memberId: Id };

/** The owner of each account whom its member covers on the day; undefined: they cover nobody. */
export async function coveredOwners(
  db: Queries,
  asked: readonly ByMember[],
  on: Day,
): Promise<(Id | undefined)[]> {
  const rows = await db.all(sql<{ cover_id: string; account_id: string; owner_id: string }>`
    select c.cover_id, c.account_id, c.owner_id
      from customers.covered_on(${on}::date) c
     where c.account_id = any(${asked.map(({ accountId }) => accountId)}::uuid[])
       and c.cover_id   = any(${asked.map(({ memberId }) => memberId)}::uuid[])`);
  const owners = new Map(
    rows.map((row) => [`${row.cover_id} ${row.account_id}`, id(row.owner_id)] as const),
  );
  return asked.map(({ accountId, memberId }) => owners.get(`${memberId} ${accountId}`));
}

export type CoveredBy = {
  readonly accountId: Id;
  readonly ownerId: Id;
  readonly owner: string;
  readonly coverId: Id;
  readonly cover: string;
  readonly absenceId: Id;
  readonly lastOn: Day;
};

/** Who covers these accounts on the day; accounts whose owner is there are not in it. */
export async function coversOf(
  db: Queries,
  accountIds: readonly Id[],
  on: Day,
): Promise<Map<Id, CoveredBy>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db.all(prepared<Row>`
    select v.account_id, v.owner_id, o.name as owner, v.cover_id, c.name as cover, v.absence_id,
           v.last_on
      from customers.covered_on(${on}::date) v
      join team.person o on o.member_id = v.owner_id
      join team.person c on c.member_id = v.cover_id
     where v.account_id = any(${accountIds}::uuid[])`);
  return new Map(rows.map((row) => [id(row.account_id), coveredBy(row)]));
}

type Row = {
  readonly account_id: string;
  readonly owner_id: string;
  readonly owner: string;
  readonly cover_id: string;
  readonly cover: string;
  readonly absence_id: string;
  readonly last_on: string;
};

function coveredBy(row: Row): CoveredBy {
  return {
    accountId: id(row.account_id),
    ownerId: id(row.owner_id),
    owner: row.owner,
    coverId: id(row.cover_id),
    cover: row.cover,
    absenceId: id(row.absence_id),
    lastOn: day(row.last_on),
  };
}
