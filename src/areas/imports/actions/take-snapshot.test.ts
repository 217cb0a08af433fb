import { describe, expect, test } from 'vitest';
import { proveLedger } from '#areas/ledger/index.ts';
import { id, type Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { type SnapshotTold, openHere, takeFile } from '#test/support/snapshot-desk.ts';
import { undoImport } from './undo-import.ts';

/** A file of open items: number, customer, due day, open amount; a currency unless USD. */
function file(...rows: readonly string[]): string {
  const header = 'Number,Customer Number,Invoice Date,Due Date,Currency,Open Amount';
  const lines = rows.map((row) => {
    const [number, customer, due, open, currency = 'USD'] = row.split(' ');
    return `${number},${customer},2026-06-01,${due},${currency},${open}`;
  });
  return [header, ...lines, ''].join('\n');
}

const ten = Array.from({ length: 10 }, (_, index) => `A-${index} C1 2026-07-01 100.00`);

async function take(desk: Story, asOf: string, rows: readonly string[], told: SnapshotTold = {}) {
  const { outcome, seen } = await takeFile(desk, file(...rows), asOf, told);
  if (!outcome.ok) return { refusal: outcome.refusal, facts: outcome.facts, seen };
  const [part] = outcome.value.snapshot.parts;
  const { proven } = await proved(desk);
  expect(proven).toEqual([]);
  return { importId: outcome.value.importId, accepted: outcome.value.accepted, part };
}

async function proved(desk: Story) {
  const { checks } = await proveLedger(desk.db);
  return { proven: checks.filter(({ ok }) => !ok) };
}

async function itemOf(desk: Story, number: string): Promise<{ accountId: Id; itemId: Id }> {
  const row = await desk.db.one(sql<{ account_id: string; item_id: string }>`
    select account_id, item_id from ledger.item_at_source where external_id = ${number}
     order by open_minor = 0 limit 1`);
  return { accountId: id(row.account_id), itemId: id(row.item_id) };
}

describe('the next morning', () => {
  test('an item that is gone is closed on the day of the file, and nobody is chased', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const { part } = await take(desk, '2026-08-02', ten.slice(1));
    expect(part?.totals).toMatchObject([
      {
        opening: { count: 10, amount: 100_000n },
        vanished: { count: 1, amount: -10_000n },
        closing: { count: 9, amount: 90_000n },
        file: { count: 9, amount: 90_000n },
      },
    ]);
    expect(await openHere(desk.db)).toHaveLength(9);
    expect((await agingOf(desk, { asOf: '2026-08-01' })).balance).toBe('1000.00');
    expect((await agingOf(desk, { asOf: '2026-08-02' })).balance).toBe('900.00');
    const known = { asOf: '2026-08-02', knownAt: '2026-08-01' };
    expect((await agingOf(desk, known)).balance).toBe('1000.00');
  });

  test('it reappears with its own due day and age', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    await take(desk, '2026-08-02', ten.slice(1));
    const { part } = await take(desk, '2026-08-05', ten);
    expect(part?.totals).toMatchObject([{ reappeared: { count: 1, amount: 10_000n } }]);
    expect(await openHere(desk.db)).toContain('A-0 100.00 USD 2026-07-01');
    expect((await agingOf(desk, { asOf: '2026-08-05' })).buckets[2]).toBe('1000.00');
    const answers = await desk.db.all(sql`select answer from imports.closing_answer`);
    expect(answers).toEqual([{ answer: 'reappeared' }]);
  });

  test('less is a credit of that day, more gives it back and then raises', async () => {
    await using desk = await deskOn('2026-08-01');
    const rest = ten.slice(1);
    await take(desk, '2026-08-01', ten);
    const down = await take(desk, '2026-08-02', ['A-0 C1 2026-07-01 40.00', ...rest]);
    expect(down.part?.totals).toMatchObject([{ lowered: { count: 1, amount: -6000n } }]);
    await take(desk, '2026-08-03', ['A-0 C1 2026-07-01 70.00', ...rest]);
    expect(await openHere(desk.db)).toContain('A-0 70.00 USD 2026-07-01');
    const up = await take(desk, '2026-08-04', ['A-0 C1 2026-07-01 130.00', ...rest]);
    expect(up.part?.totals).toMatchObject([{ raised: { count: 1, amount: 6000n } }]);
    expect(await openHere(desk.db)).toContain('A-0 130.00 USD 2026-07-01');
    await take(desk, '2026-08-05', ['A-0 C1 2026-07-01 20.00', ...rest]);
    expect(await openHere(desk.db)).toContain('A-0 20.00 USD 2026-07-01');
    expect((await agingOf(desk, { asOf: '2026-08-02' })).balance).toBe('940.00');
    expect((await agingOf(desk, { asOf: '2026-08-04' })).balance).toBe('1030.00');
  });

  test('another due day or customer posts the item again with its number', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const moved = ['A-0 C1 2026-09-15 100.00', 'A-1 C2 2026-07-01 100.00', ...ten.slice(2)];
    const { part } = await take(desk, '2026-08-02', moved);
    expect(part?.totals).toMatchObject([{ reposted: { count: 2, amount: 0n } }]);
    expect(await openHere(desk.db)).toContain('A-0 100.00 USD 2026-09-15');
    expect((await agingOf(desk, { asOf: '2026-08-02', of: 'C2' })).balance).toBe('100.00');
    expect((await agingOf(desk, { asOf: '2026-08-02', of: 'C1' })).buckets[0]).toBe('100.00');
    // Yesterday's aging still has it due in July.
    expect((await agingOf(desk, { asOf: '2026-08-01' })).buckets[2]).toBe('1000.00');
    await take(desk, '2026-08-03', moved.slice(1));
    expect(await openHere(desk.db)).toHaveLength(9);
  });

  test('credits, money on account and another currency go the same way', async () => {
    await using desk = await deskOn('2026-08-01');
    await desk.rate('EUR', '1.10', '2026-05-01');
    const odd = ['CM-1 C1 2026-06-01 -50.00', 'E-1 C1 2026-07-01 80.00 EUR'];
    await take(desk, '2026-08-01', [...ten, ...odd]);
    const next = [...ten, 'CM-1 C1 2026-06-01 -20.00', 'E-1 C1 2026-07-01 75.00 EUR'];
    const { part } = await take(desk, '2026-08-02', next);
    expect(part?.totals).toMatchObject([
      { currency: 'EUR', lowered: { count: 1, amount: -500n } },
      { currency: 'USD', raised: { count: 1, amount: 3000n } },
    ]);
    await take(desk, '2026-08-03', ten, { confirmClosing: 2 });
    expect(await openHere(desk.db)).toHaveLength(10);
  });

  test('the same file twice changes nothing', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const again = await take(desk, '2026-08-01', ten);
    expect(again.accepted).toBe(0);
    const { count } = await desk.db.one(sql<{ count: bigint }>`
      select count(*) from imports.snapshot`);
    expect(count).toBe(1n);
  });

  test('a file of the same items on another day only says how fresh the data is', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const { accepted } = await take(desk, '2026-08-02', ten);
    expect(accepted).toBe(0);
    const days = await desk.db.all(sql`select as_of from imports.snapshot order by as_of`);
    expect(days).toEqual([{ as_of: '2026-08-01' }, { as_of: '2026-08-02' }]);
  });
});

describe('what the desk itself did', () => {
  test('money applied here stays applied until the source knows it, and is named', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const { accountId, itemId } = await itemOf(desk, 'A-0');
    await desk.receipt(accountId, { amount: '100', on: '2026-08-01', pays: [[itemId, '100']] });
    const { part } = await take(desk, '2026-08-02', ten);
    expect(part?.totals).toMatchObject([
      { ahead: { count: 1, amount: 10_000n }, closing: { amount: 90_000n } },
    ]);
    expect(part?.exceptions).toMatchObject([{ externalId: 'item:A-0', why: 'ahead' }]);
    expect(await openHere(desk.db)).toHaveLength(9);
    // Two days later the source has booked it too; then it is no news any more.
    await take(desk, '2026-08-03', ten);
    const { part: later } = await take(desk, '2026-08-04', ten.slice(1));
    expect(later?.totals).toMatchObject([{ vanished: { count: 0 }, ahead: { count: 0 } }]);
  });

  test('what another source or a person posted is never touched', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const { accountId } = await itemOf(desk, 'A-0');
    await desk.invoice(accountId, { amount: '77', issued: '2026-07-01' });
    await desk.receipt(accountId, { amount: '5', on: '2026-07-01' });
    await take(desk, '2026-08-02', ten);
    expect((await agingOf(desk, { asOf: '2026-08-02' })).balance).toBe('1072.00');
  });

  test('a source that lists no credits leaves ours alone', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const { part } = await take(desk, '2026-08-02', ten);
    expect(part?.covers).toBe('debits');
  });
});

describe('a file that is not taken in', () => {
  test('because it would close more than a tenth, until the number is confirmed', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const asked = await take(desk, '2026-08-02', ten.slice(2));
    expect(asked).toMatchObject({
      refusal: 'snapshot.closes_too_much',
      facts: { count: 2, of: 10, amounts: '200.00 USD', percent: 10 },
    });
    expect(asked.seen?.snapshot.parts[0]?.closes).toBe(2);
    const wrong = await take(desk, '2026-08-02', ten.slice(2), { confirmClosing: 3 });
    expect(wrong.refusal).toBe('snapshot.closes_too_much');
    expect(await openHere(desk.db)).toHaveLength(10);
    await take(desk, '2026-08-02', ten.slice(2), { confirmClosing: 2 });
    expect(await openHere(desk.db)).toHaveLength(8);
  });

  test('because it is older than the last, of tomorrow, or ends within a row', async () => {
    await using desk = await deskOn('2026-08-03');
    await take(desk, '2026-08-03', ten);
    desk.on('2026-08-03');
    const older = await takeFile(desk, file(...ten), '2026-08-02');
    expect(older.outcome).toMatchObject({ refusal: 'snapshot.older_than_last' });
    const cut = file(...ten)
      .trimEnd()
      .slice(0, -8);
    expect((await takeFile(desk, cut, '2026-08-04')).outcome).toMatchObject({ ok: false });
    expect(await openHere(desk.db)).toHaveLength(10);
  });

  test('because rows cannot be read; with the good ones accepted, their items stay', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const torn = ['A-0 C1 2026-07-01 1x0', ...ten.slice(1)];
    expect((await take(desk, '2026-08-02', torn)).refusal).toBe('import.problems_found');
    const { part } = await take(desk, '2026-08-02', torn, { acceptGood: true });
    expect(part?.exceptions).toMatchObject([{ externalId: 'item:A-0', why: 'unread' }]);
    expect(await openHere(desk.db)).toHaveLength(10);
  });

  test('because a row names nothing and something would be closed', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    const nameless = [' C1 2026-07-01 100.00', ...ten.slice(1)];
    const { refusal } = await take(desk, '2026-08-02', nameless, { acceptGood: true });
    expect(refusal).toBe('snapshot.rows_without_number');
  });
});

describe('undoing a snapshot', () => {
  test('restores what stood before it', async () => {
    await using desk = await deskOn('2026-08-01');
    await take(desk, '2026-08-01', ten);
    await take(desk, '2026-08-02', ten.slice(1));
    const before = await openHere(desk.db);
    const busy = ['A-0 C1 2026-07-01 100.00', 'A-1 C1 2026-07-01 60.00', 'A-2 C9 2026-08-01 90.00'];
    const { importId } = await take(
      desk,
      '2026-08-03',
      [...busy, ...ten.slice(4), 'N C1 2026-09-01 5'],
      {
        confirmClosing: 1,
      },
    );
    if (!importId) throw new Error('it was refused');
    await desk.done((context) => undoImport(context, importId));
    expect(await openHere(desk.db)).toEqual(before);
    expect((await proved(desk)).proven).toEqual([]);
    await take(desk, '2026-08-03', ten.slice(1));
    expect(await openHere(desk.db)).toEqual(before);
  });

  test('is refused while a later one stands', async () => {
    await using desk = await deskOn('2026-08-01');
    const { importId } = await take(desk, '2026-08-01', ten);
    await take(desk, '2026-08-02', ten);
    if (!importId) throw new Error('it was refused');
    expect(await desk.act((context) => undoImport(context, importId))).toMatchObject({
      refusal: 'imports.later_snapshot_stands',
    });
  });
});
