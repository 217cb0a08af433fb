import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { writeOffSettled } from './write-off-settled.ts';

test('what is left of the debts is written off once, and the books agree', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId } = desk;
  await desk.receipt(accountId, { amount: '600', on: '2026-07-20', pays: [[invoiceId, '600']] });
  const { currency } = usd('1');
  const wish = { accountId, itemIds: [invoiceId], currency };
  const settle = () => desk.done((context) => writeOffSettled(context, wish));
  expect(await settle()).toEqual({ waived: usd('400') });
  expect(await settle()).toEqual({ waived: usd('0') });
  const { open } = await desk.db.one(sql<{ open: bigint }>`
    select open_minor as open from ledger.item_card where item_id = ${invoiceId}`);
  expect(open).toBe(0n);
  const { differences } = await desk.db.one(sql<{ differences: bigint }>`
    select count(*) as differences from ledger.control_difference`);
  expect(differences).toBe(0n);
});
