/**
 * What an account owes and has in credit, a row a currency, so that an order is answered at one
 * look. It moves with the balances of its items, in their transaction; `dunlin prove` adds the
 * items up and compares.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { prepared } from '#platform/postgres/sql.ts';

/** What a new item leaves open, always above zero. */
export type Opened = {
  readonly accountId: Id;
  readonly currency: Currency;
  readonly side: 'debit' | 'credit';
  readonly open: bigint;
};

/** By how much the open amount of an item that stood before moves; a credit's is negative. */
export type Moved = { readonly accountId: Id; readonly itemId: Id; readonly amount: bigint };

/** The caller holds the accounts' locks. */
export async function moveOpen(
  tx: Tx,
  opened: readonly Opened[],
  moved: readonly Moved[],
): Promise<void> {
  if (opened.length + moved.length === 0) return;
  const sums = [...summed(opened).values()];
  await tx.run(prepared`
    insert into ledger.account_open as o (account_id, currency, owed_minor, credit_minor)
    select m.account_id, m.currency, sum(m.owed), sum(m.credit)
      from (select account_id, currency, owed, credit
              from unnest(${sums.map((each) => each.accountId)}::uuid[],
                          ${sums.map((each) => each.currency)}::text[],
                          ${sums.map((each) => each.owed.toString())}::bigint[],
                          ${sums.map((each) => each.credit.toString())}::bigint[])
                   as n (account_id, currency, owed, credit)
             union all
            select b.account_id, b.currency,
                   case when b.side = 1 then x.amount else 0 end,
                   case when b.side = 1 then 0 else -x.amount end
              from unnest(${moved.map((each) => each.accountId)}::uuid[],
                          ${moved.map((each) => each.itemId)}::uuid[],
                          ${moved.map((each) => each.amount.toString())}::bigint[])
                   as x (account_id, item_id, amount)
              join ledger.item_balance b on b.account_id = x.account_id
                                        and b.item_id    = x.item_id) m
     group by m.account_id, m.currency
        on conflict (account_id, currency) do update
       set owed_minor   = o.owed_minor + excluded.owed_minor,
           credit_minor = o.credit_minor + excluded.credit_minor`);
}

type Summed = { accountId: Id; currency: Currency; owed: bigint; credit: bigint };

/** A file of a million items becomes a row an account. */
function summed(opened: readonly Opened[]): Map<string, Summed> {
  const sums = new Map<string, Summed>();
  for (const { accountId, currency, side, open } of opened) {
    const key = `${accountId} ${currency}`;
    const sum = sums.get(key) ?? { accountId, currency, owed: 0n, credit: 0n };
    if (side === 'debit') sum.owed += open;
    else sum.credit += open;
    sums.set(key, sum);
  }
  return sums;
}
