/**
 * Items as an outside system names them, and what its snapshots did to them here.
 *
 * One outside id may be borne by several items in turn: the one that first came, what it was
 * raised by, what it was posted again as. What is open of them together is what is open there.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type ApplicationRow, type ItemRef, type StandingApplication, standing } from './items.ts';

/** An item under its outside id, with the last day that moved it. */
export type SourceItem = ItemRef & {
  readonly namedAs: 'item' | 'receipt';
  readonly externalId: string;
  readonly lastOn: Day;
};

/** Every item that bears one of these outside ids, the oldest first. */
export async function itemsAtSource(
  db: Queries,
  companyId: Id,
  source: string,
  externalIds: readonly string[],
): Promise<SourceItem[]> {
  if (externalIds.length === 0) return [];
  const rows = await db.all(sql<{
    named_as: 'item' | 'receipt';
    external_id: string;
    account_id: string;
    item_id: string;
    last_on: string;
  }>`
    select n.named_as, n.external_id, n.account_id, n.item_id,
           greatest(n.effective_on, (select max(a.effective_on)
                                       from ledger.application a
                                      where a.account_id = n.account_id
                                        and (a.debit_item_id = n.item_id
                                             or a.credit_item_id = n.item_id))) as last_on
      from ledger.item_at_source n
     where n.company_id  = ${companyId}
       and n.source      = ${source}
       and n.external_id = any(${externalIds})
     order by n.effective_on, n.item_id`);
  return rows.map((row) => ({
    namedAs: row.named_as,
    externalId: row.external_id,
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    lastOn: day(row.last_on),
  }));
}

/** What a snapshot took from an item and nobody gave back: the adjustment and its application. */
export type SourceAdjustment = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly adjustmentId: Id;
  readonly entryId: Id;
  readonly application: StandingApplication;
};

type AdjustmentRow = ApplicationRow & { item_id: string; adjustment_id: string };

/** Adjustments of snapshots that stand on these items, the oldest first. */
export async function sourceAdjustments(
  db: Queries,
  refs: readonly ItemRef[],
): Promise<SourceAdjustment[]> {
  if (refs.length === 0) return [];
  const rows = await db.all(sql<AdjustmentRow>`
    select a.account_id, m.item_id, j.item_id as adjustment_id, j.entry_id, a.application_id,
           a.debit_item_id, a.credit_item_id, a.kind, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor, a.effective_on
      from unnest(${refs.map((ref) => ref.accountId)}::uuid[],
                  ${refs.map((ref) => ref.itemId)}::uuid[]) as m (account_id, item_id)
      join ledger.application a on a.account_id = m.account_id
                               and m.item_id in (a.debit_item_id, a.credit_item_id)
      join ledger.item j on j.account_id = a.account_id
                        and j.item_id in (a.debit_item_id, a.credit_item_id)
                        and j.item_id <> m.item_id
      join ledger.entry e on e.account_id = j.account_id and e.entry_id = j.entry_id
     where e.kind in ('closed_at_source', 'lowered_at_source')
       and a.reverses is null
       and not exists (select
                         from ledger.application r
                        where r.account_id = a.account_id
                          and r.reverses   = a.application_id)
     order by a.effective_on, a.application_id`);
  return rows.map(adjustmentOf);
}

function adjustmentOf(row: AdjustmentRow): SourceAdjustment {
  return {
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    adjustmentId: id(row.adjustment_id),
    entryId: id(row.entry_id),
    application: standing(row),
  };
}

/** A new item that goes on under an outside id which another item bore first. */
export type NamedItem = ItemRef & {
  readonly companyId: Id;
  readonly source: string;
  readonly kind: 'item' | 'receipt';
  readonly externalId: string;
};

/** Gives items the outside ids of those they carry on. */
export async function nameSourceItems(tx: Tx, items: readonly NamedItem[]): Promise<void> {
  await tx.copyIn(
    'ledger.source_item (account_id, item_id, company_id, source, kind, external_id)',
    items.map((each) => [
      each.accountId,
      each.itemId,
      each.companyId,
      each.source,
      each.kind,
      each.externalId,
    ]),
  );
}

/** An item that went on as another one keeps the names that outside systems gave it. */
export async function carrySourceNames(
  tx: Tx,
  from: Id,
  into: Id,
  moved: readonly { readonly from: Id; readonly to: Id }[],
): Promise<void> {
  await tx.run(sql`
    insert into ledger.source_item (account_id, item_id, company_id, source, kind, external_id)
    select ${into}, m.into_id, n.company_id, n.source, n.named_as, n.external_id
      from unnest(${moved.map((each) => each.from)}::uuid[],
                  ${moved.map((each) => each.to)}::uuid[]) as m (from_id, into_id)
      join ledger.item_at_source n on n.account_id = ${from} and n.item_id = m.from_id`);
}
