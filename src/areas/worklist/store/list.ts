/**
 * The list as people read it, page by page in an order.
 *
 * The page is found over the list's own rows, each order by an index, and what else a row shows
 * is read only for the page: the list answers as fast on its last page as on its first.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { Reason, WorkKind } from '../rules/work.ts';
import type { ListFilter } from './listed.ts';
import {
  type ListSort,
  type OrderKey,
  type Ordered,
  handPlaces,
  inOrder,
  orders,
  stretchOf,
} from './order.ts';

export type ListPage = {
  readonly sort: ListSort;
  readonly limit: number | null;
  /** The key of the last row of the page before, and how many rows there were until then. */
  readonly after?: OrderKey | undefined;
  readonly shown?: number | undefined;
  /** Who reads, at which moment of the clock: their own lock is no news to them. */
  readonly reader: { readonly memberId: Id | null; readonly at: Instant };
};

export type ListRow = {
  readonly accountId: Id;
  readonly account: string;
  readonly customer: string;
  readonly name: string;
  readonly company: string;
  readonly language: Language;
  readonly ownerId: Id | null;
  readonly owner: string | null;
  /** Its place in the order that was asked for; 1 is first. */
  readonly rank: number;
  readonly score: number;
  readonly kinds: readonly WorkKind[];
  readonly reasons: readonly Reason[];
  readonly currency: Currency;
  readonly overdue: bigint;
  readonly ask: bigint | null;
  readonly balance: bigint;
  readonly buckets: readonly bigint[];
  readonly dueAt: Instant | null;
  readonly lastTouch: { readonly phrase: string; readonly on: Day } | null;
  readonly inWorkBy: string | null;
  readonly hiddenUntil: Instant | null;
  readonly hand: HandMark | null;
};

/** Why a row does not stand where its score would put it. */
export type HandMark = {
  readonly by: string;
  readonly byId: Id;
  readonly on: Instant;
  readonly until: Instant;
  /** False: it was only kept above a row that was moved. */
  readonly moved: boolean;
  /** By somebody else than the person of the list. */
  readonly pinned: boolean;
};

type Row = Ordered &
  HandColumns & {
    account: string;
    customer: string;
    company: string;
    language: Language;
    owner_id: string | null;
    owner: string | null;
    kinds: WorkKind[];
    reasons: Reason[];
    currency: string;
    overdue_minor: bigint;
    ask_minor: bigint | null;
    balance_minor: bigint;
    buckets: bigint[];
    due_at: string | null;
    last_touch: string | null;
    last_touch_on: string | null;
    in_work_by: string | null;
    hidden_until: string | null;
  };

/** One page, the key of its last row, and whether there are rows after it. */
export async function listWork(
  db: Queries,
  wanted: ListFilter,
  page: ListPage,
): Promise<{ rows: ListRow[]; last: OrderKey | undefined; more: boolean }> {
  const { sort, after, limit } = page;
  const stretch = { sort, after, limit: limit === null ? null : limit + 1 };
  const found = await db.all(prepared<Row>`
    with page as (${stretchOf(wanted, stretch)})
    select t.account_id, t.place, t.score, t.overdue_base_minor, t.oldest, t.name,
           w.number as account, c.customer, c.company, c.language, c.owner_id, p.name as owner,
           w.kinds, w.reasons,
           w.currency, w.overdue_minor, w.ask_minor, w.balance_minor, w.buckets, w.due_at,
           c.last_touch, c.last_touch_on, ${inWorkBy(page)} as in_work_by, w.hidden_until,
           h.moved, h.pinned, h.moved_by, m.name as mover, h.placed_at, h.until_at
      from (select g.account_id, g.place, g.score, g.overdue_base_minor, g.oldest, g.name,
                   row_number() over (order by ${inPage(sort)}) as position
              from page g) t
      join worklist.account_work w on w.account_id = t.account_id
      join customers.account_card c on c.account_id = t.account_id
      left join team.person p on p.member_id = c.owner_id
      left join (${handPlaces(wanted)}) h on h.account_id = t.account_id
      left join team.person m on m.member_id = h.moved_by
     order by t.position`);
  const rows = limit === null ? found : found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row, at) => listRow(row, (page.shown ?? 0) + at + 1)),
    last: last && orders[sort].keyOf(last),
    more: found.length > rows.length,
  };
}

function inPage(sort: ListSort): Sql {
  return sort === 'rank' ? sql`place nulls last, ${inOrder(sort)}` : inOrder(sort);
}

function inWorkBy({ reader: { memberId, at } }: ListPage): Sql {
  return sql`(select h.name
                from worklist.lock l
                join team.person h on h.member_id = l.member_id
               where l.account_id = t.account_id
                 and l.until_at > ${at}
                 and l.member_id is distinct from ${memberId}::uuid)`;
}

function listRow(row: Row, rank: number): ListRow {
  return {
    accountId: id(row.account_id),
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    language: row.language,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    owner: row.owner,
    rank,
    score: row.score,
    kinds: row.kinds,
    reasons: row.reasons,
    currency: currency(row.currency),
    overdue: row.overdue_minor,
    ask: row.ask_minor,
    balance: row.balance_minor,
    buckets: row.buckets.map(BigInt),
    dueAt: row.due_at === null ? null : instant(row.due_at),
    lastTouch:
      row.last_touch === null || row.last_touch_on === null
        ? null
        : { phrase: row.last_touch, on: day(row.last_touch_on) },
    inWorkBy: row.in_work_by,
    hiddenUntil: row.hidden_until === null ? null : instant(row.hidden_until),
    hand: handMark(row),
  };
}

/** The columns of `hand` as a row carries them; all null where nothing was moved. */
export type HandColumns = {
  readonly moved: boolean | null;
  readonly pinned: boolean | null;
  readonly moved_by: string | null;
  readonly mover: string | null;
  readonly placed_at: string | null;
  readonly until_at: string | null;
};

export function handMark(row: HandColumns): HandMark | null {
  const { moved, pinned, moved_by: by, placed_at: on, until_at: until } = row;
  if (moved === null || pinned === null || by === null || on === null || until === null)
    return null;
  const dates = { on: instant(on), until: instant(until) };
  return { by: row.mover ?? '', byId: id(by), ...dates, moved, pinned };
}
