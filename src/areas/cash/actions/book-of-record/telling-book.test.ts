import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { applyCredit, payRefund, reverseApplication, writeOffSmall } from '#areas/ledger/index.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { type CashDesk, deskWithCash } from '#test/support/cash-closing.ts';
import { readBook, readPostingFile } from '../../answers/book-of-record/book.ts';
import type { Book } from '../../rules/book-of-record/book.ts';
import { fileContent } from '../../store/book-of-record/files.ts';
import { transferMoney, unapplyCredit } from '../move-credit.ts';
import { returnPayment } from '../return-payment.ts';
import { acknowledgePostingFile } from './acknowledge-file.ts';
import { makePostingFile } from './make-file.ts';
import { nameBookOfRecord } from './name-book.ts';

const on = day('2026-11-20');
const csv: Book = { system: 'csv', settings: standardMapping };
const oracle: Book = {
  system: 'oracle',
  settings: { lockbox: '7001', origin: 'DUNLIN', destination: '4711' },
};

const dynamics: Book = {
  system: 'dynamics',
  settings: { company: 'USMF', journal: 'CustPay', bankAccount: 'USMF OPER' },
};

/** A desk whose book of record is another system's. */
async function deskTelling(book: Book = csv) {
  const desk = await deskWithCash(on);
  const { companyId } = desk;
  const name = (named: Book) =>
    desk.done((context) => nameBookOfRecord(context, { companyId, book: { ...named, since: on } }));
  await name(book);
  const make = () =>
    desk.act((context) => makePostingFile(context, { companyId, code: 'MAIN' }), desk.second);
  const made = async () => {
    const outcome = await make();
    if (!outcome.ok) throw new Error(answerOf(outcome));
    return outcome.value;
  };
  /** The rows of the file without their keys. */
  const rowsOf = async (fileId: Id) => {
    const file = await fileContent(desk.db, { companyId, fileId });
    const rows = file?.content.trimEnd().split('\r\n').slice(1) ?? [];
    return rows.map((row) => row.slice(row.indexOf(',') + 1));
  };
  const answer = (fileId: Id, answers: readonly (readonly [number, string])[], rest = false) =>
    desk.act((context) =>
      acknowledgePostingFile(context, {
        companyId,
        fileId,
        answers: answers.map(([lineNo, said]) => ({ lineNo, accepted: said === '', said })),
        restAccepted: rest,
      }),
    );
  const read = () => readBook(desk.db, { companyId, code: 'MAIN' }, { limit: 10, language: 'en' });
  return { ...desk, name, make, made, rowsOf, answer, book: read };
}

/** A check of 1,000.00 that pays NORTH's invoice. */
async function paidInvoice(desk: CashDesk) {
  const [receiptId] = await desk.received('check', [['NORTH', '1000.00', '1042']]);
  const credit = await creditOf(desk, receiptId);
  const invoice = await desk.db.one(sql<{ item_id: Id }>`
    select item_id
      from ledger.item_name
     where number = 'INV-1'`);
  await desk.done((context) =>
    applyCredit(context, {
      ...credit,
      debitItemId: invoice.item_id,
      amount: usd('1000.00'),
      effectiveOn: on,
    }),
  );
  return credit;
}

function creditOf(desk: CashDesk, receiptId: Id | undefined) {
  return desk.db.one(sql<{ accountId: Id; creditItemId: Id }>`
    select account_id as "accountId", item_id as "creditItemId"
      from cash.posting
     where receipt_id = ${receiptId ?? null}`);
}

/** A discount, a write-off that is taken back, a credit memo that pays and is refunded. */
async function givenUp(desk: CashDesk, accountId: Id): Promise<void> {
  const told = { issued: on, due: on };
  const discounts = [{ until: on, amount: 200n, tax: 0n }];
  const dues = [{ dueOn: on, amount: usd('100.00'), discounts }];
  const early = { ...told, amount: '100.00', number: 'INV-2', dues };
  const second = await desk.invoice(accountId, early);
  const third = await desk.invoice(accountId, { ...told, amount: '60.00', number: 'INV-3' });
  const pays = [[second, '98.00', '2.00']] as const;
  await desk.receipt(accountId, { amount: '98.00', on, reference: '88', pays });
  const small = { accountId, itemId: third, amount: usd('3.00') };
  await desk.done((context) => writeOffSmall(context, small));
  const given = await desk.db.one(sql<{ application_id: Id }>`
    select application_id
      from ledger.application_card
     where kind = 'write_off'`);
  const back = { accountId, applicationId: given.application_id, when: on };
  await desk.done((context) => reverseApplication(context, back));
  const memo = { ...told, amount: '15.00', number: 'CM-7' };
  const [creditItemId] = await desk.document(accountId, 'credit_memo', memo);
  if (!creditItemId) throw new Error('a credit memo');
  await desk.apply(accountId, { from: creditItemId, onto: third, amount: '10.00', on });
  const paid = { amount: usd('5.00'), paidOn: on, method: 'check', reference: 'CHK-1' } as const;
  const refund = { accountId, creditItemId, ...paid };
  await desk.done((context) => payRefund(context, refund));
}

describe('the other book', () => {
  test('is told of receipts and what they pay, each once', async () => {
    await using desk = await deskTelling();
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
    await paidInvoice(desk);
    expect((await desk.book()).waiting).toBe(2);
    const first = await desk.made();
    expect(first).toMatchObject({
      fileName: 'postings-MAIN-2026-11-20-1.csv',
      lines: 2,
      byHand: 0,
    });
    expect(await desk.rowsOf(first.fileId)).toEqual([
      'receipt,2026-11-20,NORTH,1042,,1000.00,USD,1010',
      'application,2026-11-20,NORTH,1042,INV-1,1000.00,USD,',
    ]);
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
  });

  test('is told of a move and of a return as further lines', async () => {
    await using desk = await deskTelling();
    const south = await desk.account('SOUTH');
    const paid = await paidInvoice(desk);
    const [wrong] = await desk.received('check', [['SOUTH', '50.00', '7']]);
    await desk.made();
    const credit = { ...paid, itemIds: [], fault: true };
    await desk.done((context) => unapplyCredit(context, credit));
    await desk.done((context) =>
      transferMoney(context, { ...credit, toAccountId: south, amount: usd('300.00') }),
    );
    const second = await desk.made();
    expect(await desk.rowsOf(second.fileId)).toEqual([
      'unapplication,2026-11-20,NORTH,1042,INV-1,-1000.00,USD,',
      'return,2026-11-20,NORTH,1042,,-300.00,USD,',
      'receipt,2026-11-20,SOUTH,TRF-1042,,300.00,USD,',
    ]);
    const back = { returnedOn: on, bankFee: undefined, customerFee: undefined };
    if (!wrong) throw new Error('a receipt');
    await desk.done((context) => returnPayment(context, { receiptId: wrong, ...back }));
    const third = await desk.made();
    expect(await desk.rowsOf(third.fileId)).toEqual(['return,2026-11-20,SOUTH,7,,-50.00,USD,1010']);
  });

  test('is told of a credit memo that moves and pays, and never as money', async () => {
    await using desk = await deskTelling();
    const [north, south, east] = [
      (await paidInvoice(desk)).accountId,
      await desk.account('SOUTH'),
      await desk.account('EAST'),
    ];
    await desk.made();
    const told = { issued: on, due: on };
    const memo = { ...told, amount: '300.00', number: '1042' };
    const [creditItemId] = await desk.document(north, 'credit_memo', memo);
    if (!creditItemId) throw new Error('a credit memo');
    const all = { itemIds: [], fault: true, amount: usd('300.00') };
    const sent = await desk.done((context) =>
      transferMoney(context, { ...all, accountId: north, creditItemId, toAccountId: south }),
    );
    const { itemId } = await desk.done((context) =>
      transferMoney(context, {
        ...all,
        accountId: south,
        creditItemId: sent.itemId,
        toAccountId: east,
      }),
    );
    const bill = await desk.invoice(east, { ...told, amount: '300.00', number: 'INV-9' });
    await desk.apply(east, { from: itemId, onto: bill, amount: '300.00', on });
    const { fileId } = await desk.made();
    expect(await desk.rowsOf(fileId)).toEqual([
      'credit_move,2026-11-20,NORTH,1042,,-300.00,USD,',
      'credit_move,2026-11-20,SOUTH,TRF-1042,,300.00,USD,',
      'credit_move,2026-11-20,SOUTH,TRF-1042,,-300.00,USD,',
      'credit_move,2026-11-20,EAST,TRF-TRF-1042,,300.00,USD,',
      'credit_application,2026-11-20,EAST,TRF-TRF-1042,INV-9,300.00,USD,',
    ]);
  });

  test('money that moves twice is told at each step, a memo beside it as a memo', async () => {
    await using desk = await deskTelling();
    const [south, east] = [await desk.account('SOUTH'), await desk.account('EAST')];
    const [receiptId] = await desk.received('check', [['NORTH', '300.00', '77']]);
    const money = await creditOf(desk, receiptId);
    await desk.made();
    const memo = { issued: on, due: on, amount: '300.00', number: 'CM-1' };
    const [memoId] = await desk.document(money.accountId, 'credit_memo', memo);
    if (!memoId) throw new Error('a credit memo');
    const all = { itemIds: [], fault: true, amount: usd('300.00') };
    // Both at one moment.
    const arrived = await desk.done(async (context) => {
      const sent = await transferMoney(context, { ...all, ...money, toAccountId: south });
      const aside = { ...all, accountId: money.accountId, creditItemId: memoId };
      const other = await transferMoney(context, { ...aside, toAccountId: east });
      return other.ok ? sent : other;
    });
    await desk.done((context) =>
      transferMoney(context, {
        ...all,
        accountId: south,
        creditItemId: arrived.itemId,
        toAccountId: east,
      }),
    );
    const { fileId } = await desk.made();
    expect(await desk.rowsOf(fileId)).toEqual([
      'return,2026-11-20,NORTH,77,,-300.00,USD,',
      'credit_move,2026-11-20,NORTH,CM-1,,-300.00,USD,',
      'receipt,2026-11-20,SOUTH,TRF-77,,300.00,USD,',
      'credit_move,2026-11-20,EAST,TRF-CM-1,,300.00,USD,',
      'return,2026-11-20,SOUTH,TRF-77,,-300.00,USD,',
      'receipt,2026-11-20,EAST,TRF-TRF-77,,300.00,USD,',
    ]);
  });

  test('is told of discounts, write-offs, refunds and what is taken back', async () => {
    await using desk = await deskTelling();
    const { accountId } = await paidInvoice(desk);
    await desk.made();
    await givenUp(desk, accountId);
    const { fileId, untold } = await desk.made();
    expect(untold).toEqual([]);
    expect(await desk.rowsOf(fileId)).toEqual([
      'receipt,2026-11-20,NORTH,88,,98.00,USD,',
      'application,2026-11-20,NORTH,88,INV-2,98.00,USD,',
      'discount,2026-11-20,NORTH,DISC-INV-2,INV-2,2.00,USD,',
      'write_off,2026-11-20,NORTH,WOFF-INV-3,INV-3,3.00,USD,',
      'write_off,2026-11-20,NORTH,WOFF-INV-3,INV-3,-3.00,USD,',
      'credit_application,2026-11-20,NORTH,CM-7,INV-3,10.00,USD,',
      'refund,2026-11-20,NORTH,CM-7,CHK-1,-5.00,USD,',
    ]);
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
  });

  test('is told by AutoLockbox only of receipts; the rest is said by kind', async () => {
    await using desk = await deskTelling(oracle);
    const { accountId } = await paidInvoice(desk);
    await givenUp(desk, accountId);
    expect(await desk.made()).toMatchObject({
      lines: 9,
      byHand: 5,
      untold: [
        { kind: 'discount', count: 1 },
        { kind: 'write_off', count: 2 },
        { kind: 'refund', count: 1 },
        { kind: 'credit_application', count: 1 },
      ],
    });
  });

  test('a refused line is told again, under its own key; an accepted one never', async () => {
    await using desk = await deskTelling();
    await paidInvoice(desk);
    const first = await desk.made();
    expect(await desk.answer(first.fileId, [[2, 'unknown invoice']], true)).toMatchObject({
      value: { accepted: 1, rejected: 1 },
    });
    const again = await desk.made();
    expect(again.lines).toBe(1);
    const { companyId } = desk;
    const read = (fileId: Id) => readPostingFile(desk.db, { companyId, fileId }, 'en');
    const [, refused] = (await read(first.fileId))?.lines ?? [];
    expect(refused).toMatchObject({ state: 'rejected', said: 'unknown invoice' });
    expect((await read(again.fileId))?.lines).toMatchObject([{ key: refused?.key, state: 'told' }]);
    expect(answerOf(await desk.answer(first.fileId, [[2, '']]))).toContain(
      'cash.line_answered_already',
    );
    await desk.answer(again.fileId, [], true);
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
    expect((await desk.book()).files.map(({ accepted }) => accepted)).toEqual([1, 1]);
  });

  test('two who make the file at once make one', async () => {
    await using desk = await deskTelling();
    await paidInvoice(desk);
    const both = await Promise.all([desk.make(), desk.make()]);
    expect(both.map((outcome) => (outcome.ok ? 'made' : outcome.refusal)).toSorted()).toEqual([
      'cash.nothing_to_tell',
      'made',
    ]);
    expect((await desk.book()).files).toHaveLength(1);
  });

  test('what its layout has no words for is named for a person', async () => {
    await using desk = await deskTelling(oracle);
    const paid = await paidInvoice(desk);
    expect(await desk.made()).toMatchObject({ lines: 2, byHand: 0 });
    const credit = { ...paid, itemIds: [], fault: true };
    await desk.done((context) => unapplyCredit(context, credit));
    const { fileId, byHand } = await desk.made();
    const { companyId } = desk;
    const file = await readPostingFile(desk.db, { companyId, fileId }, 'en');
    expect(byHand).toBe(1);
    expect(file?.lines).toMatchObject([{ row: null, kind: 'unapplication', amount: '-1000.00' }]);
  });

  test('a journal of Dynamics tells money once, whatever moves and goes back', async () => {
    await using desk = await deskTelling(dynamics);
    const south = await desk.account('SOUTH');
    const paid = await paidInvoice(desk);
    const [wrong] = await desk.received('check', [['SOUTH', '50.00', '7']]);
    /** Account, credit, debit, other side, marked invoice. */
    const journal = async (fileId: Id) =>
      (await desk.rowsOf(fileId)).map((row) => {
        const cells = row.split(',');
        return [3, 5, 6, 9, 12].map((at) => cells[at]).join(' ');
      });
    const first = await desk.made();
    expect(await journal(first.fileId)).toEqual([
      'NORTH 1000.00  USMF OPER INV-1',
      'SOUTH 50.00  USMF OPER ',
    ]);
    await desk.answer(first.fileId, [], true);
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');

    const credit = { ...paid, itemIds: [], fault: true };
    await desk.done((context) => unapplyCredit(context, credit));
    await desk.done((context) =>
      transferMoney(context, { ...credit, toAccountId: south, amount: usd('300.00') }),
    );
    const back = { returnedOn: on, bankFee: undefined, customerFee: undefined };
    if (!wrong) throw new Error('a receipt');
    await desk.done((context) => returnPayment(context, { receiptId: wrong, ...back }));
    const second = await desk.made();
    // The unapplication is a settlement there; the transfer comes to nothing at the bank.
    expect(second).toMatchObject({ lines: 4, byHand: 1 });
    expect(await journal(second.fileId)).toEqual([
      'SOUTH 300.00  USMF OPER ',
      'NORTH  300.00 USMF OPER ',
      'SOUTH  50.00 USMF OPER ',
    ]);
    expect(await desk.answer(second.fileId, [], true)).toMatchObject({ value: { accepted: 4 } });
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
  });

  test('is told nothing while the book is ours', async () => {
    await using desk = await deskTelling();
    await paidInvoice(desk);
    await desk.name({ system: 'ours', settings: null });
    expect(answerOf(await desk.make())).toBe('cash.book_is_ours MAIN');
    expect((await desk.book()).waiting).toBe(0);
  });
});
