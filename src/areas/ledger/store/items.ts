/** Reads items and applications as the rules need them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { ApplicationKind, ItemKind, ItemState, NewApplication } from '../rules/posting.ts';

type ItemRow = {
  account_id: string;
  item_id: string;
  kind: ItemKind;
  side: number;
  currency: string;
  amount_minor: bigint;
  open_minor: bigint;
  open_base_minor: bigint;
  reserved_minor: bigint;
  number: string;
  document_id: string | null;
  issued_on: string;
  due_on: string;
  effective_on: string;
};

/** Items of one account by id, as they stand now; ids that are not there are left out. */
export async function itemStates(
  db: Queries,
  accountId: Id,
  itemIds: readonly Id[],
): Promise<Map<Id, ItemState>> {
  const rows = await db.all(
    selectItems(sql`b.account_id = ${accountId} and b.item_id = any(${itemIds})`),
  );
  return new Map(rows.map((row) => [id(row.item_id), itemState(row)]));
}

/** Every item of one account that is open now, oldest due first. */
export async function openItems(db: Queries, accountId: Id): Promise<ItemState[]> {
  const rows = await db.all(
    selectItems(sql`
    b.account_id = ${accountId} and b.open_minor <> 0`),
  );
  return rows.map(itemState);
}

function selectItems(condition: Sql): Sql<ItemRow> {
  return prepared<ItemRow>`
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.amount_minor, b.open_minor,
           b.open_base_minor, b.reserved_minor, i.number, i.document_id, b.issued_on, b.due_on,
           b.effective_on
      from ledger.item_balance b
      join ledger.item i on i.account_id = b.account_id and i.item_id = b.item_id
     where ${condition}
     order by b.due_on, b.item_id`;
}

function itemState(row: ItemRow): ItemState {
  const debit = row.side === 1;
  return {
    itemId: id(row.item_id),
    kind: row.kind,
    side: debit ? 'debit' : 'credit',
    currency: currency(row.currency),
    amount: row.amount_minor,
    open: debit ? row.open_minor : -row.open_minor,
    openBase: debit ? row.open_base_minor : -row.open_base_minor,
    reserved: row.reserved_minor,
    number: row.number,
    documentId: row.document_id === null ? null : id(row.document_id),
    issuedOn: day(row.issued_on),
    dueOn: day(row.due_on),
    effectiveOn: day(row.effective_on),
  };
}

export type ApplicationRow = {
  account_id: string;
  application_id: string;
  entry_id: string;
  debit_item_id: string;
  credit_item_id: string;
  kind: ApplicationKind;
  amount_minor: bigint;
  debit_base_minor: bigint;
  credit_base_minor: bigint;
  effective_on: string;
};

export type StandingApplication = NewApplication & {
  readonly entryId: Id;
  readonly effectiveOn: Day;
};

/** The applications onto or from an item that have not been taken back, oldest first. */
export async function standingApplications(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<StandingApplication[]> {
  const rows = await db.all(
    selectStanding(sql`
    a.account_id = ${accountId} and (a.debit_item_id = ${itemId} or a.credit_item_id = ${itemId})`),
  );
  return rows.map(standing);
}

/** One application by id if it has not been taken back. */
export async function standingApplication(
  db: Queries,
  accountId: Id,
  applicationId: Id,
): Promise<StandingApplication | undefined> {
  const row = await db.maybe(
    selectStanding(sql`
    a.account_id = ${accountId} and a.application_id = ${applicationId}`),
  );
  return row && standing(row);
}

function selectStanding(condition: Sql): Sql<ApplicationRow> {
  return sql<ApplicationRow>`
    select a.account_id, a.application_id, a.entry_id, a.debit_item_id, a.credit_item_id, a.kind,
           a.amount_minor, a.debit_base_minor, a.credit_base_minor, a.effective_on
      from ledger.application a
     where ${condition}
       and a.reverses is null
       and not exists (select
                         from ledger.application r
                        where r.account_id = a.account_id
                          and r.reverses   = a.application_id)
     order by a.effective_on, a.application_id`;
}

/** An application that stands, as the rules need it. */
export function standing(row: ApplicationRow): StandingApplication {
  return {
    applicationId: id(row.application_id),
    entryId: id(row.entry_id),
    debitItemId: id(row.debit_item_id),
    creditItemId: id(row.credit_item_id),
    kind: row.kind,
    amount: row.amount_minor,
    debitBase: row.debit_base_minor,
    creditBase: row.credit_base_minor,
    reverses: null,
    effectiveOn: day(row.effective_on),
  };
}

/** An item of some account. */
export type ItemRef = { readonly accountId: Id; readonly itemId: Id };

/** Items of many accounts, as they stand now. */
export async function itemStatesAnywhere(
  db: Queries,
  refs: readonly ItemRef[],
): Promise<Map<Id, ItemState & { readonly accountId: Id }>> {
  if (refs.length === 0) return new Map();
  const rows = await db.all(selectItems(among(sql`b.account_id, b.item_id`, refs)));
  return new Map(
    rows.map((row) => [id(row.item_id), { ...itemState(row), accountId: id(row.account_id) }]),
  );
}

/** Standing applications onto these debit items, with their accounts. */
export async function standingOnto(
  db: Queries,
  refs: readonly ItemRef[],
): Promise<(StandingApplication & { readonly accountId: Id })[]> {
  if (refs.length === 0) return [];
  const rows = await db.all(selectStanding(among(sql`a.account_id, a.debit_item_id`, refs)));
  return rows.map((row) => ({ ...standing(row), accountId: id(row.account_id) }));
}

function among(columns: Sql, refs: readonly ItemRef[]): Sql<boolean> {
  return sql<boolean>`(${columns}) in (
    select *
      from unnest(${refs.map((ref) => ref.accountId)}::uuid[],
                  ${refs.map((ref) => ref.itemId)}::uuid[]))`;
}
