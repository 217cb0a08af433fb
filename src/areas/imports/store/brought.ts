/**
 * What imports brought beside money, so that a record is known when it comes again and an undo
 * knows what to take back. Rows of an undone import count no more.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { DeskKind } from '../rules/desk-kinds.ts';

export type Brought = {
  readonly accountId: Id;
  readonly kind: DeskKind;
  readonly externalId: string | null;
  readonly naturalKey: string;
  readonly content: string;
  readonly objectId: Id;
  readonly change: 'added' | 'changed';
  /** What stood before a change, and what else an undo needs. */
  readonly before: unknown;
};

/** Everything of these accounts that an import brought and nobody undid. */
export async function broughtTo(
  db: Queries,
  accountIds: readonly Id[],
): Promise<Pick<Brought, 'accountId' | 'kind' | 'externalId' | 'naturalKey' | 'content'>[]> {
  const rows = await db.all(sql<{
    account_id: string;
    kind: DeskKind;
    external_id: string | null;
    natural_key: string;
    content: string;
  }>`
    select b.account_id, b.kind, b.external_id, b.natural_key, b.content
      from imports.brought b
     where b.account_id = any(${accountIds})
       and not exists (select from imports.undone u where u.import_id = b.import_id)
     order by b.recorded_at`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    kind: row.kind,
    externalId: row.external_id,
    naturalKey: row.natural_key,
    content: row.content,
  }));
}

/** What one import brought, the last first, as an undo takes it back. */
export async function broughtBy(
  db: Queries,
  importId: Id,
): Promise<Pick<Brought, 'accountId' | 'kind' | 'objectId' | 'change' | 'before'>[]> {
  const rows = await db.all(sql<{
    account_id: string;
    kind: DeskKind;
    object_id: string;
    change: 'added' | 'changed';
    before: unknown;
  }>`
    select account_id, kind, object_id, change, before
      from imports.brought
     where import_id = ${importId}
     order by brought_id desc`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    kind: row.kind,
    objectId: id(row.object_id),
    change: row.change,
    before: row.before,
  }));
}

export async function insertBrought(
  context: Context,
  importId: Id,
  source: string,
  rows: readonly Brought[],
): Promise<void> {
  const { tx, at } = context;
  for (const row of rows) {
    await tx.run(sql`
      insert into imports.brought (account_id, brought_id, import_id, kind, source, external_id,
                                   natural_key, content, object_id, change, before, recorded_at)
      values (${row.accountId}, ${context.newId()}, ${importId}, ${row.kind}, ${source},
              ${row.externalId}, ${row.naturalKey}, ${row.content}, ${row.objectId},
              ${row.change}, ${row.before === null ? null : JSON.stringify(row.before)}, ${at})`);
  }
}

export type DeskAccount = {
  readonly accountId: Id;
  readonly customerId: Id;
  readonly ownerId: Id | null;
};

/** Accounts of a company by their number; a merged one leads to where it went. */
export async function deskAccounts(
  db: Queries,
  companyId: Id,
  numbers: readonly string[],
): Promise<Map<string, DeskAccount>> {
  const rows = await db.all(sql<{
    account: string;
    account_id: string;
    customer_id: string;
    owner_id: string | null;
  }>`
    select c.account, t.account_id, t.customer_id, t.owner_id
      from customers.account_card c
      join customers.account_card t on t.account_id = coalesce(c.merged_into, c.account_id)
     where c.company_id = ${companyId}
       and c.account = any(${numbers}::text[])
       and c.kind <> 'house'`);
  return new Map(
    rows.map((row) => [
      row.account,
      {
        accountId: id(row.account_id),
        customerId: id(row.customer_id),
        ownerId: row.owner_id === null ? null : id(row.owner_id),
      },
    ]),
  );
}

/** Who has an account now. */
export async function ownerNow(db: Queries, accountId: Id): Promise<string | null> {
  const row = await db.maybe(sql<{ owner_id: string | null }>`
    select owner_id from customers.account_card where account_id = ${accountId}`);
  return row?.owner_id ?? null;
}

/** The items of debts with these numbers, by account and number. */
export async function debtsNumbered(
  db: Queries,
  accountIds: readonly Id[],
  numbers: readonly string[],
): Promise<Map<string, Id[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await db.all(sql<{ account_id: string; number: string; item_id: string }>`
    select i.account_id, i.number, i.item_id
      from ledger.item_card i
     where i.account_id = any(${accountIds})
       and i.number     = any(${numbers}::text[])
       and i.side       = 1`);
  const found = Map.groupBy(rows, (row) => `${row.account_id} ${row.number}`);
  return new Map([...found].map(([key, some]) => [key, some.map((row) => id(row.item_id))]));
}

/** Disputes of these accounts that are open, as `account item`. */
export async function openDisputes(
  db: Queries,
  accountIds: readonly Id[],
): Promise<ReadonlySet<string>> {
  const rows = await db.all(sql<{ account_id: string; item_id: string }>`
    select account_id, item_id from disputes.open_dispute where account_id = any(${accountIds})`);
  return new Set(rows.map((row) => `${row.account_id} ${row.item_id}`));
}
