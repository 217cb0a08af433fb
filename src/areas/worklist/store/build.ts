/**
 * Keeps the list: one row an account that has a place in the day, rebuilt from facts.
 *
 * A rebuild of everything keeps rebuilds of single accounts out while it runs, so that it
 * never puts back what an answer has just changed.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';
import type { Work } from '../rules/work.ts';
import type { Card } from './facts.ts';
import { type Scope, filter } from './scope.ts';

/** Takes the list's lock until the transaction ends; single accounts share it. */
export async function lockList(tx: Tx, scope: Scope): Promise<void> {
  const lock =
    'accountIds' in scope ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await tx.run(sql`select ${lock}(hashtextextended('worklist.build', 0))`);
}

/** Locks the rows' accounts against another rebuild of the same ones, in one order. */
export async function lockWork(tx: Tx, accountIds: readonly Id[]): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended('worklist ' || a.account_id, 0))
      from (select unnest(${accountIds}::uuid[]) as account_id order by 1) a`);
}

/** An account's place with whose it is and what it is called. */
export type Listed = { readonly work: Work; readonly card: Card };

export type Built = { readonly on: Day; readonly at: Instant; readonly policy: string };

/** Replaces the rows of the scope by these. */
export async function replaceWork(
  tx: Tx,
  scope: Scope,
  work: readonly Listed[],
  built: Built,
): Promise<void> {
  await tx.run(sql`
    delete from worklist.account_work w where ${filter(scope, sql`w.account_id`)}`);
  await tx.copyIn(
    `worklist.account_work (account_id, currency, score, kinds, reasons, parts, overdue_minor,
      overdue_base_minor, ask_minor, balance_minor, buckets, oldest_due_on, due_at, hidden_until,
      hidden_as, policy, built_on, built_at, worker_id, company_id, owner_id, name, number)`,
    work.map((each) => workLine(each, built)),
  );
}

function workLine({ work, card }: Listed, built: Built): CopyRow {
  return [
    work.accountId,
    work.currency,
    work.score,
    `{${[...new Set(work.reasons.map((reason) => reason.kind))].join(',')}}`,
    JSON.stringify(work.reasons),
    JSON.stringify(work.parts),
    work.overdue,
    work.overdueBase,
    work.ask,
    work.balance,
    `{${work.buckets.join(',')}}`,
    work.oldestDueOn,
    work.dueAt,
    work.hidden?.until,
    work.hidden?.as,
    built.policy,
    built.on,
    built.at,
    work.workerId,
    card.companyId,
    card.ownerId,
    card.name,
    card.number,
  ];
}

/** Puts accounts on the lists of those whose they are now; all of them when none are named. */
export async function followOwners(tx: Tx, accountId: Id | null): Promise<void> {
  const which = accountId === null ? sql`true` : sql`w.account_id = ${accountId}`;
  await tx.run(sql`
    update worklist.account_work w
       set owner_id = c.owner_id
      from customers.account_card c
     where c.account_id = w.account_id
       and c.owner_id is distinct from w.owner_id
       and ${which}`);
}

/** Notes that the list of a zone was built as a whole. */
export async function recordBuild(tx: Tx, zone: string, on: Day, at: Instant): Promise<void> {
  await tx.run(sql`
    insert into worklist.build (zone, built_on, built_at)
    values (${zone}, ${on}, ${at})
        on conflict (zone) do update
       set built_on = excluded.built_on, built_at = excluded.built_at`);
}

export type ZoneBuild = {
  readonly zone: string;
  readonly builtOn: Day | null;
  readonly stale: boolean;
};

/** Every zone in which there is a company, with its last build; stale when facts are newer. */
export async function zoneBuilds(db: Queries): Promise<ZoneBuild[]> {
  const rows = await db.all(prepared<{ zone: string; built_on: string | null; stale: boolean }>`
    select z.zone, b.built_on,
           coalesce(greatest(l.recorded_at, p.recorded_at) > b.built_at, false) as stale
      from (select distinct zone from team.company) z
      left join worklist.build b on b.zone = z.zone
      cross join ledger.latest_recording l
      cross join promises.latest_recording p
     order by z.zone`);
  return rows.map((row) => ({
    zone: row.zone,
    builtOn: row.built_on === null ? null : day(row.built_on),
    stale: row.stale,
  }));
}

/** When the book last changed. */
export async function bookChangedAt(db: Queries): Promise<Instant | null> {
  const { recorded_at } = await db.one(sql<{ recorded_at: string | null }>`
    select recorded_at from ledger.latest_recording`);
  return recorded_at === null ? null : instant(recorded_at);
}

/** Compares the open items with the control account, company by company. */
export async function controlAgrees(db: Queries): Promise<boolean> {
  const { differences } = await db.one(sql<{ differences: bigint }>`
    select count(*) as differences from ledger.control_difference`);
  return differences === 0n;
}

export type ControlCheck = { readonly agree: boolean; readonly checkedAt: Instant };

export async function recordCheck(tx: Tx, { agree, checkedAt }: ControlCheck): Promise<void> {
  await tx.run(sql`
    insert into worklist.control_check (one, agree, checked_at)
    values (true, ${agree}, ${checkedAt})
        on conflict (one) do update
       set agree = excluded.agree, checked_at = excluded.checked_at`);
}

export async function lastCheck(db: Queries): Promise<ControlCheck | undefined> {
  const row = await db.maybe(sql<{ agree: boolean; checked_at: string }>`
    select agree, checked_at from worklist.control_check`);
  return row && { agree: row.agree, checkedAt: instant(row.checked_at) };
}
