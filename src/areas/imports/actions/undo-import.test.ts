import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { anApplication, anInvoice, aReceipt, nothingIncoming } from '#test/support/books.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { type ImportBook, importBook } from './import-book.ts';
import { undoImport } from './undo-import.ts';

const book: ImportBook = {
  kind: 'book',
  source: 'test',
  files: [{ name: 'book', sha256: 'a'.repeat(64), bytes: 1 }],
  incoming: {
    ...nothingIncoming,
    documents: [anInvoice('1', { customer: 'CHILD' }), anInvoice('2', { amount: '250.00' })],
    payments: [aReceipt('P1', { customer: 'PARENT', amount: '120.00' })],
    applications: [
      anApplication('A1'),
      anApplication('A2', { amount: '-100.00', on: day('2026-07-10') }),
      anApplication('A3', { amount: '30.00', on: day('2026-07-11') }),
    ],
  },
  rows: 6,
  skipped: 0,
  problems: [],
  company: 'MAIN',
  currency: undefined,
  acceptGood: false,
};

async function take(desk: Story): Promise<Id> {
  const { importId } = await desk.done((context) => importBook(context, book, () => undefined));
  return importId;
}

describe('undoing an import', () => {
  test('leaves the book, on every day, as if the file had never come', async () => {
    await using desk = await deskOn('2026-08-15');
    const importId = await take(desk);
    await desk.done((context) => undoImport(context, importId));
    for (const asOf of ['2026-06-02', '2026-06-25', '2026-07-10', '2026-08-15']) {
      expect(await agingOf(desk, { asOf })).toEqual(nothing);
    }
    expect((await proveLedger(desk.db)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('frees its numbers, so that the file can come again', async () => {
    await using desk = await deskOn('2026-08-15');
    await desk.done(async (context) => undoImport(context, await take(desk)));
    await take(desk);
    const seen = await agingOf(desk, { asOf: '2026-08-15', of: 'CHILD' });
    expect(seen.balance).toBe('70.00');
  });

  test('is refused once something posted since uses it, naming the document', async () => {
    await using desk = await deskOn('2026-08-15');
    const importId = await take(desk);
    const later: ImportBook = {
      ...book,
      incoming: {
        ...nothingIncoming,
        payments: [aReceipt('P2', { amount: '250.00' })],
        applications: [
          anApplication('A9', {
            source: { kind: 'payment', id: 'P2' },
            documentId: '2',
            amount: '250.00',
          }),
        ],
      },
    };
    await desk.done((context) => importBook(context, later, () => undefined));
    expect(await desk.act((context) => undoImport(context, importId))).toMatchObject({
      ok: false,
      refusal: 'ledger.import_in_use',
    });
  });

  test('happens once, and only to an import that is there', async () => {
    await using desk = await deskOn('2026-08-15');
    const importId = await take(desk);
    await desk.done((context) => undoImport(context, importId));
    expect(await desk.act((context) => undoImport(context, importId))).toMatchObject({
      refusal: 'imports.undone_already',
    });
    expect(await desk.act((context) => undoImport(context, context.newId()))).toMatchObject({
      refusal: 'imports.no_such_import',
    });
  });
});
