/** Deadlines as people read them: by due day, with account, owner and source. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { ClockState } from '../rules/clock.ts';
import type { ClockKind } from '../rules/kinds.ts';

export type ListedClock = {
  readonly clockId: Id;
  readonly kind: ClockKind;
  readonly company: string;
  readonly account: {
    readonly accountId: Id;
    readonly number: string;
    readonly name: string;
  } | null;
  readonly about: { readonly kind: string; readonly id: Id };
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly state: ClockState;
  readonly endedOn: Day | null;
  readonly source: string;
  /** Who was named, else whose the account is. */
  readonly owner: { readonly memberId: Id; readonly name: string } | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly startedAt: Instant;
};

export type ClockFilter = {
  readonly companies: CompanyScope;
  readonly ended: boolean;
  /** Runs, and its last day is before this one. */
  readonly lateOn?: Day | undefined;
  readonly kinds?: readonly ClockKind[] | undefined;
  readonly ownerId?: Id | undefined;
  readonly accountId?: Id | undefined;
  readonly dueFrom?: Day | undefined;
  readonly dueTo?: Day | undefined;
};

export type ClockAfter = { readonly dueOn: Day; readonly clockId: Id };
export type ClockPage = { readonly after?: ClockAfter | undefined; readonly limit: number | null };

/** One page: what is due next first; of those that ended, what was due last first. */
export async function listClocks(
  db: Queries,
  filter: ClockFilter,
  { after, limit }: ClockPage,
): Promise<ListedClock[]> {
  const key = sql`(s.due_on, s.clock_id)`;
  const place = after && sql`(${after.dueOn}::date, ${after.clockId}::uuid)`;
  const further =
    place && (filter.ended ? sql<boolean>`${key} < ${place}` : sql<boolean>`${key} > ${place}`);
  const order = filter.ended ? sql`s.due_on desc, s.clock_id desc` : sql`s.due_on, s.clock_id`;
  const rows = await db.all(sql<Row>`
    select s.clock_id, s.kind, co.code as company, s.account_id, a.account, a.name,
           c.about_kind, c.about_id, c.started_on, s.due_on, s.state, s.ended_on, s.source,
           m.member_id as owner_id, m.name as owner, c.facts, c.recorded_at
      from clocks.standing s
      join clocks.clock c on c.clock_id = s.clock_id
      join team.company co on co.company_id = s.company_id
      left join customers.account_card a on a.account_id = s.account_id
      left join team.person m on m.member_id = coalesce(s.owner_id, a.owner_id)
     where ${allOf([where(filter), further])}
     order by ${order}
     limit ${limit}`);
  return rows.map(listed);
}

/** How many there are of each kind, whatever kind the filter asks. */
export async function countClocks(
  db: Queries,
  filter: ClockFilter,
): Promise<{ kind: ClockKind; count: number }[]> {
  const owners =
    filter.ownerId === undefined
      ? sql``
      : sql`left join customers.account_card a on a.account_id = s.account_id`;
  const rows = await db.all(sql<{ kind: ClockKind; count: bigint }>`
    select s.kind, count(*)
      from clocks.standing s
      ${owners}
     where ${where({ ...filter, kinds: undefined })}
     group by s.kind
     order by s.kind`);
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/** How often the day of each clock was moved. */
export async function movesOf(
  db: Queries,
  clockIds: readonly Id[],
): Promise<ReadonlyMap<string, { readonly moves: number; readonly at: Instant }>> {
  const rows = await db.all(sql<{ clock_id: string; moves: bigint; at: string }>`
    select clock_id, count(*) filter (where what in ('moved', 'resumed')) as moves,
           max(recorded_at) as at
      from clocks.act
     where clock_id = any(${clockIds}::uuid[])
     group by clock_id`);
  return new Map(
    rows.map(({ clock_id, moves, at }) => [clock_id, { moves: Number(moves), at: instant(at) }]),
  );
}

function where(filter: ClockFilter): Sql<boolean> {
  const { companies, ended, lateOn, kinds, ownerId, accountId, dueFrom, dueTo } = filter;
  return allOf([
    inCompanies(sql`s.company_id`, companies),
    ended ? sql`s.ended_on is not null` : sql`s.ended_on is null`,
    lateOn && sql`s.state = 'running' and s.due_on < ${lateOn}`,
    kinds && sql`s.kind = any(${kinds}::text[])`,
    ownerId && sql`coalesce(s.owner_id, a.owner_id) = ${ownerId}`,
    accountId && sql`s.account_id = ${accountId}`,
    dueFrom && sql`s.due_on >= ${dueFrom}`,
    dueTo && sql`s.due_on <= ${dueTo}`,
  ]);
}

type Row = {
  clock_id: string;
  kind: ClockKind;
  company: string;
  account_id: string | null;
  account: string | null;
  name: string | null;
  about_kind: string;
  about_id: string;
  started_on: string;
  due_on: string;
  state: ClockState;
  ended_on: string | null;
  source: string;
  owner_id: string | null;
  owner: string | null;
  facts: Record<string, string>;
  recorded_at: string;
};

function listed(row: Row): ListedClock {
  const { account_id, account, name, owner_id, owner } = row;
  return {
    clockId: id(row.clock_id),
    kind: row.kind,
    company: row.company,
    account:
      account_id === null
        ? null
        : { accountId: id(account_id), number: account ?? '', name: name ?? account ?? '' },
    about: { kind: row.about_kind, id: id(row.about_id) },
    startedOn: day(row.started_on),
    dueOn: day(row.due_on),
    state: row.state,
    endedOn: row.ended_on === null ? null : day(row.ended_on),
    source: row.source,
    owner: owner_id === null ? null : { memberId: id(owner_id), name: owner ?? '' },
    facts: row.facts,
    startedAt: instant(row.recorded_at),
  };
}
