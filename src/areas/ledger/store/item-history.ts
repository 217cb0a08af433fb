/** One item's history: its applications and the entries that made and moved it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Line } from '../rules/posting.ts';
import { linesOf } from './entries.ts';
import type { When } from './item-list.ts';

export type HistoryEntry = {
  readonly entryId: Id;
  readonly kind: string;
  readonly effectiveOn: Day;
  readonly postedOn: Day;
  readonly recordedAt: Instant;
  /** A member by name, or the job or command. */
  readonly actor: string;
  readonly reason: string;
  readonly lines: readonly Line[];
};

export type HistoryApplication = {
  readonly applicationId: Id;
  readonly kind: string;
  readonly counterItemId: Id;
  readonly counterNumber: string;
  /** Minor units; below zero in a reversal. */
  readonly amount: bigint;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
  readonly reverses: Id | null;
  /** Taken back by what was known then. */
  readonly reversed: boolean;
};

type ApplicationRow = {
  application_id: string;
  kind: string;
  counter_item_id: string;
  counter_number: string;
  amount_minor: bigint;
  effective_on: string;
  recorded_at: string;
  reverses: string | null;
  reversed: boolean;
};

/** The applications onto or from an item, in the order they count. */
export async function applicationsOf(
  db: Queries,
  accountId: Id,
  itemId: Id,
  { asOf, knownAt }: When,
): Promise<HistoryApplication[]> {
  const rows = await db.all(sql<ApplicationRow>`
    with known as (
      select application_id, kind, debit_item_id, credit_item_id, amount_minor, effective_on,
             recorded_at, reverses
        from ledger.application
       where account_id = ${accountId}
         and (debit_item_id = ${itemId} or credit_item_id = ${itemId})
         and effective_on <= ${asOf}
         and recorded_at <= ${knownAt}
    )
    select k.application_id, k.kind, c.item_id as counter_item_id, c.number as counter_number,
           k.amount_minor, k.effective_on, k.recorded_at, k.reverses,
           exists (select from known r where r.reverses = k.application_id) as reversed
      from known k
      join ledger.item c
        on c.account_id = ${accountId}
       and c.item_id in (k.debit_item_id, k.credit_item_id)
       and c.item_id <> ${itemId}
     order by k.effective_on, k.recorded_at, k.application_id`);
  return rows.map((row) => ({
    applicationId: id(row.application_id),
    kind: row.kind,
    counterItemId: id(row.counter_item_id),
    counterNumber: row.counter_number,
    amount: row.amount_minor,
    effectiveOn: day(row.effective_on),
    recordedAt: instant(row.recorded_at),
    reverses: row.reverses === null ? null : id(row.reverses),
    reversed: row.reversed,
  }));
}

type EntryRow = {
  entry_id: string;
  kind: string;
  effective_on: string;
  posted_on: string;
  recorded_at: string;
  actor: string;
  reason: string;
};

/** The entry that made an item, and those of its applications, in the order they count. */
export async function entriesOf(
  db: Queries,
  accountId: Id,
  itemId: Id,
  { asOf, knownAt }: When,
): Promise<HistoryEntry[]> {
  const rows = await db.all(sql<EntryRow>`
    select e.entry_id, e.kind, e.effective_on, e.posted_on, e.recorded_at,
           coalesce(p.name, e.actor) as actor, e.reason
      from ledger.entry e
      left join team.person p on e.actor = 'member:' || p.member_id
     where e.account_id = ${accountId}
       and e.effective_on <= ${asOf}
       and e.recorded_at <= ${knownAt}
       and e.entry_id in (select entry_id
                            from ledger.item
                           where account_id = ${accountId}
                             and item_id    = ${itemId}
                           union all
                          select entry_id
                            from ledger.application
                           where account_id = ${accountId}
                             and (debit_item_id = ${itemId} or credit_item_id = ${itemId}))
     order by e.effective_on, e.recorded_at, e.entry_id`);
  const lines = await linesOf(
    db,
    accountId,
    rows.map((row) => id(row.entry_id)),
  );
  return rows.map((row) => ({
    entryId: id(row.entry_id),
    kind: row.kind,
    effectiveOn: day(row.effective_on),
    postedOn: day(row.posted_on),
    recordedAt: instant(row.recorded_at),
    actor: row.actor,
    reason: row.reason,
    lines: lines.get(id(row.entry_id)) ?? [],
  }));
}
