/**
 * The list as people read it: filtered, ordered, page by page, with the place of each row.
 *
 * The place is found over account ids first and the rows are read only for the page, so that
 * the list answers as fast on its first page as on its last.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Part, Reason, WorkKind } from '../rules/work.ts';
import type { CoveredPart } from './covered.ts';

/** Whose accounts: of one person with those they cover, only covered ones, of nobody, or all. */
export type Owner =
  | { readonly memberId: Id; readonly covered?: readonly CoveredPart[] }
  | { readonly covered: readonly CoveredPart[] }
  | 'nobody'
  | 'all';

export type ListState = 'due' | 'snoozed' | 'done';

export type ListFilter = {
  readonly owner: Owner;
  readonly companies: CompanyScope;
  readonly state: ListState;
  readonly kind?: WorkKind | undefined;
  readonly search?: string | undefined;
  /** The desk's moment: what is hidden until later is hidden. */
  readonly now: Instant;
};

export type ListSort = 'rank' | 'size' | 'age' | 'name';

export type ListPage = {
  readonly sort: ListSort;
  readonly limit: number | null;
  readonly offset: number;
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
};

type Row = {
  account_id: string;
  account: string;
  customer: string;
  name: string;
  company: string;
  language: Language;
  owner_id: string | null;
  owner: string | null;
  rank: bigint;
  count: bigint;
  score: number;
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

/** One page with the count of the whole list. */
export async function listWork(
  db: Queries,
  wanted: ListFilter,
  page: ListPage,
): Promise<{ rows: ListRow[]; count: number }> {
  const rows = await db.all(sql<Row>`
    with ranked as (
      select w.account_id, c.account, c.name, w.kinds, w.overdue_base_minor, w.oldest_due_on,
             row_number() over (order by ${byRank}) as rank
        from worklist.account_work w
        join customers.account_card c on c.account_id = w.account_id
       where ${listed(wanted)}
    ), wanted as (
      select r.account_id, r.rank, count(*) over () as count,
             row_number() over (order by ${sorts[page.sort]}, r.rank) as position
        from ranked r
       where ${narrowed(wanted)}
       order by position
       limit ${page.limit}
      offset ${page.offset}
    )
    select c.account_id, c.account, c.customer, c.name, c.company, c.language, c.owner_id,
           p.name as owner, t.rank, t.count, w.score, w.kinds, w.reasons, w.currency,
           w.overdue_minor, w.ask_minor, w.balance_minor, w.buckets, w.due_at, c.last_touch,
           c.last_touch_on, ${inWorkBy(page)} as in_work_by, w.hidden_until
      from wanted t
      join worklist.account_work w on w.account_id = t.account_id
      join customers.account_card c on c.account_id = t.account_id
      left join team.person p on p.member_id = c.owner_id
     order by t.position`);
  return { rows: rows.map(listRow), count: Number(rows[0]?.count ?? 0) };
}

const byRank = sql`w.score desc, w.overdue_base_minor desc, w.account_id`;

const sorts: Readonly<Record<ListSort, Sql>> = {
  rank: sql`r.rank`,
  size: sql`r.overdue_base_minor desc`,
  age: sql`r.oldest_due_on nulls last`,
  name: sql`r.name`,
};

/** True for accounts `w`, `c` of the owner, the companies and the state. */
function listed({ owner, companies, state, now }: ListFilter): Sql<boolean> {
  return allOf([
    onListOf(owner),
    inCompanies(sql`c.company_id`, companies),
    state === 'due'
      ? sql`(w.hidden_until is null or w.hidden_until <= ${now})`
      : sql`w.hidden_as = ${state} and w.hidden_until > ${now}`,
  ]);
}

/** True for accounts `w`, `c` of the owner, or that a campaign gave to them to work. */
function onListOf(owner: Owner): Sql<boolean> {
  if (typeof owner === 'string' || !('memberId' in owner)) return ownedBy(owner);
  return sql<boolean>`(${ownedBy(owner)} or w.worker_id = ${owner.memberId})`;
}

/** True for accounts `c` on the owner's list. */
export function ownedBy(owner: Owner): Sql<boolean> {
  if (owner === 'all') return sql<boolean>`true`;
  if (owner === 'nobody') return sql<boolean>`c.owner_id is null`;
  const own = 'memberId' in owner ? [sql`c.owner_id = ${owner.memberId}`] : [];
  const all = [...own, ...(owner.covered ?? []).map(coveredPart)];
  return all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`;
}

function coveredPart({ ownerId, companyId, letters }: CoveredPart): Sql<boolean> {
  return allOf([
    sql`c.owner_id = ${ownerId}`,
    companyId === null ? undefined : sql`c.company_id = ${companyId}`,
    letters === null
      ? undefined
      : sql`customers.initial_of(c.name) between ${letters.from} and ${letters.to}`,
  ]);
}

function narrowed({ kind, search }: ListFilter): Sql<boolean> {
  const part = `%${(search ?? '').trim().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return allOf([
    kind && sql`${kind} = any(r.kinds)`,
    search?.trim() ? sql`(r.name ilike ${part} or r.account ilike ${part})` : undefined,
  ]);
}

function inWorkBy({ reader: { memberId, at } }: ListPage): Sql {
  return sql`(select h.name
                from worklist.lock l
                join team.person h on h.member_id = l.member_id
               where l.account_id = t.account_id
                 and l.until_at > ${at}
                 and l.member_id is distinct from ${memberId}::uuid)`;
}

function listRow(row: Row): ListRow {
  return {
    accountId: id(row.account_id),
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    language: row.language,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    owner: row.owner,
    rank: Number(row.rank),
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
  };
}

/** How many accounts of the list have each kind of reason. */
export async function countKinds(db: Queries, wanted: ListFilter): Promise<Map<WorkKind, number>> {
  const rows = await db.all(sql<{ kind: WorkKind; count: bigint }>`
    select k.kind, count(*) as count
      from worklist.account_work w
      join customers.account_card c on c.account_id = w.account_id
      cross join unnest(w.kinds) as k (kind)
     where ${listed(wanted)}
     group by k.kind`);
  return new Map(rows.map((row) => [row.kind, Number(row.count)]));
}

/** How many accounts are on the list. */
export async function countListed(db: Queries, wanted: ListFilter): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from worklist.account_work w
      join customers.account_card c on c.account_id = w.account_id
     where ${listed(wanted)}`);
  return Number(count);
}

export type WhyRank = {
  readonly policy: string;
  readonly score: number;
  readonly parts: readonly Part[];
};

/** Why an account stands where it stands; undefined when it is on nobody's list. */
export function whyRank(db: Queries, accountId: Id): Promise<WhyRank | undefined> {
  return db.maybe(sql<WhyRank>`
    select policy, score, parts from worklist.account_work where account_id = ${accountId}`);
}

/** Where an account stands while somebody answers for it. */
export type WorkPlace = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly ownerId: Id | null;
  readonly zone: string;
  readonly kinds: readonly WorkKind[];
  /** Its score before the answer; null when it was on no list. */
  readonly score: number | null;
};

export async function placeOf(db: Queries, accountId: Id): Promise<WorkPlace | undefined> {
  const row = await db.maybe(sql<{
    company_id: string;
    owner_id: string | null;
    zone: string;
    kinds: WorkKind[] | null;
    score: number | null;
  }>`
    select c.company_id, c.owner_id, co.zone, w.kinds, w.score
      from customers.account_card c
      join team.company co on co.company_id = c.company_id
      left join worklist.account_work w on w.account_id = c.account_id
     where c.account_id = ${accountId}
       and c.kind <> 'house'`);
  return (
    row && {
      accountId,
      companyId: id(row.company_id),
      ownerId: row.owner_id === null ? null : id(row.owner_id),
      zone: row.zone,
      kinds: row.kinds ?? [],
      score: row.score,
    }
  );
}

/** The account to work next on a list: below the one just left, else from the top. */
export async function nextAccount(
  db: Queries,
  place: WorkPlace & { readonly memberId: Id; readonly now: Instant; readonly owner: Owner },
  at: Instant,
): Promise<Id | null> {
  const { owner } = place;
  const wanted = { owner, companies: [place.companyId], state: 'due', now: place.now } as const;
  const row = await db.maybe(sql<{ account_id: string }>`
    select w.account_id
      from worklist.account_work w
      join customers.account_card c on c.account_id = w.account_id
     where ${listed(wanted)}
       and w.account_id <> ${place.accountId}
       and not exists (select
                         from worklist.lock l
                        where l.account_id = w.account_id
                          and l.member_id <> ${place.memberId}
                          and l.until_at > ${at})
     order by (w.score > ${place.score ?? 0}), ${byRank}
     limit 1`);
  return row ? id(row.account_id) : null;
}
