/** What a statement of an account says, as of its cut-off: nothing recorded later is in it. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { OpenOnDay, PartFacts } from '#areas/invoices/rules/statement-part.ts';

export type CutOff = { readonly fromOn: Day; readonly toOn: Day; readonly knownAt: Instant };

type Moved = PartFacts['moved'][number];

/** The facts of each of these accounts; one without any is left out. */
export async function statementFacts(
  db: Queries,
  accountIds: readonly Id[],
  cutOff: CutOff,
): Promise<Map<Id, PartFacts>> {
  const [opening, open, moved] = await Promise.all([
    openings(db, accountIds, cutOff),
    openOn(db, accountIds, cutOff),
    movedIn(db, accountIds, cutOff),
  ]);
  return new Map(
    accountIds.map((accountId) => [
      accountId,
      {
        opening: new Map(
          opening.filter((row) => row.accountId === accountId).map((row) => [row.code, row.minor]),
        ),
        open: open.get(accountId) ?? [],
        moved: moved.get(accountId) ?? [],
      },
    ]),
  );
}

async function openings(
  db: Queries,
  accountIds: readonly Id[],
  { fromOn, knownAt }: CutOff,
): Promise<{ accountId: Id; code: Currency; minor: bigint }[]> {
  const rows = await db.all(sql<{ account_id: string; currency: string; balance: bigint }>`
    select a.account_id, k.currency, sum(k.open_minor)::bigint as balance
      from unnest(${accountIds}::uuid[]) as a (account_id)
     cross join lateral ledger.account_items_known(a.account_id, ${plusDays(fromOn, -1)}::date,
                                                   ${knownAt}::timestamptz) k
     group by a.account_id, k.currency`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    code: currency(row.currency),
    minor: row.balance,
  }));
}

async function openOn(
  db: Queries,
  accountIds: readonly Id[],
  { toOn, knownAt }: CutOff,
): Promise<Map<Id, OpenOnDay[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    number: string;
    kind: string;
    reference: string | null;
    issued_on: string;
    due_on: string;
    amount: bigint;
    open_minor: bigint;
    aged: boolean;
  }>`
    select a.account_id, k.currency, n.number, k.kind, n.reference, k.issued_on, k.due_on,
           k.side * k.amount_minor as amount, k.open_minor, k.aged
      from unnest(${accountIds}::uuid[]) as a (account_id)
     cross join lateral ledger.account_items_known(a.account_id, ${toOn}::date,
                                                   ${knownAt}::timestamptz) k
      join ledger.item_name n on n.account_id = a.account_id and n.item_id = k.item_id
     order by k.due_on, n.number, k.item_id`);
  return grouped(
    rows.map((row) => [
      id(row.account_id),
      {
        currency: currency(row.currency),
        document: row.number,
        kind: row.kind,
        reference: row.reference,
        on: day(row.issued_on),
        dueOn: row.aged ? day(row.due_on) : null,
        agesFrom: day(row.due_on),
        amount: row.amount,
        open: row.open_minor,
        aged: row.aged,
      },
    ]),
  );
}

async function movedIn(
  db: Queries,
  accountIds: readonly Id[],
  { fromOn, toOn, knownAt }: CutOff,
): Promise<Map<Id, Moved[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    currency: string;
    effective_on: string;
    number: string;
    kind: string;
    reference: string | null;
    due_on: string | null;
    amount: bigint;
  }>`
    select a.account_id, m.currency, m.effective_on, m.number, m.kind, m.reference, m.due_on,
           m.amount
      from unnest(${accountIds}::uuid[]) as a (account_id)
     cross join lateral ledger.movements_known(a.account_id, ${fromOn}::date, ${toOn}::date,
                                               ${knownAt}::timestamptz) m
     order by m.effective_on, m.item_id`);
  return grouped(
    rows.map((row) => [
      id(row.account_id),
      {
        currency: currency(row.currency),
        on: day(row.effective_on),
        document: row.number,
        kind: row.kind,
        reference: row.reference,
        dueOn: row.due_on === null ? null : day(row.due_on),
        amount: row.amount,
      },
    ]),
  );
}

function grouped<T>(rows: readonly (readonly [Id, T])[]): Map<Id, T[]> {
  const by = new Map<Id, T[]>();
  for (const [accountId, row] of rows) {
    const own = by.get(accountId);
    if (own) own.push(row);
    else by.set(accountId, [row]);
  }
  return by;
}
