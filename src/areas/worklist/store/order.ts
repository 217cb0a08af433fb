/**
 * The orders of the list, and the rows of one that come after another row.
 *
 * By rank, what was moved by hand stands first, by its place; then the score. Each order ends in
 * the account, so a page goes on after the key of the last row and never counts rows away.
 */
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { type ListFilter, branches, narrowed, onList, personOf, standing } from './listed.ts';

export type ListSort = 'rank' | 'size' | 'age' | 'name';

/** Where a row stands in an order. */
export type OrderKey = readonly (string | number | null)[];

/** What a row is ordered by, whichever order it is. */
export type Ordered = {
  readonly account_id: string;
  readonly place: number | null;
  readonly score: number;
  readonly overdue_base_minor: bigint;
  readonly oldest: string;
  readonly name: string;
};

type Order = {
  readonly by: Sql;
  /** True for rows `w` that come after the key, leaving out what was moved by hand. */
  readonly after: (key: OrderKey) => Sql<boolean>;
  readonly keyOf: (row: Ordered) => OrderKey;
};

const oldest = sql`coalesce(w.oldest_due_on, '9999-12-31'::date)`;

export const orders: Readonly<Record<ListSort, Order>> = {
  rank: {
    by: sql`low_score, low_base, account_id`,
    after: ([, score, base, accountId]) =>
      sql<boolean>`(-w.score, -w.overdue_base_minor, w.account_id)
                   > (-(${score}::integer), -(${base}::bigint), ${accountId}::uuid)`,
    keyOf: (row) => [row.place, row.score, String(row.overdue_base_minor), row.account_id],
  },
  size: {
    by: sql`low_base, account_id`,
    after: ([base, accountId]) =>
      sql<boolean>`(-w.overdue_base_minor, w.account_id)
                   > (-(${base}::bigint), ${accountId}::uuid)`,
    keyOf: (row) => [String(row.overdue_base_minor), row.account_id],
  },
  age: {
    by: sql`oldest, account_id`,
    after: ([due, accountId]) =>
      sql<boolean>`(${oldest}, w.account_id) > (${due}::date, ${accountId}::uuid)`,
    keyOf: (row) => [row.oldest, row.account_id],
  },
  name: {
    by: sql`name, account_id`,
    after: ([name, accountId]) =>
      sql<boolean>`(w.name, w.account_id) > (${name}::text, ${accountId}::uuid)`,
    keyOf: (row) => [row.name, row.account_id],
  },
};

export type Stretch = {
  readonly sort: ListSort;
  readonly after?: OrderKey | undefined;
  readonly limit: number | null;
  /** A further condition on `w`. */
  readonly only?: Sql<boolean> | undefined;
};

/**
 * The places by hand in force on the list: the person's own, and what was
 * pinned for the owner of an account that the person covers.
 */
export function handPlaces({ owner, state, now }: ListFilter): Sql {
  const person = personOf(owner);
  if (person === undefined || state !== 'due' || typeof owner === 'string') return noPlaces;
  const lists = [person, ...(owner.covered ?? []).map(({ ownerId }) => ownerId)];
  return sql`
    select distinct on (h.account_id) h.account_id, h.place, h.moved, h.pinned, h.moved_by,
           h.placed_at, h.until_at, h.member_id = ${person} as own
      from worklist.hand_place h
      join worklist.account_work w on w.account_id = h.account_id
     where h.member_id = any(${lists}::uuid[])
       and (h.member_id = ${person} or h.pinned and h.member_id = w.owner_id)
       and ${onList(owner)}
       and h.until_at > ${now}
       and not exists (select
                         from worklist.done_card d
                        where d.account_id   = h.account_id
                          and d.recorded_at >= h.placed_at)
     order by h.account_id, h.member_id <> ${person}`;
}

const noPlaces = sql`
  select null::uuid as account_id, null::integer as place, null::boolean as moved,
         null::boolean as pinned, null::uuid as moved_by, null::timestamptz as placed_at,
         null::timestamptz as until_at, null::boolean as own
   where false`;

/** A stretch of the list in its order. */
export function stretchOf(wanted: ListFilter, stretch: Stretch): Sql<Ordered> {
  const { sort, after, limit, only } = stretch;
  const hand = handPlaces(wanted);
  const fits = allOf([standing(wanted), narrowed(wanted), only]);
  const place = sort === 'rank' ? after?.[0] : null;
  const pastPlaces = sort !== 'rank' || (after !== undefined && place === null);
  const rest = [
    fits,
    pastPlaces && after ? orders[sort].after(after) : undefined,
    sort === 'rank'
      ? sql`w.account_id <> all (array(select x.account_id from (${hand}) x))`
      : undefined,
  ];
  const ways = branches(wanted.owner).map((branch) => {
    return sql`(select null::integer as place, ${keyColumns}
                  from worklist.account_work w
                 where ${allOf([branch, ...rest])}
                 order by ${orders[sort].by}
                 limit ${limit})`;
  });
  const byHand = sql`
    (select h.place, ${keyColumns}
       from (${hand}) h
       join worklist.account_work w on w.account_id = h.account_id
      where ${allOf([fits, typeof place === 'number' ? afterPlace(after) : undefined])}
      order by place, account_id
      limit ${limit})`;
  const all = pastPlaces ? ways : [byHand, ...ways];
  return sql<Ordered>`
    select place, account_id, score, overdue_base_minor, oldest, name, low_score, low_base
      from (${sql.join(all, sql` union `)}) p
     order by ${sort === 'rank' ? sql`place nulls last, ` : sql``}${inOrder(sort)}
     limit ${limit}`;
}

/** The largest comes first by its negative, so that one comparison of rows finds the next. */
const keyColumns = sql`
  w.account_id, w.score, w.overdue_base_minor, ${oldest} as oldest, w.name,
  -w.score as low_score, -w.overdue_base_minor as low_base`;

/** The order of the whole, where two that share a place by hand stand by account. */
export function inOrder(sort: ListSort): Sql {
  return sort === 'rank'
    ? sql`case when place is not null then account_id end, ${orders.rank.by}`
    : orders[sort].by;
}

function afterPlace(after: OrderKey | undefined): Sql<boolean> {
  return sql<boolean>`(h.place, w.account_id) > (${after?.[0]}::integer, ${after?.[3]}::uuid)`;
}
