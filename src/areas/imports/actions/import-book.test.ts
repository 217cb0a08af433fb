import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { readAging, wholeAging } from '#areas/reports/aging.ts';
import { anApplication, anInvoice, aReceipt, nothingIncoming } from '#test/support/books.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import type { Incoming } from '../rules/incoming.ts';
import { type ImportBook, type ImportOutcome, importBook } from './import-book.ts';

const today = '2026-08-15';

function wish(incoming: Partial<Incoming>, told: Partial<ImportBook> = {}): ImportBook {
  const whole = { ...nothingIncoming, ...incoming };
  return {
    kind: 'book',
    source: 'test',
    files: [{ name: 'book', sha256: 'a'.repeat(64), bytes: 1 }],
    incoming: whole,
    rows: whole.documents.length + whole.payments.length + whole.applications.length,
    skipped: 0,
    problems: [],
    company: 'MAIN',
    currency: undefined,
    acceptGood: false,
    ...told,
  };
}

async function take(desk: Story, asked: ImportBook) {
  let seen: ImportOutcome | undefined;
  const outcome = await desk.act((context) =>
    importBook(context, asked, (found) => (seen = found)),
  );
  if (!seen) throw new Error('the import reported nothing');
  return { outcome, seen };
}

async function agingOf(desk: Story, asOf: string) {
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const question = wholeAging(day(asOf), [0, 30, 60, 90, 120]);
  const { rows } = await readAging(desk.db, question, page, desk.clock.now());
  return rows.map(({ account, buckets, unapplied, balance }) => ({
    account,
    buckets: buckets.join(' '),
    unapplied,
    balance,
  }));
}

describe('taking a book in', () => {
  test('makes the accounts, and what was paid is paid on its day', async () => {
    await using desk = await deskOn(today);
    const { seen } = await take(
      desk,
      wish({
        documents: [anInvoice('1'), anInvoice('2', { amount: '250.00' })],
        payments: [aReceipt('P1')],
        applications: [anApplication('A1')],
      }),
    );
    expect(seen).toMatchObject({ rows: 4, accepted: 4, duplicates: 0, problems: [] });
    expect(await agingOf(desk, today)).toEqual([
      {
        account: 'C1',
        buckets: '0.00 0.00 250.00 0.00 0.00 0.00',
        unapplied: '0.00',
        balance: '250.00',
      },
    ]);
    expect(await agingOf(desk, '2026-06-19')).toMatchObject([{ balance: '350.00' }]);
  });

  test('a second time changes nothing', async () => {
    await using desk = await deskOn(today);
    const book = wish({
      documents: [anInvoice('1')],
      payments: [aReceipt('P1', { amount: '60.00' })],
      applications: [anApplication('A1', { amount: '60.00' })],
    });
    await take(desk, book);
    const before = await agingOf(desk, today);
    const { seen } = await take(desk, book);
    expect(seen).toMatchObject({ accepted: 0, duplicates: 3, problems: [] });
    expect(await agingOf(desk, today)).toEqual(before);
  });

  test('a later file pays what an earlier one brought', async () => {
    await using desk = await deskOn(today);
    await take(desk, wish({ documents: [anInvoice('1')] }));
    const { seen } = await take(
      desk,
      wish({ payments: [aReceipt('P1')], applications: [anApplication('A1')] }),
    );
    expect(seen).toMatchObject({ accepted: 2, problems: [] });
    expect(await agingOf(desk, today)).toEqual([]);
  });

  test('a row that does not fit is named, and nothing is stored', async () => {
    await using desk = await deskOn(today);
    const { outcome, seen } = await take(
      desk,
      wish({
        documents: [anInvoice('1')],
        payments: [aReceipt('P1')],
        applications: [anApplication('A1', { documentId: '99' })],
      }),
    );
    expect(outcome).toMatchObject({ ok: false, refusal: 'import.problems_found' });
    expect(seen.problems).toEqual([
      {
        file: 'applications.csv',
        line: 2,
        field: 'invoice_id',
        code: 'import.unknown_document',
        facts: { value: '99' },
      },
    ]);
    expect(await agingOf(desk, today)).toEqual([]);
  });

  test('the good rows go in when the caller says so', async () => {
    await using desk = await deskOn(today);
    const { outcome } = await take(
      desk,
      wish(
        {
          documents: [anInvoice('1')],
          applications: [anApplication('A1', { source: { kind: 'payment', id: 'P9' } })],
        },
        { acceptGood: true },
      ),
    );
    expect(outcome).toMatchObject({ ok: true, value: { accepted: 1 } });
    expect(await agingOf(desk, today)).toMatchObject([{ balance: '100.00' }]);
  });
});

describe('a parent that pays for its child', () => {
  const book = wish({
    documents: [anInvoice('1', { customer: 'CHILD' })],
    payments: [aReceipt('P1', { customer: 'PARENT', amount: '120.00' })],
    applications: [anApplication('A1')],
  });

  test('is a transfer and then an application, so that nothing crosses accounts', async () => {
    await using desk = await deskOn(today);
    await take(desk, book);
    expect(await agingOf(desk, today)).toMatchObject([{ account: 'PARENT', balance: '-20.00' }]);
  });

  test('gets its money back when the application is taken back', async () => {
    await using desk = await deskOn(today);
    await take(
      desk,
      wish({
        ...book.incoming,
        applications: [
          ...book.incoming.applications,
          anApplication('A2', { amount: '-100.00', on: day('2026-07-10') }),
        ],
      }),
    );
    expect(await agingOf(desk, today)).toMatchObject([
      { account: 'CHILD', balance: '100.00' },
      { account: 'PARENT', unapplied: '-120.00', balance: '-120.00' },
    ]);
    expect(await agingOf(desk, '2026-07-09')).toMatchObject([
      { account: 'PARENT', balance: '-20.00' },
    ]);
  });
});

describe('money in a foreign currency', () => {
  const euro = anInvoice('1', { currency: 'EUR', amount: '1000.00' });

  test('needs a rate, and the row says which', async () => {
    await using desk = await deskOn(today);
    const { seen } = await take(desk, wish({ documents: [euro] }, { currency: currency('USD') }));
    expect(seen.problems).toMatchObject([
      { code: 'import.no_rate', facts: { currency: 'EUR', day: '2026-06-01' } },
    ]);
  });

  test('is booked at the rate that the file states', async () => {
    await using desk = await deskOn(today);
    const stated = { ...euro, exchangeRate: '1.1' };
    const { seen } = await take(desk, wish({ documents: [stated] }, { currency: currency('USD') }));
    expect(seen.problems).toEqual([]);
    expect(await agingOf(desk, today)).toMatchObject([{ balance: '1000.00' }]);
  });
});
