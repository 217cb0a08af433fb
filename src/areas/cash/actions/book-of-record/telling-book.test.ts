import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { applyCredit } from '#areas/ledger/index.ts';
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

  test('is told nothing of a credit memo that moves, whatever its number', async () => {
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
    expect(answerOf(await desk.make())).toBe('cash.nothing_to_tell MAIN');
  });

  test('money that moves twice is told at each step, and a memo beside it never', async () => {
    await using desk = await deskTelling();
    const [south, east] = [await desk.account('SOUTH'), await desk.account('EAST')];
    const [receiptId] = await desk.received('check', [['NORTH', '300.00', '77']]);
    const money = await creditOf(desk, receiptId);
    await desk.made();
    const memo = { issued: on, due: on, amount: '300.00', number: 'CM-1' };
    const [memoId] = await desk.document(money.accountId, 'credit_memo', memo);
    if (!memoId) throw new Error('a credit memo');
    const all = { itemIds: [], fault: true, amount: usd('300.00') };
    // Both at one moment: only the money is told.
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
      'receipt,2026-11-20,SOUTH,TRF-77,,300.00,USD,',
      'return,2026-11-20,SOUTH,TRF-77,,-300.00,USD,',
      'receipt,2026-11-20,EAST,TRF-TRF-77,,300.00,USD,',
    ]);
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

  test('is told nothing while the book is ours', async () => {
    await using desk = await deskTelling();
    await paidInvoice(desk);
    await desk.name({ system: 'ours', settings: null });
    expect(answerOf(await desk.make())).toBe('cash.book_is_ours MAIN');
    expect((await desk.book()).waiting).toBe(0);
  });
});
