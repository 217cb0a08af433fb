import { expect, test } from 'vitest';
import type { Settlement, SettlementLine } from '#formats/neutral.ts';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { fileOf, line } from '#test/support/bank-files.ts';
import { deskWithCash } from '#test/support/cash-closing.ts';
import { readCards } from '../../answers/cards/batches.ts';
import { signDay } from '../closing/sign-day.ts';
import { returnPayment } from '../return-payment.ts';
import { settleBatch } from './settle-batch.ts';

const on = '2026-11-20';

function settled(
  record: number,
  kind: SettlementLine['kind'],
  [gross, fee, net]: [string, string, string],
  reference: string,
): SettlementLine {
  const amounts = { gross: usd(gross), fee: usd(fee), net: usd(net) };
  return { record, kind, id: `txn_${record}`, on: day(on), ...amounts, reference, batch: 'po_1' };
}

test('a chargeback names the receipt that it takes back, until that went back', async () => {
  await using desk = await deskWithCash(on);
  const { companyId } = desk;
  const [first] = await desk.received('card', [['NORTH', '300.00', 'CARD-9']]);
  if (!first) throw new Error('a receipt');
  const lines = [settled(1, 'chargeback', ['-300.00', '15.00', '-315.00'], 'CARD-9')];
  const told = { processor: 'stripe', lines };
  await desk.takeIn({ ...fileOf(), settlements: [told] }, { as: 'card-settlement' });
  const gaps = async () => {
    const read = await readCards(desk.db, { companyId, code: 'MAIN' }, desk.clock.today());
    return read.rows.flatMap((row) => row.gaps.filter(({ kind }) => kind === 'chargeback'));
  };
  expect(await gaps()).toMatchObject([{ receipt: { receiptId: first, state: 'posted' } }]);
  const wish = { receiptId: first, returnedOn: day(on), bankFee: undefined };
  await desk.done((context) => returnPayment(context, { ...wish, customerFee: undefined }));
  expect(await gaps()).toEqual([]);
});

const report: Settlement = {
  processor: 'stripe',
  lines: [
    settled(1, 'payment', ['1500.00', '43.80', '1456.20'], 'CARD-1'),
    settled(2, 'payment', ['500.00', '14.50', '485.50'], 'CARD-2'),
    settled(3, 'payout', ['0.00', '0.00', '-1941.70'], 'po_1'),
  ],
};

test('a batch is paired, waited for, booked with its fees, and the day is equal', async () => {
  await using desk = await deskWithCash(on);
  const { companyId } = desk;
  await desk.received('card', [
    ['NORTH', '1500.00', 'CARD-1'],
    ['NORTH', '500.00', 'CARD-2'],
  ]);
  const read = () => readCards(desk.db, { companyId, code: 'MAIN' }, desk.clock.today());
  expect((await read()).loose.map(({ kind, side }) => `${kind} ${side}`)).toEqual([
    'timing batch',
    'timing batch',
  ]);
  await desk.takeIn({ ...fileOf(), settlements: [report] }, { as: 'card-settlement' });
  const wish = { companyId, processor: 'stripe', batch: 'po_1', currency: 'USD' };
  const settle = () => desk.act((context) => settleBatch(context, wish), desk.second);
  expect(await settle()).toMatchObject({ refusal: 'cash.batch_not_at_bank' });
  const [waiting] = (await read()).rows;
  expect(waiting).toMatchObject({ fees: '58.30', expected: '1941.70', posted: 2, captures: 2 });
  expect(waiting?.gaps.map(({ kind, side }) => `${kind} ${side}`)).toEqual([
    'fee bank',
    'timing bank',
  ]);
  await desk.statement({ opening: '0.00', closing: '1941.70' }, [
    line(on, '1941.70', 'STRIPE PAYOUT', { channel: 'card' }),
  ]);
  expect((await settle()).ok).toBe(true);
  expect(answerOf(await settle())).toBe('cash.batch_settled_already po_1');
  expect((await read()).rows).toMatchObject([{ settled: true, gaps: [] }]);
  const clearing = await desk.db.all(sql<{ line: string }>`
    select chart_account || ' ' || sum(amount_minor) as line
      from ledger.clearing_line
     group by chart_account
     order by 1`);
  expect(clearing.map((row) => row.line)).toEqual(['card-clearing 0', 'cash-clearing 194170']);
  const signing = { companyId, day: day(on), note: '' };
  expect(await desk.act((context) => signDay(context, signing), desk.second)).toMatchObject({
    ok: true,
  });
});
