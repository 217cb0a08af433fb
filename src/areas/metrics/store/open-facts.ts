/**
 * Open items of a day as facts: the very items that the aging of that day lists.
 *
 * `late` counts from the due day and `age` from the invoice day; only aged items are owed, the
 * others are unapplied.
 */
import type { Day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Question } from './asked.ts';

/** The open items of a day; of a day long ago by the way that is sooner then. */
export async function openFacts(db: Queries, question: Question, asOf: Day): Promise<Sql> {
  return sql`
    select i.account_id, i.item_id as ref, 'item' as ref_kind, n.number as label,
           i.due_on as on_day, i.currency, i.open_minor as minor, i.aged, i.issued_on,
           ${asOf}::date - i.due_on as late, ${asOf}::date - i.issued_on as age
      from ${await itemsOn(db, question, asOf)} i
      left join ledger.item_name n on n.account_id = i.account_id and n.item_id = i.item_id`;
}

async function itemsOn(db: Queries, { knownAt }: Question, asOf: Day): Promise<Sql> {
  if (knownAt !== null) {
    return sql`ledger.open_items_known(${asOf}::date, ${knownAt}::timestamptz)`;
  }
  const { much } = await db.one(sql<{ much: boolean }>`
    select ledger.much_since(${asOf}::date) as much`);
  return much
    ? sql`ledger.open_items_long_ago(${asOf}::date)`
    : sql`ledger.open_items_on(${asOf}::date)`;
}
