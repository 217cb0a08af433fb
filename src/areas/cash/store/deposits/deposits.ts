/** Deposits of checks with their items, pictures and acts. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { DepositAct, DepositState, DepositedItem } from '../../rules/deposits/deposit.ts';

export type DepositItem = DepositedItem & {
  readonly receiptId: Id | null;
  readonly routing: string;
  readonly account: string;
  readonly auxiliary: string;
  readonly onUs: string;
  readonly who: string;
};

export type DepositCard = {
  readonly depositId: Id;
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly bankName: string;
  readonly currency: Currency;
  readonly depositedOn: Day;
  readonly controlCount: number;
  readonly controlAmount: bigint;
  readonly note: string;
  readonly state: DepositState;
  readonly acceptedOn: Day | null;
  readonly by: string;
  readonly keyedCount: number;
  readonly keyedAmount: bigint;
};

type CardRow = {
  deposit_id: string;
  company_id: string;
  bank_account_id: string;
  bank_name: string;
  currency: string;
  deposited_on: string;
  control_count: number;
  control_minor: bigint;
  note: string;
  state: DepositState;
  accepted_on: string | null;
  by: string;
  keyed_count: number;
  keyed_minor: bigint;
};

function selectDeposits(condition: Sql, limit: number): Sql<CardRow> {
  return sql<CardRow>`
    select d.deposit_id, d.company_id, d.bank_account_id, b.name as bank_name, d.currency,
           d.deposited_on, d.control_count, d.control_minor, d.note, n.state, n.accepted_on,
           coalesce(p.name, d.actor) as by, s.keyed_count, s.keyed_minor
      from cash.deposit d
      join cash.deposit_now n on n.deposit_id = d.deposit_id
      join bank_files.bank_account_card b on b.bank_account_id = d.bank_account_id
      left join team.person p on d.actor = 'member:' || p.member_id
     cross join lateral (select count(*)::integer as keyed_count,
                                coalesce(sum(i.amount_minor), 0)::bigint as keyed_minor
                           from cash.deposit_item i
                          where i.deposit_id = d.deposit_id
                            and not exists (select
                                              from cash.deposit_item_out o
                                             where o.deposit_id = i.deposit_id
                                               and o.item_no    = i.item_no)) s
     where ${condition}
     order by d.deposited_on desc, d.deposit_id desc
     limit ${limit}`;
}

export async function depositsOf(
  db: Queries,
  companyId: Id,
  limit: number,
): Promise<DepositCard[]> {
  return (await db.all(selectDeposits(sql`d.company_id = ${companyId}`, limit))).map(card);
}

export async function oneDeposit(
  db: Queries,
  companyId: Id,
  depositId: Id,
): Promise<DepositCard | undefined> {
  const which = sql`d.company_id = ${companyId} and d.deposit_id = ${depositId}`;
  const row = await db.maybe(selectDeposits(which, 1));
  return row && card(row);
}

/** Locked until the transaction ends; undefined when it is not the company's. */
export async function lockDeposit(
  tx: Tx,
  companyId: Id,
  depositId: Id,
): Promise<DepositCard | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.deposit ${companyId}`}, 0))`);
  return oneDeposit(tx, companyId, depositId);
}

function card(row: CardRow): DepositCard {
  return {
    depositId: id(row.deposit_id),
    companyId: id(row.company_id),
    bankAccountId: id(row.bank_account_id),
    bankName: row.bank_name,
    currency: currency(row.currency),
    depositedOn: day(row.deposited_on),
    controlCount: row.control_count,
    controlAmount: row.control_minor,
    note: row.note,
    state: row.state,
    acceptedOn: row.accepted_on === null ? null : day(row.accepted_on),
    by: row.by,
    keyedCount: row.keyed_count,
    keyedAmount: row.keyed_minor,
  };
}

/** Items that were not taken out, in their order. */
export async function itemsOf(db: Queries, depositId: Id): Promise<DepositItem[]> {
  const rows = await db.all(sql<{
    item_no: number;
    receipt_id: string | null;
    routing: string;
    payer_number: string;
    serial: string;
    auxiliary: string;
    on_us: string;
    amount_minor: bigint;
    has_front: boolean;
    has_back: boolean;
    who: string | null;
  }>`
    select i.item_no, i.receipt_id, i.routing, i.payer_number, i.serial, i.auxiliary, i.on_us,
           i.amount_minor, ${hasSide('front')} as has_front, ${hasSide('back')} as has_back,
           r.payer_name as who
      from cash.deposit_item i
      left join cash.receipt r on r.receipt_id = i.receipt_id
     where i.deposit_id = ${depositId}
       and not exists (select
                         from cash.deposit_item_out o
                        where o.deposit_id = i.deposit_id
                          and o.item_no    = i.item_no)
     order by i.item_no`);
  return rows.map((row) => ({
    itemNo: row.item_no,
    receiptId: row.receipt_id === null ? null : id(row.receipt_id),
    routing: row.routing,
    account: row.payer_number,
    serial: row.serial,
    auxiliary: row.auxiliary,
    onUs: row.on_us,
    amount: row.amount_minor,
    hasFront: row.has_front,
    hasBack: row.has_back,
    who: row.who ?? '',
  }));
}

export type RejectedItem = {
  readonly itemNo: number;
  readonly serial: string;
  readonly amount: bigint;
  /** The bank's word. */
  readonly reason: string;
};

/** Items that the bank took out. */
export async function rejectedOf(db: Queries, depositId: Id): Promise<RejectedItem[]> {
  const rows = await db.all(sql<{
    item_no: number;
    serial: string;
    amount_minor: bigint;
    reason: string;
  }>`
    select i.item_no, i.serial, i.amount_minor, o.reason
      from cash.deposit_item i
      join cash.deposit_item_out o on o.deposit_id = i.deposit_id and o.item_no = i.item_no
     where i.deposit_id = ${depositId}
       and o.by_bank
     order by i.item_no`);
  return rows.map(({ item_no, serial, amount_minor, reason }) => {
    return { itemNo: item_no, serial, amount: amount_minor, reason };
  });
}

/** What the bank said when it rejected the deposit; undefined unless it stands rejected. */
export async function rejectionOf(db: Queries, depositId: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ said: string }>`
    select a.said
      from cash.deposit_act a
      join cash.deposit_now n on n.deposit_id = a.deposit_id
     where a.deposit_id = ${depositId}
       and a.act        = 'reject'
       and n.state      = 'rejected'
     order by a.recorded_at desc
     limit 1`);
  return row?.said;
}

function hasSide(side: 'front' | 'back'): Sql<boolean> {
  return sql<boolean>`exists (select
             from cash.deposit_image x
            where x.deposit_id = i.deposit_id
              and x.item_no    = i.item_no
              and x.side       = ${side})`;
}

export type NewDeposit = Pick<
  DepositCard,
  | 'depositId'
  | 'companyId'
  | 'bankAccountId'
  | 'currency'
  | 'depositedOn'
  | 'controlCount'
  | 'controlAmount'
  | 'note'
>;

export async function insertDeposit({ tx, at, actor }: Context, made: NewDeposit): Promise<void> {
  await tx.run(sql`
    insert into cash.deposit (deposit_id, company_id, bank_account_id, currency, deposited_on,
                              control_count, control_minor, note, recorded_at, actor)
    values (${made.depositId}, ${made.companyId}, ${made.bankAccountId}, ${made.currency},
            ${made.depositedOn}, ${made.controlCount}, ${made.controlAmount.toString()},
            ${made.note}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    insert into cash.deposit_now (deposit_id, state, accepted_on, changed_at)
    values (${made.depositId}, 'open', null, ${at})`);
}

export type NewItem = Pick<
  DepositItem,
  'receiptId' | 'routing' | 'account' | 'serial' | 'auxiliary' | 'onUs' | 'amount'
> & { readonly lookedAt: boolean };

/** Answers the item's place in the deposit; places are never given again. */
export async function insertItem(
  { tx, at, actor }: Context,
  depositId: Id,
  item: NewItem,
): Promise<number> {
  const made = await tx.one(sql<{ item_no: number }>`
    insert into cash.deposit_item (deposit_id, item_no, receipt_id, routing, payer_number, serial,
                                   auxiliary, on_us, amount_minor, looked_at, recorded_at, actor)
    select ${depositId}, coalesce(max(i.item_no), 0) + 1, ${item.receiptId}, ${item.routing},
           ${item.account}, ${item.serial}, ${item.auxiliary}, ${item.onUs},
           ${item.amount.toString()}, ${item.lookedAt}, ${at}, ${actor.ref}
      from cash.deposit_item i
     where i.deposit_id = ${depositId}
    returning item_no`);
  if (item.receiptId !== null) {
    await tx.run(sql`
      insert into cash.receipt_deposited (receipt_id, deposit_id, item_no)
      values (${item.receiptId}, ${depositId}, ${made.item_no})`);
  }
  return made.item_no;
}

/** Takes an item out, at the desk or by the bank; its receipt may be deposited again. */
export async function insertItemOut(
  { tx, at, actor, reason }: Context,
  depositId: Id,
  { itemNo, byBank }: { readonly itemNo: number; readonly byBank: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into cash.deposit_item_out (deposit_id, item_no, recorded_at, actor, reason, by_bank)
    values (${depositId}, ${itemNo}, ${at}, ${actor.ref}, ${reason}, ${byBank})`);
  await tx.run(sql`
    delete from cash.receipt_deposited where deposit_id = ${depositId} and item_no = ${itemNo}`);
}

export async function insertAct(
  { tx, at, actor }: Context,
  depositId: Id,
  made: {
    readonly act: DepositAct;
    readonly state: DepositState;
    readonly on: Day;
    readonly said: string;
  },
): Promise<void> {
  await tx.run(sql`
    insert into cash.deposit_act (deposit_id, recorded_at, act, acted_on, said, actor)
    values (${depositId}, ${at}, ${made.act}, ${made.on}, ${made.said}, ${actor.ref})`);
  await tx.run(sql`
    update cash.deposit_now
       set state       = ${made.state},
           changed_at  = ${at},
           accepted_on = case when ${made.act} = 'accept' then ${made.on}::date
                              else accepted_on end
     where deposit_id = ${depositId}`);
}
