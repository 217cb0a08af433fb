/**
 * Accounts that were open to be worked or left alone by chance, and what came of each.
 *
 * An episode is a fact of its morning and is never changed; its outcome is written once, when
 * its days are over.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Side } from '../rules/worth/control.ts';
import type { Standing } from '../rules/worth/standing.ts';
import type { Outcome } from '../rules/worth/uplift.ts';

export type Running = { readonly side: Side; readonly chance: number; readonly lastDay: Day };

/** By account: the episode that a morning falls into. */
export async function runningEpisodes(
  db: Queries,
  companyId: Id,
  on: Day,
): Promise<Map<string, Running>> {
  const rows = await db.all(sql<{
    account_id: string;
    side: Side;
    chance: number;
    last_day: string;
  }>`
    select account_id, side, chance, last_day
      from worklist.episode
     where company_id = ${companyId}
       and last_day  >= ${on}
       and began_on  <= ${on}`);
  return new Map(
    rows.map(({ account_id, side, chance, last_day }) => [
      account_id,
      { side, chance, lastDay: day(last_day) },
    ]),
  );
}

export type Begun = Running & {
  readonly accountId: Id;
  readonly customerId: Id;
  /** In which most is overdue, and how much of it. */
  readonly currency: string;
  readonly overdue: bigint;
  /** The same in the company's currency. */
  readonly overdueBase: bigint;
  readonly expected: bigint;
  readonly minutes: number;
  readonly standing: Standing;
};

type Morning = { readonly companyId: Id; readonly on: Day; readonly at: Instant };

export async function insertEpisodes(
  tx: Tx,
  { companyId, on, at }: Morning,
  begun: readonly Begun[],
): Promise<void> {
  await tx.copyIn(
    `worklist.episode (account_id, began_on, company_id, customer_id, last_day, side, chance,
      currency, overdue_minor, base_minor, expected_minor, minutes, standing, recorded_at)`,
    begun.map((each) => [
      each.accountId,
      on,
      companyId,
      each.customerId,
      each.lastDay,
      each.side,
      each.chance,
      each.currency,
      each.overdue,
      each.overdueBase,
      each.expected,
      each.minutes,
      JSON.stringify(each.standing, bigintsAsText),
      at,
    ]),
  );
}

export type Eligible = {
  readonly accountId: Id;
  /** Null: it was not drawn, because it may not be left alone or the day has no room. */
  readonly side: Side | null;
  readonly chance: number;
  readonly planned: boolean;
  readonly expected: bigint;
};

/** The set of a morning; a morning that is priced again keeps what was logged first. */
export async function logEligible(
  tx: Tx,
  { companyId, on, at }: Morning,
  eligible: readonly Eligible[],
): Promise<void> {
  await tx.run(sql`
    insert into worklist.eligible (account_id, logged_on, company_id, side, chance, planned,
                                   expected_minor, recorded_at)
    select u.account_id, ${on}, ${companyId}, u.side, u.chance, u.planned, u.expected, ${at}
      from unnest(${eligible.map(({ accountId }) => accountId)}::uuid[],
                  ${eligible.map(({ side }) => side)}::text[],
                  ${eligible.map(({ chance }) => chance)}::real[],
                  ${eligible.map(({ planned }) => planned)}::boolean[],
                  ${eligible.map(({ expected }) => expected)}::bigint[])
           as u (account_id, side, chance, planned, expected)
        on conflict (account_id, logged_on) do nothing`);
}

/** Writes what came of every episode of the zone whose days are over; answers how many. */
export async function gatherOutcomes(
  tx: Tx,
  { zone, on, at }: { readonly zone: string; readonly on: Day; readonly at: Instant },
): Promise<number> {
  const rows = await tx.all(sql<{ account_id: string }>`
    insert into worklist.episode_outcome (account_id, began_on, paid_minor, contacts, recorded_at)
    select e.account_id, e.began_on,
           least(e.overdue_minor, greatest(0, coalesce((
             select sum(m.amount_minor)
               from ledger.applied_money m
              where m.account_id = e.account_id
                and m.currency = e.currency
                and m.due_on < e.began_on
                and m.effective_on between e.began_on and e.last_day), 0)))::bigint,
           (select count(*)
              from compliance.contact_card c
             where c.account_id = e.account_id
               and c.direction = 'out'
               and c.at >= e.began_on
               and c.at < e.last_day + 1),
           ${at}
      from worklist.episode e
      join team.company co on co.company_id = e.company_id
     where co.zone = ${zone}
       and e.last_day < ${on}
       and not exists (select
                         from worklist.episode_outcome o
                        where o.account_id = e.account_id
                          and o.began_on = e.began_on)
    returning account_id`);
  return rows.length;
}

export type Ended = Outcome & {
  readonly accountId: Id;
  readonly beganOn: Day;
  readonly segment: string | null;
  readonly contacts: number;
  readonly standing: Standing;
};

/** Episodes of a company that began since a day and of which the outcome is known. */
export async function endedEpisodes(db: Queries, companyId: Id, since: Day): Promise<Ended[]> {
  const rows = await db.all(sql<{
    account_id: string;
    began_on: string;
    customer_id: string;
    side: Side;
    chance: number;
    overdue_minor: bigint;
    base_minor: bigint;
    expected_minor: bigint;
    minutes: number;
    standing: KeptStanding;
    paid_minor: bigint;
    contacts: number;
  }>`
    select e.account_id, e.began_on, e.customer_id, e.side, e.chance, e.overdue_minor,
           e.base_minor, e.expected_minor, e.minutes, e.standing, o.paid_minor, o.contacts
      from worklist.episode e
      join worklist.episode_outcome o on o.account_id = e.account_id and o.began_on = e.began_on
     where e.company_id = ${companyId}
       and e.began_on  >= ${since}
     order by e.began_on, e.account_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    beganOn: day(row.began_on),
    segment: row.standing.segment,
    contacts: row.contacts,
    standing: { ...row.standing, overdue: BigInt(row.standing.overdue) },
    customerId: row.customer_id,
    leftAlone: row.side === 'left_alone',
    chance: row.chance,
    overdue: row.base_minor,
    share: Number(row.paid_minor) / Number(row.overdue_minor),
    expected: row.expected_minor,
    minutes: row.minutes,
  }));
}

/** Accounts that are left alone today, and the episodes that still run. */
export async function runningCounts(
  db: Queries,
  companyId: Id,
  on: Day,
): Promise<Readonly<Record<Side, number>>> {
  const row = await db.one(sql<Record<Side, bigint>>`
    select count(*) filter (where side = 'left_alone') as left_alone,
           count(*) filter (where side = 'open') as open
      from worklist.episode
     where company_id = ${companyId}
       and last_day  >= ${on}
       and began_on  <= ${on}`);
  return { left_alone: Number(row.left_alone), open: Number(row.open) };
}

/** As JSON holds it: the amount is a text. */
type KeptStanding = Omit<Standing, 'overdue'> & { readonly overdue: string };

/** Amounts are kept as texts, because JSON has no whole numbers of their size. */
function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
