/**
 * Checks of a remote deposit whose bank accepts the letter and then gives one of them back, in an
 * image cash letter of returns: the check's receipt goes back, the deposit stays what it was.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import type { Db } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { addCheck, openDeposit } from '#areas/cash/actions/deposits/fill-deposit.ts';
import { moveDeposit } from '#areas/cash/actions/deposits/move-deposit.ts';
import { matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import { readDay } from '#areas/cash/answers/closing/day.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { line } from '#test/support/bank-files.ts';
import { usd } from '#test/support/builders.ts';
import { deskWithCash } from '#test/support/cash-closing.ts';
import { dropping, received } from '#test/support/dropped-files.ts';

const on = '2026-11-20';
const samples = path.join(import.meta.dirname, '../../samples/x937');

/** The sample in earnest, of our day: four images of one returned check, 123456789, of 1,000.00. */
function returns(): Uint8Array {
  const text = readFileSync(path.join(samples, 'checks-and-returns.icl'), 'latin1');
  const dated = text.replace('0135T', '0135P').replaceAll('20181003', '20261124');
  return Buffer.from(dated, 'latin1');
}

test('the bank accepts a deposit and gives one check of it back', async () => {
  await using desk = await deskWithCash(on);
  const { companyId, bankAccountId, poster } = desk;
  const south = await desk.account('SOUTH');
  await desk.invoice(south, { amount: '1000.00', issued: on, number: 'INV-9' });
  const [first, other] = await desk.received('check', [
    ['NORTH', '1000.00', '123456789'],
    ['SOUTH', '1000.00', '1044'],
  ]);
  if (!first || !other) throw new Error('two checks');
  const wish = { companyId, bankAccountId, count: 2, amount: usd('2000.00'), note: '' };
  const { depositId } = await desk.done((context) => openDeposit(context, wish), poster);
  const micr = ['u123456789u t031300012t 5558881u', 'u1044u t021000021t 123456789u'];
  for (const [at, receiptId] of [first, other].entries()) {
    const check = { micr: micr[at] ?? '', amount: undefined, lookedAt: false };
    await desk.done((context) => addCheck(context, { companyId, depositId, receiptId, ...check }));
  }
  for (const act of ['close', 'accept'] as const) {
    const move = { companyId, depositId, act, said: '' };
    await desk.done((context) => moveDeposit(context, move, openPicture), poster);
  }
  await desk.statement({ opening: '0.00', closing: '2000.00' }, [
    line(on, '2000.00', 'DEPOSIT', { channel: 'check' }),
  ]);
  await received(desk);

  desk.on('2026-11-24');
  const drop = dropping(desk, poster);
  await drop('returns.icl', returns());
  const match = () =>
    desk.done((context) => matchReceipts(context, { companyId, receiptIds: 'all' }));
  const { matched } = await match();
  // The file tells the check twice: one is the receipt's return, the other is nobody's.
  expect(matched.map(({ posted, decision }) => [posted, decision.returnOf])).toEqual([
    [true, [first]],
    [false, []],
  ]);
  expect(await states(desk.db)).toEqual(['1044 100000 posted', '123456789 100000 returned']);
  expect(await drop('again.icl', returns())).toMatchObject({ seenBefore: true });
  expect((await match()).matched.filter(({ posted }) => posted)).toEqual([]);

  // The deposit stays accepted and its day proved; the check is missing on the day it came back.
  const { state } = await desk.db.one(sql<{ state: string }>`select state from cash.deposit_now`);
  expect(state).toBe('accepted');
  const asked = { companyId, company: 'MAIN', today: day('2026-11-24') } as const;
  const proved = await readDay(desk.db, { ...asked, day: day(on), language: 'en' });
  expect(proved.differences).toEqual([]);
  expect(proved.figures).toMatchObject([{ deposited: '2000.00', posted: '2000.00' }]);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

async function states(db: Db): Promise<string[]> {
  const rows = await db.all(sql<{ told: string }>`
    select concat_ws(' ', r.check_number, r.amount_minor, n.state) as told
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     where r.amount_minor > 0
     order by r.check_number`);
  return rows.map(({ told }) => told);
}
