/**
 * A debit comes back, our bank does not accept that it did, the other bank insists: each is a
 * file of its own, and after each the account owes what it owes, to the cent.
 */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { dropping } from '#test/support/dropped-files.ts';
import { type MatchingDesk, deskMatching } from '#test/support/matching-desk.ts';
import { nachaReturn } from '#test/support/nacha-return.ts';

const debit = '091000010000077';
const returned = { original: debit, cents: 75_000, payer: 'NORTHWIND' } as const;

test('returned, dishonored, contested: from the file to the ages', async () => {
  await using desk = await deskMatching('2026-06-20');
  const poster = await desk.member('poster');
  const drop = dropping(desk, poster);
  const north = await desk.account('NORTHWIND');
  await desk.invoice(north, { amount: '500', number: 'I-1', issued: '2026-04-20' });
  await desk.invoice(north, { amount: '250', number: 'I-2', issued: '2026-05-20' });
  await desk.invoice(north, { amount: '750', number: 'I-3', issued: '2026-05-25' });
  await desk.bank('2026-06-03', '750', 'ACH DEBIT I-1 I-2', {
    payerName: 'NORTHWIND',
    channel: 'ach',
    references: [debit],
    externalId: debit,
  });
  const told = async () => {
    const matched = await desk.match();
    return matched.map(({ posted, decision }) => `${decision.kind} ${posted}`);
  };
  const owedOn = async (asOf: string) => (await agingOf(desk, { asOf })).buckets.slice(0, 3);
  expect(await told()).toEqual(['posted true']);

  const back = nachaReturn({ ...returned, code: 'R01', trace: '021000020000001', on: '260605' });
  expect(await drop('back.ach', back)).toMatchObject({ seenBefore: false });
  expect(await told()).toEqual(['return true']);
  expect(await desk.open(north)).toEqual(['I-1 500.00', 'I-2 250.00', 'I-3 750.00']);
  expect(await drop('again.ach', back)).toMatchObject({ seenBefore: true });

  // Our bank does not accept it: the debit stands again and pays what it had paid, not I-3.
  const refused = { code: 'R61', trace: '091000010000099', returnTrace: '021000020000001' };
  const dishonored = nachaReturn({ ...returned, ...refused, on: '260609' });
  await drop('dishonored.ach', dishonored);
  expect(await told()).toEqual(['posted true']);
  expect(await desk.open(north)).toEqual(['I-3 750.00']);
  expect(await drop('again.ach', dishonored)).toMatchObject({ seenBefore: true, added: 0 });

  // Theirs insists: what stood again is taken back, by its own trace, on the bank's day.
  const insists = { returnTrace: '021000020000001', dishonoredTrace: refused.trace };
  const contested = { ...returned, ...insists, code: 'R73', trace: '021000020000111' };
  await drop('contested.ach', nachaReturn({ ...contested, on: '260611' }));
  expect(await told()).toEqual(['return true']);
  expect(await drop('again.ach', nachaReturn({ ...contested, on: '260611' }))).toMatchObject({
    seenBefore: true,
  });
  expect(await told()).toEqual([]);
  expect(await states(desk)).toEqual([
    '75000 returned',
    '-75000 settled',
    '75000 returned',
    '-75000 settled',
  ]);

  // Each day knows what was owed then; the ages are the invoices' own.
  expect(await owedOn('2026-06-04')).toEqual(['750.00', '0.00', '0.00']);
  expect(await owedOn('2026-06-08')).toEqual(['1000.00', '500.00', '0.00']);
  expect(await owedOn('2026-06-10')).toEqual(['750.00', '0.00', '0.00']);
  expect(await owedOn('2026-06-20')).toEqual(['750.00', '250.00', '500.00']);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('what the bank charges for the returns of a day is no further return', async () => {
  await using desk = await deskMatching('2026-06-20');
  const drop = dropping(desk, await desk.member('poster'));
  const north = await desk.account('NORTHWIND');
  const debits = [
    ['I-1', '750', '091000010000077'],
    ['I-2', '750', '091000010000078'],
    ['I-3', '250', '091000010000079'],
  ] as const;
  for (const [number, amount, trace] of debits) {
    await desk.invoice(north, { amount, number, issued: '2026-04-20' });
    const told = { payerName: 'NORTHWIND', channel: 'ach', references: [trace] } as const;
    await desk.bank('2026-06-03', amount, `ACH DEBIT ${number}`, told);
  }
  await desk.match();
  const back = { payer: 'NORTHWIND', code: 'R01', on: '260605' };
  const first = { ...back, original: debits[0][2], cents: 75_000, trace: '021000020000001' };
  const second = { ...back, original: debits[2][2], cents: 25_000, trace: '021000020000002' };
  await drop('first.ach', nachaReturn(first));
  await drop('second.ach', nachaReturn(second));
  expect((await desk.match()).map(({ posted }) => posted)).toEqual([true, true]);
  const owed = ['I-1 750.00', 'I-3 250.00'];
  expect(await desk.open(north)).toEqual(owed);

  // The statement has a line of one file, then the sum of the day; I-2 stays paid.
  const charged = { channel: 'ach', code: 'bai:557', returned: { reason: 'returned' } } as const;
  await desk.bank('2026-06-05', '-750', 'ACH RETURN ITEMS', charged);
  await desk.bank('2026-06-05', '-1000', 'ACH RETURN ITEMS', charged);
  expect(await desk.match()).toEqual([]);
  expect(await desk.open(north)).toEqual(owed);

  // One that no file lists is a return as any.
  await desk.bank('2026-06-19', '-750', 'ACH RETURN R01 091000010000078', charged);
  expect((await desk.match()).map(({ decision }) => decision.kind)).toEqual(['return']);
});

async function states({ db }: MatchingDesk): Promise<string[]> {
  const rows = await db.all(sql<{ told: string }>`
    select concat_ws(' ', r.amount_minor, n.state) as told
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
     order by r.recorded_at, r.receipt_id`);
  return rows.map(({ told }) => told);
}
