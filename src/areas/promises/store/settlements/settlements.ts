/** Settlements: what was offered is inserted once, what became of it is a row more. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { SettlementState } from '../../rules/settlements/states.ts';

export type NewSettlement = {
  readonly accountId: Id;
  readonly settlementId: Id;
  readonly balance: Money;
  readonly offer: Money;
  readonly payBy: Day;
  readonly offeredTo: string;
  readonly needsRole: string | null;
  readonly items: readonly { readonly itemId: Id; readonly covered: Money }[];
};

export async function insertSettlement(context: Context, made: NewSettlement): Promise<void> {
  const { tx, at, actor, today, reason } = context;
  const { accountId, settlementId, balance, offer } = made;
  await tx.run(sql`
    insert into promises.settlement (account_id, settlement_id, currency, balance_minor,
                                     offer_minor, pay_by, offered_to, needs_role, made_on,
                                     recorded_at, actor, reason)
    values (${accountId}, ${settlementId}, ${balance.currency}, ${balance.minor.toString()},
            ${offer.minor.toString()}, ${made.payBy}, ${made.offeredTo}, ${made.needsRole},
            ${today}, ${at}, ${actor.ref}, ${reason})`);
  await tx.copyIn(
    'promises.settlement_item (account_id, settlement_id, item_id, covered_minor)',
    made.items.map(({ itemId, covered }) => [accountId, settlementId, itemId, covered.minor]),
  );
}

export type SettlementVerdict = {
  readonly accountId: Id;
  readonly settlementId: Id;
  readonly state: SettlementState;
  readonly on: Day;
  readonly paid: Money;
  readonly waived: Money;
  readonly requestId: Id | null;
  readonly reason: string;
};

export async function insertSettlementVerdict(
  context: Context,
  verdict: SettlementVerdict,
): Promise<void> {
  const { tx, at, actor } = context;
  const { accountId, settlementId, state, on } = verdict;
  const [paid, waived] = [verdict.paid.minor.toString(), verdict.waived.minor.toString()];
  await tx.run(sql`
    insert into promises.settlement_verdict (account_id, settlement_id, verdict_id, state,
                                             effective_on, paid_minor, waived_minor, request_id,
                                             recorded_at, actor, reason)
    values (${accountId}, ${settlementId}, ${context.newId()}, ${state}, ${on}, ${paid}, ${waived},
            ${verdict.requestId}, ${at}, ${actor.ref}, ${verdict.reason})`);
  await tx.run(sql`
    insert into promises.settlement_now (account_id, settlement_id, state, state_on, paid_minor,
                                         waived_minor, changed_at)
    values (${accountId}, ${settlementId}, ${state}, ${on}, ${paid}, ${waived}, ${at})
        on conflict (account_id, settlement_id) do update
       set state = excluded.state, state_on = excluded.state_on,
           paid_minor = excluded.paid_minor, waived_minor = excluded.waived_minor,
           changed_at = excluded.changed_at`);
}

export type StoredSettlement = Omit<NewSettlement, 'items'> & {
  readonly madeOn: Day;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly state: SettlementState;
  readonly stateOn: Day;
  readonly paid: Money;
  readonly waived: Money;
  readonly items: readonly { readonly itemId: Id; readonly covered: Money }[];
};

type Row = {
  account_id: string;
  settlement_id: string;
  currency: string;
  balance_minor: bigint;
  offer_minor: bigint;
  pay_by: string;
  offered_to: string;
  needs_role: string | null;
  made_on: string;
  recorded_at: string;
  actor: string;
  state: SettlementState;
  state_on: string;
  paid_minor: bigint;
  waived_minor: bigint;
  items: { item_id: string; covered: string }[];
};

/** Settlements of these accounts, the oldest first. */
export function settlementsOf(db: Queries, accountIds: readonly Id[]): Promise<StoredSettlement[]> {
  return settlementsWhere(db, sql`s.account_id = any(${accountIds})`);
}

export async function settlementOf(
  db: Queries,
  accountId: Id,
  settlementId: Id,
): Promise<StoredSettlement | undefined> {
  const found = await settlementsWhere(
    db,
    sql`s.account_id = ${accountId} and s.settlement_id = ${settlementId}`,
  );
  return found[0];
}

async function settlementsWhere(db: Queries, condition: Sql): Promise<StoredSettlement[]> {
  const rows = await db.all(sql<Row>`
    select s.account_id, s.settlement_id, s.currency, s.balance_minor, s.offer_minor, s.pay_by,
           s.offered_to, s.needs_role, s.made_on, s.recorded_at, s.actor, n.state, n.state_on,
           n.paid_minor, n.waived_minor,
           (select json_agg(json_build_object('item_id', i.item_id,
                                              'covered', i.covered_minor::text)
                            order by i.item_id)
              from promises.settlement_item i
             where i.account_id    = s.account_id
               and i.settlement_id = s.settlement_id) as items
      from promises.settlement s
      join promises.settlement_now n on n.account_id = s.account_id
                                    and n.settlement_id = s.settlement_id
     where ${condition}
     order by s.account_id, s.settlement_id`);
  return rows.map(stored);
}

function stored(row: Row): StoredSettlement {
  const amount = (minor: bigint): Money => money(minor, row.currency);
  return {
    accountId: id(row.account_id),
    settlementId: id(row.settlement_id),
    balance: amount(row.balance_minor),
    offer: amount(row.offer_minor),
    payBy: day(row.pay_by),
    offeredTo: row.offered_to,
    needsRole: row.needs_role,
    madeOn: day(row.made_on),
    madeAt: instant(row.recorded_at),
    madeBy: row.actor,
    state: row.state,
    stateOn: day(row.state_on),
    paid: amount(row.paid_minor),
    waived: amount(row.waived_minor),
    items: row.items.map(({ item_id, covered }) => ({
      itemId: id(item_id),
      covered: amount(BigInt(covered)),
    })),
  };
}

export type LooseReceipt = { readonly itemId: Id; readonly open: Money; readonly on: Day };

/** Receipts of the account with money left, received from a day to another, the oldest first. */
export async function looseReceipts(
  db: Queries,
  { accountId, currency }: { accountId: Id; currency: Money['currency'] },
  from: Day,
  to: Day,
): Promise<LooseReceipt[]> {
  const rows = await db.all(sql<{ item_id: string; open_minor: bigint; issued_on: string }>`
    select item_id, open_minor - reserved_minor as open_minor, issued_on
      from ledger.open_item
     where account_id = ${accountId}
       and currency   = ${currency}
       and side       = -1
       and kind in ('receipt', 'transfer')
       and issued_on between ${from} and ${to}
     order by issued_on, item_id`);
  return rows.map((row) => ({
    itemId: id(row.item_id),
    open: money(row.open_minor, currency),
    on: day(row.issued_on),
  }));
}
