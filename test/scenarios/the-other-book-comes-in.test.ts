/** A company imports from the system that is its book of record: nothing of that goes back. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { makePostingFile } from '#areas/cash/actions/book-of-record/make-file.ts';
import { nameBookOfRecord } from '#areas/cash/actions/book-of-record/name-book.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import { anApplication, anInvoice, aReceipt, nothingIncoming } from '#test/support/books.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';

test('what came from the other book, carried between accounts, is not told to it', async () => {
  await using desk = await deskOn('2026-08-15');
  const { companyId } = desk;
  const book = { system: 'csv', settings: standardMapping, since: day('2026-06-01') } as const;
  await desk.done((context) => nameBookOfRecord(context, { companyId, book }));
  const incoming = {
    ...nothingIncoming,
    documents: [anInvoice('1', { customer: 'CHILD' })],
    payments: [aReceipt('P1', { customer: 'PARENT', amount: '120.00' })],
    applications: [anApplication('A1')],
  };
  const file = { name: 'book', sha256: 'a'.repeat(64), bytes: 1 };
  const wish = { kind: 'book', source: 'test', files: [file], incoming, rows: 3 } as const;
  const whole = { ...wish, skipped: 0, problems: [], company: 'MAIN', currency: undefined };
  await desk.done((context) =>
    importBook(context, { ...whole, acceptGood: false }, () => undefined),
  );
  const carried = await desk.db.all(sql`
    select application_id from ledger.application_card where kind = 'transfer'`);
  expect(carried).toHaveLength(1);
  const made = await desk.act((context) => makePostingFile(context, { companyId, code: 'MAIN' }));
  expect(answerOf(made)).toBe('cash.nothing_to_tell MAIN');
});
