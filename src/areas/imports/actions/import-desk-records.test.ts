import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { type Actor, accepted } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { contactsOf } from '#areas/customers/store/contacts.ts';
import { timelineLines } from '#areas/customers/store/timeline.ts';
import { judgePromises } from '#areas/promises/actions/judge-promises.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { deskOn } from '#test/support/builders.ts';
import { bookOf, lookAt, openFile } from '../answers/open-files.ts';
import { type ImportOutcome, importBook } from './import-book.ts';
import { importDeskRecords } from './import-desk-records.ts';
import { undoImport } from './undo-import.ts';

const items = [
  'Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Currency,Open Amount',
  'NORTH,North Mills,INV-1,2026-10-01,2026-10-31,USD,500.00',
  'SOUTH,South Mills,INV-2,2026-10-01,2026-10-31,USD,125.00',
];
const book = {
  'items.csv': items,
  'contacts.csv': ['Account No,Contact Name,Role,Email', 'NORTH,Ann Orr,AP,ann@north.example'],
  'owners.csv': ['Account No,Collector', 'NORTH,rosa@desk.example'],
  'notes.csv': ['Account No,Date,Author,Note', 'NORTH,2026-03-02,Lee Old,They pay on Fridays'],
  'promises.csv': [
    'Account No,Invoice,Promised Amount,Currency,Promised On,Promise Date,Status,Settled On',
    'NORTH,INV-1,200.00,USD,2026-05-01,2026-05-10,broken,2026-05-13',
    'NORTH,,300.00,USD,2026-11-16,2026-11-27,open,',
  ],
  'disputes.csv': ['Account No,Invoice No,Reason,Disputed On', 'SOUTH,INV-2,Price,2026-10-05'],
  'next-actions.csv': ['Account No,Next Action,Due Date', 'NORTH,Call Ann,2026-12-01'],
};

async function deskWithRosa() {
  const desk = await deskOn('2026-11-20');
  const rosa = await desk.member('collector');
  await desk.db.run(sql`
    update team.member set email = 'rosa@desk.example' where member_id = ${rosa.memberId}`);
  const take = async (files: Readonly<Record<string, readonly string[]>>, actor?: Actor) => {
    const opened = await Promise.all(
      Object.entries(files).map(async ([name, lines]) =>
        accepted(await openFile({ name, bytes: Buffer.from(lines.join('\n')) })),
      ),
    );
    const wish = {
      ...bookOf(lookAt(opened, {}, undefined), desk.clock.today()),
      company: 'MAIN',
      currency: undefined,
      acceptGood: false,
    };
    let seen: ImportOutcome | undefined;
    const done = await desk.act(
      (context) => importBook(context, wish, (outcome) => (seen = outcome)),
      actor,
    );
    return { ok: done.ok, outcome: seen };
  };
  const account = async (number: string) => {
    const row = await desk.db.one(sql<{ account_id: string; customer_id: string }>`
      select account_id, customer_id from customers.account where number = ${number}`);
    return { accountId: id(row.account_id), customerId: id(row.customer_id) };
  };
  const counts = () =>
    desk.db.one(sql<Record<string, bigint>>`
      select (select count(*) from customers.contact where ended_at is null) as contacts,
             (select count(*) from customers.account_now where owner_id is not null) as owners,
             (select count(*) from promises.promise_now where state <> 'withdrawn') as promises,
             (select count(*) from disputes.open_dispute) as disputes,
             (select count(*) from customers.activity a
               where a.kind = 'note'
                 and not exists (select from customers.activity_withdrawn w
                                  where w.activity_id = a.activity_id)) as notes`);
  return { ...desk, take, account, counts, rosa };
}

test('a folder of a book and everything beside it is one import in the right order', async () => {
  await using desk = await deskWithRosa();
  const { ok, outcome } = await desk.take(book);
  expect(outcome?.problems).toEqual([]);
  expect([ok, outcome?.kind, outcome?.rows, outcome?.accepted]).toEqual([true, 'book', 9, 9]);
  expect(await desk.counts()).toEqual({
    contacts: 1n,
    owners: 1n,
    promises: 2n,
    disputes: 1n,
    notes: 3n,
  });
  const north = await desk.account('NORTH');
  expect(await contactsOf(desk.db, north.customerId)).toMatchObject([
    { name: 'Ann Orr', role: 'accounts_payable', email: 'ann@north.example' },
  ]);
  const page = { after: undefined, limit: 50 };
  const lines = await timelineLines(desk.db, north.accountId, 'note', page);
  expect(lines).toContainEqual(
    expect.objectContaining({
      on: '2026-03-02',
      phrase: 'activity.note_by',
      facts: { author: 'Lee Old' },
      text: 'They pay on Fridays',
    }),
  );
});

test('taken in a second time everything is a duplicate and nothing changes', async () => {
  await using desk = await deskWithRosa();
  await desk.take(book);
  const before = await desk.counts();
  const { outcome } = await desk.take(book);
  expect([outcome?.accepted, outcome?.duplicates, outcome?.problems]).toEqual([0, 9, []]);
  expect(await desk.counts()).toEqual(before);
});

test('the stated end of a promise stays as it is; an open one is judged', async () => {
  await using desk = await deskWithRosa();
  await desk.take(book);
  desk.on('2026-12-07');
  await desk.done((context) => judgePromises(context, 'all', standardPromisePolicy));
  const states = await desk.db.all(sql<{ due_on: string; state: string; state_on: string }>`
    select due_on, state, state_on from promises.promise_now order by due_on`);
  expect(states).toMatchObject([
    { due_on: '2026-05-10', state: 'broken', state_on: '2026-05-13' },
    { due_on: '2026-11-27', state: 'broken' },
  ]);
});

test('a changed contact is a new fact, and an undo brings the old one back', async () => {
  await using desk = await deskWithRosa();
  await desk.take(book);
  const changed = [
    'Account No,Contact Name,Email,Phone',
    'NORTH,Ann Orr,ann@north.example,5550001111',
  ];
  const { outcome } = await desk.take({ 'contacts.csv': changed });
  expect([outcome?.accepted, outcome?.duplicates]).toEqual([1, 0]);
  const { customerId } = await desk.account('NORTH');
  expect(await contactsOf(desk.db, customerId)).toMatchObject([{ phone: '5550001111' }]);
  const importId = outcome?.importId ?? desk.companyId;
  expect(await desk.done((context) => undoImport(context, importId))).toEqual({ reversed: 1 });
  expect(await contactsOf(desk.db, customerId)).toMatchObject([{ name: 'Ann Orr', phone: null }]);
});

test('an undo takes everything back, and the same files come in anew', async () => {
  await using desk = await deskWithRosa();
  const { 'items.csv': _, ...beside } = book;
  await desk.take({ 'items.csv': items });
  const { outcome } = await desk.take(beside);
  const importId = outcome?.importId ?? desk.companyId;
  await desk.done((context) => undoImport(context, importId));
  expect(await desk.counts()).toEqual({
    contacts: 0n,
    owners: 0n,
    promises: 0n,
    disputes: 0n,
    notes: 0n,
  });
  const again = await desk.take(beside);
  expect([again.ok, again.outcome?.accepted]).toEqual([true, 7]);
});

test('a bad row is named with its file and line, and then nothing is stored', async () => {
  await using desk = await deskWithRosa();
  await desk.take({ 'items.csv': items });
  const { ok, outcome } = await desk.take({
    'contacts.csv': ['Account No,Contact Name,Email', 'NORTH,Ann,not an address', 'WEST,Bo,b@c.co'],
    'owners.csv': ['Account No,Collector', 'NORTH,nobody'],
    'disputes.csv': ['Account No,Invoice No,Reason,Disputed On', 'NORTH,INV-2,Price,2026-10-05'],
    'notes.csv': ['Account No,Date,Note', 'NORTH,2027-01-01,From the future'],
    'promises.csv': [
      'Account No,Promised Amount,Currency,Promised On,Promise Date',
      'NORTH,5.00,USD,2026-11-10,2026-11-01',
    ],
  });
  expect(ok).toBe(false);
  expect(outcome?.problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'contacts.csv:2 customers.contact_bad_email',
    'contacts.csv:3 import.account_unknown',
    'owners.csv:2 import.person_unknown',
    'notes.csv:2 import.day_ahead',
    'promises.csv:2 promise.due_before_made',
    'disputes.csv:2 import.invoice_unknown',
  ]);
  expect((await desk.counts())['contacts']).toBe(0n);
});

test('a record that came with the same id and says something else is asked about', async () => {
  await using desk = await deskWithRosa();
  await desk.take({ 'items.csv': items });
  const header = 'Note ID,Account No,Date,Note';
  await desk.take({ 'notes.csv': [header, 'X1,NORTH,2026-03-02,first'] });
  const { outcome } = await desk.take({ 'notes.csv': [header, 'X1,NORTH,2026-03-02,second'] });
  expect(outcome?.problems).toMatchObject([{ code: 'import.record_came_differently' }]);
});

test('rows of a company that the importer does not work for are problems', async () => {
  await using desk = await deskWithRosa();
  const opened = accepted(
    await openFile({ name: 'notes.csv', bytes: Buffer.from(book['notes.csv'].join('\n')) }),
  );
  const { desk: rows } = bookOf(lookAt([opened], {}, undefined), desk.clock.today());
  const part = { rows, chosen: 'MAIN', within: ['OTHER'] };
  const found = await desk.done(async (context) => ({
    ok: true,
    value: await importDeskRecords(context, part),
  }));
  expect(found).toMatchObject({ problems: [{ code: 'import.company_unknown' }] });
});
