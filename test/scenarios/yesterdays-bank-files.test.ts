/**
 * A poster's first half hour: yesterday's files of the bank, as the bank really writes them, on
 * an empty desk. What is unknown asks once; what came before changes nothing, in any order.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { accepted } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { nameAccount } from '#areas/bank-files/actions/name-account.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFiles } from '#areas/bank-files/actions/take-in-files.ts';
import { readDropped, readOne } from '#areas/bank-files/answers/read-dropped.ts';
import { deskOn } from '#test/support/builders.ts';
import { zipOf } from '#test/support/zip.ts';

const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../samples', name), 'latin1');

const statement = sample('bai2/northgate.txt');
const checks = sample('lockbox/invoices.txt');

async function deskOfPoster() {
  const desk = await deskOn('2026-11-21');
  const { companyId, db } = desk;
  const poster = await desk.member('poster');
  const reading = { db, companyId, said: {} };
  const from = { companyId, companies: 'all', source: 'upload' } as const;

  async function drop(name: string, content: string | Uint8Array) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    const read = accepted(await readDropped([{ name, bytes }], reading));
    return desk.done((context) => takeInFiles(context, read, from), poster);
  }

  async function register(number: string, name: string) {
    const wish = { companyId, name, number, currency: currency('USD'), cashAccount: name };
    const made = await desk.done((context) => registerBankAccount(context, wish));
    return made.bankAccountId;
  }

  async function lines(): Promise<string[]> {
    const rows = await db.all(sql<{ line: string }>`
      select concat_ws(' ', booked_on, amount_minor, listed_as, channel, external_id) as line
        from bank_files.line_card
       order by 1`);
    return rows.map((row) => row.line);
  }
  return { ...desk, poster, reading, drop, register, lines };
}

test('yesterday’s statement and lockbox go in whole; the checks keep their invoices', async () => {
  await using desk = await deskOfPoster();
  await desk.register('00313127159', 'Operating');
  await desk.register('0121000248 0068751', 'Lockbox');

  const [waiting] = await desk.drop('northgate.bai', statement);
  expect(waiting).toMatchObject({ state: 'waiting', added: 0 });
  expect(await desk.lines()).toEqual([]);

  // The statement names a second account, which is registered now and named once.
  const payroll = await desk.register('777', 'Payroll');
  const unknown = waiting?.unknownAccounts ?? [];
  expect(unknown.length).toBeGreaterThan(0);
  for (const { stated, currency: code } of unknown) {
    await desk.done((context) =>
      nameAccount(context, {
        fileId: waiting?.fileId ?? desk.companyId,
        stated,
        currency: code,
        bankAccountId: payroll,
        companies: 'all',
        read: async (bytes, name) => {
          const read = await readOne({ name, bytes }, desk.reading);
          return read.ok ? { ok: true, value: read.value.neutral } : read;
        },
      }),
    );
  }
  const banked = await desk.lines();
  expect(banked.length).toBeGreaterThan(15);

  const [lockbox] = await desk.drop('lockbox.txt', checks);
  expect(lockbox).toMatchObject({ state: 'taken_in', changed: 0 });
  const { paid } = await desk.db.one(sql<{ paid: string }>`
    select remittance -> 'lines' -> 0 ->> 'reference' as paid
      from bank_files.line_card
     where check_number = '63856860'`);
  expect(paid).toBe('INV998485');
});

test('the same files in another order, renamed and packed give the same lines', async () => {
  await using one = await deskOfPoster();
  await using other = await deskOfPoster();
  for (const desk of [one, other]) {
    await desk.register('0121000248 0068751', 'Lockbox');
    for (const number of numbersIn(statement)) await desk.register(number, `Account ${number}`);
  }
  await one.drop('northgate.bai', statement);
  await one.drop('lockbox.txt', checks);

  const packed = zipOf([
    { name: 'day/lockbox.txt', text: checks },
    { name: 'day/northgate.bai', text: statement },
  ]);
  await other.drop('day.zip', packed);
  const [again] = await other.drop('again.bai', statement.replace(',0615,11,', ',0815,12,'));
  expect(again).toMatchObject({ state: 'taken_in', seenBefore: false, added: 0, changed: 0 });
  const [same] = await other.drop('renamed.bai', statement);
  expect(same).toMatchObject({ seenBefore: true, added: 0 });
  expect(await other.lines()).toEqual(await one.lines());
});

/** The accounts that a BAI2 file reports on. */
function numbersIn(bai: string): string[] {
  return [...new Set([...bai.matchAll(/^03,([^,]+),/gmu)].map(([, number = '']) => number))];
}
