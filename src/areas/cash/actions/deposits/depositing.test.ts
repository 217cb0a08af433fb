import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import UTIF from 'utif2';
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import { isGroup4Tiff } from '#formats/x937/group4.ts';
import { readCashLetters } from '#formats/x937/read.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openPicture } from '#platform/files/open-picture.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { line } from '#test/support/bank-files.ts';
import { type CashDesk, deskWithCash } from '#test/support/cash-closing.ts';
import { runCommand } from '#test/support/commands.ts';
import { depositTicket } from '../../answers/deposits/deposit.ts';
import { cashCommands } from '../../commands.ts';
import { checksInHand, sentFile } from '../../store/deposits/checks.ts';
import type { DepositAct } from '../../rules/deposits/deposit.ts';
import { itemsOf, oneDeposit, rejectedOf, rejectionOf } from '../../store/deposits/deposits.ts';
import { signDay } from '../closing/sign-day.ts';
import { day } from '#kernel/day.ts';
import { addImages } from './add-images.ts';
import { addCheck, openDeposit, removeCheck } from './fill-deposit.ts';
import { moveDeposit, setChannel } from './move-deposit.ts';
import { rejectCheck } from './reject-check.ts';

const on = '2026-11-20';
const picture = new Uint8Array(readFileSync('samples/x937/check-front.tiff'));
const micr = (serial: string): string => `u${serial}u t021000021t 123456789u`;

const channel = {
  bankRouting: '121000248',
  bankName: 'First Bank',
  originNumber: '999123456',
  originName: 'Northgate',
  account: '7654321',
  payee: 'Northgate',
  contactName: 'Dana Ortiz',
  contactPhone: '',
  encoding: 'EBCDIC',
  isTest: false,
} as const;

async function deskWithDeposit(count: number, amount: string) {
  const desk = await deskWithCash(on);
  const receipts = await desk.received('check', [
    ['NORTH', '100.00', '1042'],
    ['NORTH', '200.00', '1043'],
  ]);
  const { companyId, bankAccountId } = desk;
  const opened = await desk.done((context) =>
    openDeposit(context, { companyId, bankAccountId, count, amount: usd(amount), note: '' }),
  );
  const ids = { companyId, depositId: opened.depositId };
  const add = (serial: string, receiptId?: Id, told: { amount?: bigint; looked?: boolean } = {}) =>
    desk.act((context) =>
      addCheck(context, {
        ...ids,
        micr: micr(serial),
        amount: told.amount,
        receiptId,
        lookedAt: told.looked ?? false,
      }),
    );
  const move = (act: DepositAct, said = '') =>
    desk.act((context) => moveDeposit(context, { ...ids, act, said }, openPicture));
  return { ...desk, receipts, ids, add, move };
}

/** A photograph in colours: no bank takes it as it is. */
const photo = new Uint8Array(
  UTIF.encodeImage(
    Uint8Array.from({ length: 64 * 4 }, (_, at) => (at % 4 === 3 || at > 100 ? 230 : 40)),
    8,
    8,
  ),
);

function pictures(
  desk: CashDesk,
  ids: { companyId: Id; depositId: Id },
  names: string[],
  content = picture,
) {
  const sha256 = fingerprint(content);
  const files = names.map((name) => ({ name, content, sha256 }));
  return desk.act((context) => addImages(context, { ...ids, files }));
}

describe('a deposit of checks', () => {
  test('is keyed, proved, closed, sent as a letter and accepted; the day is equal', async () => {
    await using desk = await deskWithDeposit(2, '300.00');
    const { ids } = desk;
    expect(await checksInHand(desk.db, ids.companyId)).toHaveLength(2);
    expect(await desk.add('1042', desk.receipts[0])).toMatchObject({ value: { itemNo: 1 } });
    expect(answerOf(await desk.move('close'))).toBe('cash.deposit_count_differs 2 1');
    expect(await desk.add('1043', desk.receipts[1])).toMatchObject({ value: { itemNo: 2 } });
    expect(await checksInHand(desk.db, ids.companyId)).toEqual([]);
    expect(await desk.move('close')).toMatchObject({ value: { state: 'closed' } });
    expect(answerOf(await desk.move('send'))).toBe('cash.deposit_image_missing 1 1042');
    const sides = ['1042-front.tif', '1042-back.tif', '1043F.tif'];
    expect(await pictures(desk, ids, sides)).toMatchObject({ value: { images: 3 } });
    expect(await pictures(desk, ids, ['1043B.tif'], photo)).toMatchObject({ ok: true });
    expect(answerOf(await desk.move('send'))).toBe('cash.no_deposit_channel');
    const { companyId, bankAccountId } = desk;
    await desk.done((context) => setChannel(context, { companyId, bankAccountId, channel }));
    expect(await desk.move('send')).toMatchObject({ value: { state: 'sent' } });
    const file = await sentFile(desk.db, ids.depositId);
    const read = readCashLetters(file?.content ?? new Uint8Array());
    expect(read).toMatchObject({ ok: true });
    const [, second] = read.ok ? (read.value.cashLetters[0]?.bundles[0]?.checks ?? []) : [];
    expect(Uint8Array.from(second?.front ?? [])).toEqual(picture);
    expect(isGroup4Tiff(second?.rear ?? photo)).toBe(true);
    expect(await desk.move('accept')).toMatchObject({ value: { state: 'accepted' } });
    expect(answerOf(await desk.move('shred'))).toBe('cash.paper_kept_until 2026-12-20');
    await desk.statement({ opening: '0.00', closing: '300.00' }, [line(on, '300.00', 'DEPOSIT')]);
    const wish = { companyId, day: day(on), note: '' };
    expect(await desk.act((context) => signDay(context, wish), desk.second)).toMatchObject({
      ok: true,
    });
    desk.on('2026-12-20');
    expect(await desk.move('shred')).toMatchObject({ value: { state: 'shredded' } });
  });

  test('takes no check twice, and one that is like another only when somebody looked', async () => {
    await using desk = await deskWithDeposit(2, '300.00');
    const own = { amount: 10_000n };
    await desk.add('1042', undefined, own);
    expect(answerOf(await desk.add('1042', undefined, own))).toBe(
      'cash.check_deposited_before 1042',
    );
    const like = { amount: 20_000n };
    expect(answerOf(await desk.add('1042', undefined, like))).toBe('cash.check_like_another 1042');
    expect((await desk.add('1042', undefined, { ...like, looked: true })).ok).toBe(true);
  });

  test('refuses a line that does not prove itself and an amount not received', async () => {
    await using desk = await deskWithDeposit(1, '100.00');
    const { ids } = desk;
    const wrong = { ...ids, micr: 't021000022t 1u', amount: 1n, receiptId: undefined };
    expect(
      answerOf(await desk.act((context) => addCheck(context, { ...wrong, lookedAt: false }))),
    ).toBe('micr.wrong_check_digit 021000022');
    expect(answerOf(await desk.add('1042', desk.receipts[0], { amount: 9_999n }))).toBe(
      'cash.check_amount_differs 1042 99.99 100.00 USD',
    );
    expect(answerOf(await desk.add('1042'))).toBe('cash.check_amount_missing 1042');
  });

  test('gives a check back that was taken out, and refuses pictures of none', async () => {
    await using desk = await deskWithDeposit(1, '100.00');
    const { ids } = desk;
    await desk.add('1042', desk.receipts[0]);
    expect(answerOf(await pictures(desk, ids, ['9999-front.tif']))).toBe(
      'cash.image_of_no_check 9999-front.tif',
    );
    const out = () => desk.act((context) => removeCheck(context, { ...ids, itemNo: 1 }));
    expect(await out()).toMatchObject({ ok: true });
    expect(answerOf(await out())).toBe('cash.no_such_check');
    expect(await checksInHand(desk.db, ids.companyId)).toHaveLength(2);
    expect((await desk.add('1042', desk.receipts[0])).ok).toBe(true);
    expect((await itemsOf(desk.db, ids.depositId)).map(({ itemNo }) => itemNo)).toEqual([2]);
  });

  test('gives one check back that the bank rejects, and sends the rest again', async () => {
    await using desk = await deskWithDeposit(2, '300.00');
    const { ids, companyId, bankAccountId } = desk;
    for (const [at, serial] of ['1042', '1043'].entries())
      await desk.add(serial, desk.receipts[at]);
    const reject = (itemNo: number) =>
      desk.act((context) => rejectCheck(context, { ...ids, itemNo }), desk.second);
    expect(answerOf(await reject(1))).toBe('cash.deposit_not_so open');
    await desk.move('close');
    const sides = ['1042-front.tif', '1042-back.tif', '1043-front.tif', '1043-back.tif'];
    await pictures(desk, ids, sides);
    await desk.done((context) => setChannel(context, { companyId, bankAccountId, channel }));
    await desk.move('send');
    expect(answerOf(await desk.move('reject'))).toBe('cash.bank_word_missing');
    expect(await desk.move('reject', 'one image is dark')).toMatchObject({
      value: { state: 'rejected' },
    });
    expect(await rejectionOf(desk.db, ids.depositId)).toBe('one image is dark');
    expect(await reject(1)).toMatchObject({ value: { itemNo: 1 } });
    expect(answerOf(await reject(1))).toBe('cash.no_such_check');
    expect(await rejectedOf(desk.db, ids.depositId)).toMatchObject([{ itemNo: 1, serial: '1042' }]);
    expect(await checksInHand(desk.db, companyId)).toMatchObject([{ serial: '1042' }]);
    expect(await desk.move('send')).toMatchObject({ value: { state: 'sent' } });
    const read = readCashLetters((await sentFile(desk.db, ids.depositId))?.content ?? picture);
    const checks = read.ok ? (read.value.cashLetters[0]?.bundles[0]?.checks ?? []) : [];
    expect(checks.map(({ amountMinor }) => amountMinor)).toEqual([20_000n]);
    expect(await rejectionOf(desk.db, ids.depositId)).toBeUndefined();
    const again = await desk.done((context) =>
      openDeposit(context, { companyId, bankAccountId, count: 1, amount: usd('100'), note: '' }),
    );
    const wish = { companyId, depositId: again.depositId, micr: micr('1042'), lookedAt: false };
    const receipt = { amount: undefined, receiptId: desk.receipts[0] };
    const added = await desk.act((context) => addCheck(context, { ...wish, ...receipt }));
    expect(added).toMatchObject({ value: { itemNo: 1 } });
  });

  test('takes pictures from a folder on the command line, and prints its ticket', async () => {
    await using desk = await deskWithDeposit(1, '100.00');
    await desk.add('1042', desk.receipts[0]);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'checks-'));
    await writeFile(path.join(folder, '1042-front.tif'), picture);
    await writeFile(path.join(folder, '1042-back.tif'), picture);
    const run = (...args: string[]) => runCommand(cashCommands, 'deposit', desk, args);
    const { depositId } = desk.ids;
    const done = await run(depositId, '--images', folder, '--act', 'close');
    expect(done).toMatchObject({ exit: 0, out: '2 pictures added.\nThe deposit is closed now.' });
    expect((await run()).out).toContain('1 · 100.00');
    expect((await run(depositId, '--act', 'close')).err).toContain('closed');
    await expect(run(depositId, '--reject-check', '1')).rejects.toThrow('what the bank said');
    const rejected = await run(depositId, '--reject-check', '1', '--said', 'no signature');
    expect(rejected).toMatchObject({ exit: 0 });
    expect(await rejectedOf(desk.db, depositId)).toMatchObject([{ reason: 'no signature' }]);
    const card = await oneDeposit(desk.db, desk.companyId, depositId);
    const ticket = card && (await depositTicket(desk.db, card, 'es'));
    expect(Buffer.from(ticket ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

test('a deposit holds no check in another currency than its own', async () => {
  await using desk = await deskWithDeposit(1, '100.00');
  const { companyId } = desk;
  const euro = currency('EUR');
  const account = { companyId, name: 'Euros', number: '777', currency: euro, cashAccount: '1077' };
  const { bankAccountId } = await desk.done((context) => registerBankAccount(context, account));
  const open = (amount: Money) =>
    desk.act((context) =>
      openDeposit(context, { companyId, bankAccountId, count: 1, amount, note: '' }),
    );
  expect(answerOf(await open(usd('100.00')))).toBe('cash.other_currency EUR USD');
  const opened = await open(money(10_000n, euro));
  if (!opened.ok) throw new Error(answerOf(opened));
  const { depositId } = opened.value;
  const receiptId = desk.receipts[0];
  const wish = { companyId, depositId, micr: micr('1042'), amount: undefined, lookedAt: false };
  const added = await desk.act((context) => addCheck(context, { ...wish, receiptId }));
  expect(answerOf(added)).toBe('cash.other_currency EUR USD');
});

test('two pictures of one side at once are refused, and neither is kept', async () => {
  await using desk = await deskWithDeposit(1, '100.00');
  await desk.add('1042', desk.receipts[0]);
  const twice = await pictures(desk, desk.ids, ['1042-front.tif', 'item 1 front.tif']);
  expect(answerOf(twice)).toBe('cash.image_twice item 1 front.tif');
  const [item] = await itemsOf(desk.db, desk.ids.depositId);
  expect(item).toMatchObject({ hasFront: false });
});
