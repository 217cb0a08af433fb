import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { adjustClaim, keepBack } from './adjust-claim.ts';

const usd = currency('USD');

test('what the contract takes off is a credit memo of the claim, used up at once', async () => {
  await using desk = await deskOn('2026-06-03');
  const accountId = await desk.account('NORTH');
  const told = { amount: '100', issued: '2026-05-01', number: 'C-1' };
  const itemId = await desk.invoice(accountId, told);
  const figures = { paid: 0n, patient: 0n, left: 0n };
  const line = { claim: 'C-1', status: '1', reference: '', itemId, accountId, ...figures };
  await desk.done((context) => adjustClaim(context, { ...line, adjusted: 2_000n }, usd));
  const open = await desk.db.all(sql`
    select number, open_minor from ledger.item_card order by number`);
  expect(open).toEqual([
    { number: 'C-1', open_minor: 8_000n },
    { number: 'CO-C-1', open_minor: 0n },
  ]);
});

test('what the payer kept back is owed and paid with a credit of the same sum', async () => {
  await using desk = await deskOn('2026-06-03');
  const payerId = await desk.account('INSURER');
  const known = {
    remittanceId: newId(),
    companyId: desk.companyId,
    company: 'MAIN',
    payerName: 'Insurer',
    reference: 'EFT-1',
    paidOn: null,
    currency: usd,
    total: 0n,
    payment: { claims: [], deductions: [] },
    receiptId: null,
    posted: false,
    asked: false,
  };
  const deduction = { reason: 'WO', reference: '', amount: 500n };
  const creditId = await desk.done((context) => keepBack(context, { known, deduction, payerId }));
  const items = await desk.db.all(sql`
    select number, side, open_minor, item_id = ${creditId} as credit
      from ledger.item_card
     order by side`);
  expect(items).toEqual([
    { number: 'PLB-WO-EFT-1', side: -1, open_minor: -500n, credit: true },
    { number: 'PLB-WO-EFT-1', side: 1, open_minor: 500n, credit: false },
  ]);
});
