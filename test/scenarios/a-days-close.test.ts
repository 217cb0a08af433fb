/**
 * A day's close, from the bank's file to the signature of the second person: a wire and two
 * checks, a deposit, a fee; one cent off stops everything until it is found.
 */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { line } from '#test/support/bank-files.ts';
import { deskWithCash } from '#test/support/cash-closing.ts';
import { readDay } from '#areas/cash/answers/closing/day.ts';
import { addCheck, openDeposit } from '#areas/cash/actions/deposits/fill-deposit.ts';
import { moveDeposit } from '#areas/cash/actions/deposits/move-deposit.ts';
import { holdOver } from '#areas/cash/actions/closing/hold-over.ts';
import { signDay } from '#areas/cash/actions/closing/sign-day.ts';
import { clearCompany, clearLinesByHand } from '#areas/cash/actions/reconciliation/clear-lines.ts';
import { signStatement } from '#areas/cash/actions/reconciliation/sign-statement.ts';
import { treatLine } from '#areas/cash/actions/reconciliation/treat-line.ts';
import { bankAccountsOf } from '#areas/cash/store/reconciliation/accounts.ts';
import { openBankRows, openBookRows } from '#areas/cash/store/reconciliation/open-rows.ts';

const on = '2026-11-20';

test('a day is received, deposited, posted and signed by the second person', async () => {
  await using desk = await deskWithCash(on);
  const { companyId, bankAccountId, poster, second } = desk;
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  const checks = await desk.received('check', [
    ['NORTH', '100.00', '1042'],
    ['NORTH', '200.00', '1043'],
  ]);
  const sign = (by = second) =>
    desk.act((context) => signDay(context, { companyId, day: day(on), note: '' }), by);
  const figures = async () => {
    const asked = { companyId, company: 'MAIN', day: day(on), today: day(on) };
    const { figures: lines } = await readDay(desk.db, { ...asked, language: 'en' });
    return lines.map((each) =>
      [each.received, each.deposited, each.posted, each.journal].join(' '),
    );
  };

  // One check goes to the bank; the other one lies in the safe overnight.
  const wish = { companyId, bankAccountId, count: 1, amount: usd('100.00'), note: '' };
  const { depositId } = await desk.done((context) => openDeposit(context, wish), poster);
  const [first, kept] = checks;
  if (!first || !kept) throw new Error('two checks');
  const check = { micr: 'u1042u t021000021t 123456789u', amount: undefined, lookedAt: false };
  await desk.done((context) =>
    addCheck(context, { companyId, depositId, receiptId: first, ...check }),
  );
  for (const act of ['close', 'accept'] as const) {
    const move = { companyId, depositId, act, said: '' };
    await desk.done((context) => moveDeposit(context, move, openPicture), poster);
  }

  // The bank's file says one cent more than the wire that was posted.
  const fee = line(on, '-12.00', 'SERVICE CHARGE', { channel: 'charge' });
  const wire = (amount: string) => line(on, amount, 'WIRE NORTH', { channel: 'wire' });
  const statementId = await desk.statement({ opening: '0.00', closing: '488.01' }, [
    wire('400.01'),
    line(on, '100.00', 'DEPOSIT', { channel: 'check' }),
    fee,
  ]);
  await desk.done((context) => clearCompany(context, companyId));
  const stopped = await sign();
  expect(stopped).toMatchObject({ refusal: 'cash.day_differs', facts: { count: 3 } });
  expect(await figures()).toEqual(['700.00 500.01 700.00 700.00']);

  // The missing cent came by itself: it is received and posted, and the wire is whole.
  await desk.received('wire', [['NORTH', '0.01', 'W-1b']]);
  await desk.done((context) => clearCompany(context, companyId));
  const [bank] = await bankAccountsOf(desk.db, companyId);
  if (!bank) throw new Error('a bank account');
  const open = await openBankRows(desk.db, bank, null);
  expect(open.map(({ said }) => said).toSorted()).toEqual(['SERVICE CHARGE', 'WIRE NORTH']);
  expect((await sign()).ok).toBe(false);

  // Put together by hand, the wire is the two postings; the fee is booked.
  const entries = await openBookRows(desk.db, bank, { from: null, to: null });
  const wires = entries.filter(({ reference }) => reference.startsWith('W-1'));
  const lineOf = (said: string) => open.find((row) => row.said === said)?.lineId ?? companyId;
  await desk.done(
    (context) =>
      clearLinesByHand(context, {
        companyId,
        bankAccountId,
        lineIds: [lineOf('WIRE NORTH')],
        entryKeys: wires.map(({ key }) => key),
      }),
    second,
  );
  const treat = { companyId, bankAccountId, lineId: lineOf('SERVICE CHARGE') };
  await desk.done((context) => treatLine(context, { ...treat, treatment: 'bank_fee' }), second);

  // What lies in the safe is named with its clock; then the second person signs, not the first.
  const hold = { companyId, receiptId: kept, leg: 'deposit', waitsFor: 'courier' } as const;
  await desk.done((context) => holdOver(context, { ...hold, dueOn: undefined }), poster);
  expect(answerOf(await sign(poster))).toBe(`cash.second_person_signs ${on}`);
  expect(await sign()).toMatchObject({ value: { signature: 1 } });
  expect(await figures()).toEqual(['700.01 500.01 700.01 700.01']);
  const signing = { companyId, bankAccountId, statementId, note: '' };
  const reconciled = await desk.act((context) => signStatement(context, signing), second);
  expect(reconciled).toMatchObject({ ok: true });
});
