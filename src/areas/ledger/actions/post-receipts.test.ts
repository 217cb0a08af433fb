/** Many receipts in one transaction: each sees what those before it have paid. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Story, answerOf, deskOn, deskOwed1000, receiptWish } from '#test/support/builders.ts';
import type { ReceiptTold } from '#test/support/builders.ts';
import { standardPolicy } from '../rules/policy.ts';
import { itemStates } from '../store/items.ts';
import { postReceipts } from './post-receipt.ts';
import { proveLedger } from './prove-ledger.ts';

type Told = readonly [accountId: Id, told: ReceiptTold];

/** `accepted`, or which of them is refused and why. */
async function post(desk: Story, told: readonly Told[]): Promise<string> {
  let refusedAt = '';
  const outcome = await desk.act(async (context) => {
    const wishes = told.map(([accountId, each]) => receiptWish(accountId, each));
    const posted = await postReceipts(context, wishes, standardPolicy);
    if (posted.ok) return accept(posted.receipts.length);
    refusedAt = ` at ${posted.at}`;
    return posted.refused;
  });
  return outcome.ok ? `accepted ${outcome.value}` : `${answerOf(outcome)}${refusedAt}`;
}

async function openOf(desk: Story, accountId: Id, itemId: Id): Promise<string> {
  const item = (await itemStates(desk.db, accountId, [itemId])).get(itemId);
  return item ? formatMoney(money(item.open, item.currency)) : 'not there';
}

const receiptsIn = async ({ db }: Story): Promise<bigint> =>
  (await db.one(sql<{ n: bigint }>`select count(*) as n from ledger.item where kind = 'receipt'`))
    .n;

describe('receipts of one file', () => {
  test('of many accounts are posted in one go, and the books prove', async () => {
    await using desk = await deskOwed1000();
    const south = await desk.account('SOUTH');
    const told = { amount: '70', issued: '2026-06-01', due: '2026-07-01', number: 'I-2' };
    const owed = await desk.invoice(south, told);
    const answer = await post(desk, [
      [desk.accountId, { amount: '400', on: '2026-07-02', pays: [[desk.invoiceId, '400']] }],
      [south, { amount: '100', on: '2026-07-03', pays: [[owed, '70']] }],
      [desk.accountId, { amount: '600', on: '2026-07-04', pays: [[desk.invoiceId, '600']] }],
    ]);
    expect(answer).toBe('accepted 3');
    expect(await openOf(desk, desk.accountId, desk.invoiceId)).toBe('0.00');
    expect(await openOf(desk, south, owed)).toBe('0.00');
    const { checks } = await proveLedger(desk.db);
    expect(checks.filter(({ broken }) => broken !== undefined)).toEqual([]);
  });

  test('that pay one invoice twice are refused whole, with the place of the second', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const answer = await post(desk, [
      [accountId, { amount: '900', on: '2026-07-02', pays: [[invoiceId, '900']] }],
      [accountId, { amount: '200', on: '2026-07-03', pays: [[invoiceId, '200']] }],
    ]);
    expect(answer).toBe('ledger.more_than_open 100.00 I-1 at 1');
    expect(await receiptsIn(desk)).toBe(0n);
  });

  test('never take for an earlier day what a later day has paid', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const answer = await post(desk, [
      [accountId, { amount: '900', on: '2026-07-10', pays: [[invoiceId, '900']] }],
      [accountId, { amount: '100', on: '2026-07-02', pays: [[invoiceId, '100']] }],
    ]);
    expect(answer).toBe('accepted 2');
    expect(await openOf(desk, accountId, invoiceId)).toBe('0.00');
  });

  test('give a small difference once', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const answer = await post(desk, [
      [accountId, { amount: '996', on: '2026-07-02', pays: [[invoiceId, '996']] }],
      [accountId, { amount: '4', on: '2026-07-03', pays: [[invoiceId, '4']] }],
    ]);
    expect(answer).toBe('ledger.more_than_open 0.00 I-1 at 1');
  });

  test('name no item of another account', async () => {
    await using desk = await deskOwed1000();
    const south = await desk.account('SOUTH');
    const answer = await post(desk, [
      [desk.accountId, { amount: '1', on: '2026-07-02', pays: [[desk.invoiceId, '1']] }],
      [south, { amount: '1', on: '2026-07-02', pays: [[desk.invoiceId, '1']] }],
    ]);
    expect(answer).toBe('ledger.no_such_item at 1');
  });

  test('of two companies are a mistake of the program', async () => {
    await using desk = await deskOn('2026-07-20');
    const north = await desk.account('NORTH');
    const other = await desk.account('EAST', { company: await desk.company('OTHER') });
    const told = { amount: '1', on: day('2026-07-20') };
    const both = [
      [north, told],
      [other, told],
    ] as const;
    await expect(post(desk, both)).rejects.toThrow('one company');
  });
});
