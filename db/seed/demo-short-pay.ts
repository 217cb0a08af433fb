/** A check at the invented desk that came short for the freight: what was kept back is a case. */
import type { Id } from '#kernel/ids.ts';
import { id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { openBatch } from '#areas/cash/actions/enter-receipts.ts';
import { postBatch } from '#areas/cash/actions/post-batch.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { takeShortPays } from '#areas/disputes/actions/take-short-pays.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Cast, type LateAccount, silentAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';
import { type OpenItem, openDebts, paid } from './demo-money.ts';

export async function payShort(desk: Desk, cast: Cast): Promise<void> {
  const found = await whoPaysShort(desk, cast);
  if (!found) return;
  const { account, debt } = found;
  const { accountId } = account;
  const short = debt.open.minor / 20n;
  const came = money(debt.open.minor - short, debt.open.currency);
  const by = cast.people.get('poster') ?? null;
  const receiptId = await enterCheck(desk, cast, account, came);
  const line = { accountId, itemId: debt.itemId, amount: came.minor, discount: 0n, short };
  const lines = [{ ...line, shortReason: 'freight' as const }];
  await act(desk, { action: 'cash.post_by_hand', by, reason: 'Freight kept back' }, (context) =>
    postByHand(context, {
      receiptId,
      spread: { accountId, lines, tolerate: false },
      rank: null,
      learn: false,
    }),
  );
  paid(cast, debt, debt.open);
  await act(desk, { action: 'disputes.take_short_pays' }, (context) =>
    takeShortPays(context, accountId),
  );
}

async function whoPaysShort(
  desk: Desk,
  cast: Cast,
): Promise<{ account: LateAccount; debt: OpenItem } | undefined> {
  for (const account of (await silentAccounts(desk, cast)).slice(6)) {
    if (account.currency !== 'USD') continue;
    const debts = await openDebts(desk, cast, account.accountId);
    const debt = debts.find(({ isWhole, open }) => isWhole && open.minor > 100_000n);
    if (debt) return { account, debt };
  }
  return undefined;
}

/** A check whose slip names no invoice: the poster has to say what it pays. */
async function enterCheck(
  desk: Desk,
  { companyId, people }: Cast,
  { contact, number }: LateAccount,
  amount: Money,
): Promise<Id> {
  const by = people.get('poster') ?? null;
  const payerName = contact ?? number;
  const row = { account: '', payerName, payerAccount: '', amount, reference: '' };
  await act(desk, { action: 'cash.open_batch', by }, async (context) => {
    const opened = await openBatch(context, {
      companyId,
      method: 'check',
      source: 'keyboard',
      receivedOn: context.today,
      bank: null,
      control: { count: 1, amount },
      note: '',
      rows: [{ ...row, checkNumber: '30518', remittance: [] }],
    });
    return opened.ok ? postBatch(context, opened.value.batchId) : opened;
  });
  const { receipt_id } = await desk.db.one(sql<{ receipt_id: string }>`
    select receipt_id
      from cash.receipt_card
     where state = 'unposted'
       and payer_name = ${payerName}
     order by received_on desc, receipt_id desc
     limit 1`);
  return id(receipt_id);
}
