/** What one import posted, and whether anything else has used it since. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ChartAccount } from '../rules/chart.ts';
import type { ApplicationKind, ItemKind, ItemState, Line } from '../rules/posting.ts';
import type { ImportedApplication, ImportedEntry } from '../rules/undoing.ts';

/** The first item of the import onto or from which something of another entry stands. */
export async function usedSince(db: Queries, importId: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ number: string }>`
    select i.number
      from ledger.entry mine
      join ledger.item i on i.account_id = mine.account_id and i.entry_id = mine.entry_id
      join ledger.application a on a.account_id = i.account_id
                               and (a.debit_item_id = i.item_id or a.credit_item_id = i.item_id)
      join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id
     where mine.import_id = ${importId}
       and e.import_id is distinct from ${importId}
       and a.reverses is null
       and not exists (select
                         from ledger.application r
                        where r.account_id = a.account_id
                          and r.reverses   = a.application_id)
     limit 1`);
  return row?.number;
}

/** The accounts that the import touched. */
export async function importedAccounts(db: Queries, importId: Id): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct account_id from ledger.entry where import_id = ${importId}`);
  return rows.map((row) => id(row.account_id));
}

type EntryRow = { account_id: string; entry_id: string; effective_on: string; posted_on: string };

/** Every entry of the import on some accounts, oldest first. */
export async function importedEntries(
  db: Queries,
  importId: Id,
  accountIds: readonly Id[],
): Promise<ImportedEntry[]> {
  const rows = await db.all(sql<EntryRow>`
    select account_id, entry_id, effective_on, posted_on
      from ledger.entry
     where import_id  = ${importId}
       and account_id = any(${accountIds})
     order by effective_on, entry_id`);
  const lines = await linesByEntry(db, importId, accountIds);
  const items = await itemsByEntry(db, importId, accountIds);
  const applications = await applicationsByEntry(db, importId, accountIds);
  return rows.map((row) => ({
    entryId: id(row.entry_id),
    accountId: id(row.account_id),
    effectiveOn: day(row.effective_on),
    postedOn: day(row.posted_on),
    lines: lines.get(row.entry_id) ?? [],
    items: items.get(row.entry_id) ?? [],
    applications: applications.get(row.entry_id) ?? [],
  }));
}

function gather<Row extends { entry_id: string }, T>(
  rows: readonly Row[],
  make: (row: Row) => T,
): Map<string, T[]> {
  const byEntry = new Map<string, T[]>();
  for (const row of rows) {
    const list = byEntry.get(row.entry_id);
    if (list) list.push(make(row));
    else byEntry.set(row.entry_id, [make(row)]);
  }
  return byEntry;
}

async function linesByEntry(
  db: Queries,
  importId: Id,
  accountIds: readonly Id[],
): Promise<Map<string, Line[]>> {
  const rows = await db.all(sql<{
    entry_id: string;
    debit: ChartAccount;
    credit: ChartAccount;
    currency: string;
    amount_minor: bigint;
    base_minor: bigint;
  }>`
    select l.entry_id, l.debit, l.credit, l.currency, l.amount_minor, l.base_minor
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
     where e.import_id  = ${importId}
       and e.account_id = any(${accountIds})
     order by l.entry_id, l.line_no`);
  return gather(rows, (row) => ({
    debit: row.debit,
    credit: row.credit,
    amount: money(row.amount_minor, row.currency),
    base: row.base_minor,
  }));
}

async function itemsByEntry(
  db: Queries,
  importId: Id,
  accountIds: readonly Id[],
): Promise<Map<string, ItemState[]>> {
  const rows = await db.all(sql<{
    entry_id: string;
    item_id: string;
    document_id: string | null;
    kind: ItemKind;
    side: number;
    currency: string;
    amount_minor: bigint;
    base_minor: bigint;
    number: string;
    issued_on: string;
    due_on: string;
    effective_on: string;
  }>`
    select i.entry_id, i.item_id, i.document_id, i.kind, i.side, i.currency, i.amount_minor,
           i.base_minor, i.number, i.issued_on, i.due_on, i.effective_on
      from ledger.item i
      join ledger.entry e on e.account_id = i.account_id and e.entry_id = i.entry_id
     where e.import_id  = ${importId}
       and e.account_id = any(${accountIds})`);
  return gather(rows, (row) => ({
    itemId: id(row.item_id),
    kind: row.kind,
    side: row.side === 1 ? 'debit' : 'credit',
    currency: currency(row.currency),
    amount: row.amount_minor,
    open: row.amount_minor,
    openBase: row.base_minor,
    reserved: 0n,
    number: row.number,
    documentId: row.document_id === null ? null : id(row.document_id),
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    effectiveOn: day(row.effective_on),
  }));
}

async function applicationsByEntry(
  db: Queries,
  importId: Id,
  accountIds: readonly Id[],
): Promise<Map<string, ImportedApplication[]>> {
  const rows = await db.all(sql<{
    entry_id: string;
    application_id: string;
    debit_item_id: string;
    credit_item_id: string;
    kind: ApplicationKind;
    amount_minor: bigint;
    debit_base_minor: bigint;
    credit_base_minor: bigint;
    reverses: string | null;
    taken_back_by: string | null;
  }>`
    select a.entry_id, a.application_id, a.debit_item_id, a.credit_item_id, a.kind, a.amount_minor,
           a.debit_base_minor, a.credit_base_minor, a.reverses, r.application_id as taken_back_by
      from ledger.application a
      join ledger.entry e on e.account_id = a.account_id and e.entry_id = a.entry_id
      left join ledger.application r on r.account_id = a.account_id
                                    and r.reverses   = a.application_id
     where e.import_id  = ${importId}
       and e.account_id = any(${accountIds})`);
  return gather(rows, (row) => ({
    applicationId: id(row.application_id),
    debitItemId: id(row.debit_item_id),
    creditItemId: id(row.credit_item_id),
    kind: row.kind,
    amount: row.amount_minor,
    debitBase: row.debit_base_minor,
    creditBase: row.credit_base_minor,
    reverses: row.reverses === null ? null : id(row.reverses),
    takenBackBy: row.taken_back_by === null ? null : id(row.taken_back_by),
  }));
}

/** Frees the outside ids of an import, so that the corrected file can bring them again. */
export async function forgetIdentities(tx: Tx, importId: Id): Promise<number> {
  await tx.run(sql`
    delete from ledger.source_item s
     using ledger.entry e
      join ledger.item i on i.account_id = e.account_id and i.entry_id = e.entry_id
     where e.import_id  = ${importId}
       and s.account_id = i.account_id
       and s.item_id    = i.item_id`);
  return tx.run(sql`
    delete from ledger.identity n
     using ledger.entry e
      left join ledger.item i on i.account_id = e.account_id and i.entry_id = e.entry_id
      left join ledger.application a on a.account_id = e.account_id and a.entry_id = e.entry_id
     where e.import_id = ${importId}
       and n.account_id = e.account_id
       and n.object_id in (i.item_id, a.application_id)`);
}
