import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { deskOfP28, placeOrder } from '#test/support/credit.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { proveCredit } from './prove-credit.ts';

test.each<[name: string, breaking: Sql, law: string]>([
  [
    'an amount',
    sql`update credit.sales_order set amount_minor = amount_minor + 1`,
    'an order stands as it was stated last',
  ],
  [
    'a verdict',
    sql`update credit.sales_order set verdict = 'released'`,
    'the verdict on an order is the one that was given last',
  ],
  [
    'the open book',
    sql`update ledger.account_open set owed_minor = owed_minor - 1`,
    'what an account has open is the sum of its items, for orders to be judged by',
  ],
])('a hand that changes %s is found', async (_name, breaking, law) => {
  await using desk = await deskOn('2026-11-20');
  const north = await deskOfP28(desk);
  await placeOrder(desk, north, 'O2', { amount: '100' });
  await placeOrder(desk, north, 'O2', { amount: '9000', delivered: '50' });
  const broken = async () => {
    const [credit, ledger] = [await proveCredit(desk.db), await proveLedger(desk.db)];
    return [...credit.checks, ...ledger.checks].filter(({ ok }) => !ok).map(({ name }) => name);
  };
  expect(await broken()).toEqual([]);
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.run(breaking);
  await owner.close();
  expect(await broken()).toEqual([law]);
});
