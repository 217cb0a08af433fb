/**
 * Money at the invented desk that needs a hand: a debt written off and money for it all the
 * same, interest, a check that came back, a parent who pays for its branch, cash that waits.
 */
import { plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { chargeAccount } from '#areas/ledger/actions/charge-account.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { recoverWriteOff } from '#areas/ledger/actions/recover-write-off.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { transferCredit } from '#areas/ledger/actions/transfer-credit.ts';
import { writeOffItem } from '#areas/ledger/actions/write-off-item.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Cast, type LateAccount, lateAccounts, silentAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

export type OpenItem = {
  readonly itemId: Id;
  readonly number: string;
  readonly open: Money;
  /** The book pays no part of what is open now. */
  readonly isWhole: boolean;
};

/** Open debts of an account that the book will not pay itself, the oldest first. */
export async function openDebts(then: Desk, { spare }: Cast, accountId: Id): Promise<OpenItem[]> {
  const rows = await then.db.all(sql<{
    item_id: string;
    number: string;
    currency: string;
    open_minor: bigint;
  }>`
    select o.item_id, i.number, o.currency, o.open_minor
      from ledger.open_items_on(${then.clock.today()}::date) o
      join ledger.item i on i.account_id = o.account_id and i.item_id = o.item_id
     where o.account_id = ${accountId}
       and o.aged
     order by o.due_on, o.item_id`);
  return rows.flatMap((row) => {
    const left = spare.get(row.number) ?? 0n;
    const minor = left < row.open_minor ? left : row.open_minor;
    if (minor <= 0n) return [];
    const { number } = row;
    const isWhole = minor === row.open_minor;
    return [{ itemId: id(row.item_id), number, open: money(minor, row.currency), isWhole }];
  });
}

/** Notes that a scene had a debt paid, so that no other scene pays it again. */
export function paid({ spare }: Cast, debt: OpenItem, amount: Money): void {
  spare.set(debt.number, (spare.get(debt.number) ?? 0n) - amount.minor);
}

/** What is too small and too old goes off the books, and some of it comes back after all. */
export async function writeOffOldest(then: Desk, cast: Cast): Promise<void> {
  const old = await oldestSmall(then, cast);
  if (!old) return;
  const { accountId, itemId, amount } = old;
  const by = cast.people.get('controller') ?? null;
  const reason = 'Ten months old, three letters came back, not worth a suit';
  await act(then, { action: 'ledger.write_off_item', by, reason }, (context) =>
    writeOffItem(context, { accountId, itemId, amount }),
  );
}

async function oldestSmall(then: Desk, { spare }: Cast) {
  const rows = await then.db.all(sql<{
    account_id: string;
    item_id: string;
    number: string;
    currency: string;
    open_minor: bigint;
  }>`
    select o.account_id, o.item_id, i.number, o.currency, o.open_minor
      from ledger.open_items_on(${then.clock.today()}::date) o
      join ledger.item i on i.account_id = o.account_id and i.item_id = o.item_id
     where o.aged
       and o.open_minor between 20000 and 300000
       and o.currency = 'USD'
     order by o.due_on, o.item_id`);
  const found = rows.find((row) => spare.get(row.number) === row.open_minor);
  if (!found) return undefined;
  spare.set(found.number, 0n);
  return {
    accountId: id(found.account_id),
    itemId: id(found.item_id),
    amount: money(found.open_minor, found.currency),
  };
}

export async function recoverOldest(then: Desk, { people }: Cast): Promise<void> {
  const written = await then.db.maybe(sql<{
    account_id: string;
    item_id: string;
    currency: string;
    amount_minor: bigint;
  }>`
    select i.account_id, i.item_id, i.currency, i.amount_minor
      from ledger.application a
      join ledger.item i on i.account_id = a.account_id and i.item_id = a.credit_item_id
     where a.kind = 'write_off'
     order by a.recorded_at
     limit 1`);
  if (!written) return;
  const wish = {
    accountId: id(written.account_id),
    writeOffItemId: id(written.item_id),
    amount: money(written.amount_minor / 4n, written.currency),
    receivedOn: then.clock.today(),
    method: 'check',
    reference: '100477',
  } as const;
  const by = people.get('poster') ?? null;
  await act(then, { action: 'ledger.recover_write_off', by }, (context) =>
    recoverWriteOff(context, wish, standardPolicy),
  );
}

export async function chargeInterest(then: Desk, { people }: Cast): Promise<void> {
  const late = await lateAccounts(then);
  for (const { accountId, currency, overdue } of late.slice(5, 8)) {
    const chargedOn = then.clock.today();
    const amount = money(overdue / 80n + 100n, currency);
    const wish = { accountId, kind: 'interest', amount, chargedOn, dueOn: plusDays(chargedOn, 10) };
    const doing = { action: 'ledger.charge_account', by: people.get('senior') ?? null };
    await act(then, { ...doing, reason: 'Interest of 1 ¼ % as agreed in the terms' }, (context) =>
      chargeAccount(context, { ...wish, kind: 'interest' }),
    );
  }
}

const badCheck = '204418';

export async function takeBadCheck(then: Desk, cast: Cast): Promise<void> {
  const account = (await silentAccounts(then, cast)).at(2);
  const debts = account ? await openDebts(then, cast, account.accountId) : [];
  const [first] = debts;
  if (!account || !first) return;
  const pays = [{ itemId: first.itemId, amount: first.open }];
  await receive(then, cast, { account, amount: first.open, reference: badCheck, pays });
  // It comes back a few days later, so the debt is still there for good.
}

export async function returnBadCheck(then: Desk, { people }: Cast): Promise<void> {
  const check = await then.db.maybe(sql<{ account_id: string; item_id: string }>`
    select account_id, item_id
      from ledger.item
     where number = ${badCheck}`);
  if (!check) return;
  const wish = {
    accountId: id(check.account_id),
    itemId: id(check.item_id),
    returnedOn: then.clock.today(),
    bankFee: money(1200n, 'USD'),
    customerFee: money(2500n, 'USD'),
  };
  const doing = { action: 'ledger.return_receipt', by: people.get('poster') ?? null };
  await act(then, { ...doing, reason: 'Returned by the bank: insufficient funds' }, (context) =>
    returnReceipt(context, wish),
  );
}

/** A parent's money pays the invoice of its child: a transfer, then an application. */
export async function payForChild(then: Desk, cast: Cast): Promise<void> {
  const late = await lateAccounts(then);
  const child = late.find(({ number }) => ['C-10018', 'C-10025', 'C-10040'].includes(number));
  const parent = child && (await payerOf(then, child.accountId));
  const [debt] = child ? await openDebts(then, cast, child.accountId) : [];
  if (!child || !parent || !debt) return;
  const received = await receive(then, cast, {
    account: { ...child, accountId: parent },
    amount: debt.open,
    reference: 'WIRE 88210',
    pays: [],
  });
  const effectiveOn = then.clock.today();
  const by = cast.people.get('poster') ?? null;
  const { itemId: creditItemId } = await act(
    then,
    { action: 'ledger.transfer_credit', by, reason: 'Paid by the parent for its branch' },
    (context) =>
      transferCredit(context, {
        accountId: parent,
        creditItemId: received,
        toAccountId: child.accountId,
        amount: debt.open,
        effectiveOn,
      }),
  );
  const { accountId } = child;
  const wish = {
    accountId,
    creditItemId,
    debitItemId: debt.itemId,
    amount: debt.open,
    effectiveOn,
  };
  await act(then, { action: 'ledger.apply_credit', by }, (context) => applyCredit(context, wish));
  paid(cast, debt, debt.open);
}

async function payerOf(then: Desk, accountId: Id): Promise<Id | undefined> {
  const row = await then.db.maybe(sql<{ account_id: string }>`
    select p.account_id
      from customers.account a
      join customers.relation r on r.customer_id = a.customer_id and r.kind = 'payer'
      join customers.account p on p.customer_id = r.other_id and p.company_id = a.company_id
     where a.account_id = ${accountId}
     order by r.effective_on desc
     limit 1`);
  return row && id(row.account_id);
}

/** Money that names no invoice and would clear one: it waits on the account. */
export async function receiveOnAccount(then: Desk, cast: Cast): Promise<void> {
  const late = (await silentAccounts(then, cast)).filter((_, index) => index % 4 === 1);
  for (const [index, account] of late.slice(0, 5).entries()) {
    const [debt] = await openDebts(then, cast, account.accountId);
    if (!debt) continue;
    const amount = index % 2 === 0 ? debt.open : money(debt.open.minor / 2n + 1n, account.currency);
    await receive(then, cast, { account, amount, reference: `ACH ${50_113 + index}`, pays: [] });
  }
}

type Received = {
  readonly account: LateAccount;
  readonly amount: Money;
  readonly reference: string;
  readonly pays: readonly { readonly itemId: Id; readonly amount: Money }[];
};

async function receive(then: Desk, { people }: Cast, told: Received): Promise<Id> {
  const { account, amount, reference, pays: apply } = told;
  const { accountId } = account;
  const receivedOn = then.clock.today();
  const method = reference.startsWith('ACH') ? 'ach' : reference.startsWith('W') ? 'wire' : 'check';
  const wish = { accountId, amount, receivedOn, method, reference, apply } as const;
  const posted = await act(
    then,
    { action: 'ledger.post_receipt', by: people.get('poster') ?? null },
    (context) => postReceipt(context, wish, standardPolicy),
  );
  return posted.itemId;
}

/**
 * Cash on account and credit memos are used on the oldest debts, as a poster does every few
 * weeks; now and then one is overlooked.
 */
export async function applyWaiting(then: Desk, cast: Cast): Promise<void> {
  const by = cast.people.get('poster') ?? null;
  for (const { accountId, itemId: creditItemId, open } of await waitingCredits(then)) {
    if (cast.dice.permille(150)) continue;
    const debts = await openDebts(then, cast, accountId);
    const debt = debts.find((each) => each.open.currency === open.currency);
    if (!debt) continue;
    const amount = debt.open.minor < open.minor ? debt.open : open;
    const effectiveOn = then.clock.today();
    const wish = { accountId, creditItemId, debitItemId: debt.itemId, amount, effectiveOn };
    await act(then, { action: 'ledger.apply_credit', by }, (context) => applyCredit(context, wish));
    paid(cast, debt, amount);
  }
}

async function waitingCredits(then: Desk) {
  const rows = await then.db.all(sql<{
    account_id: string;
    item_id: string;
    currency: string;
    open_minor: bigint;
  }>`
    select account_id, item_id, currency, -open_minor as open_minor
      from ledger.open_items_on(${then.clock.today()}::date)
     where open_minor < 0
     order by account_id, item_id`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    itemId: id(row.item_id),
    open: money(row.open_minor, row.currency),
  }));
}
