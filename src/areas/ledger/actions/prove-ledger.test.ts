/** The proof finds what a hand in the database breaks, and names the row. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { proveLedger } from './prove-ledger.ts';

let desk: Story & { invoiceId: string };
let owner: Db;

beforeAll(async () => {
  const made = await deskOwed1000();
  desk = made;
  await made.receipt(made.accountId, {
    amount: '400',
    on: '2026-07-20',
    pays: [[made.invoiceId, '400']],
  });
  owner = openDb(made.url, { asOwner: true, poolSize: 1 });
});

afterAll(async () => {
  await owner.close();
  await desk[Symbol.asyncDispose]();
});

test('a book that nobody tampered with is proved, an empty one too', async () => {
  const { checks } = await proveLedger(owner);
  expect(checks.length).toBeGreaterThan(10);
  expect(checks.every(({ ok, broken }) => ok && broken === undefined)).toBe(true);
});

describe('a hand in the database is found', () => {
  const balance = 'balances are their items less their applications, in amount and base';
  test.each<[name: string, breaking: Sql, law: string]>([
    [
      'a balance',
      sql`update ledger.item_balance set open_minor = open_minor - 1 where open_minor > 0`,
      balance,
    ],
    [
      'a base balance',
      sql`update ledger.item_balance
             set open_base_minor = open_base_minor + 1
           where open_minor > 0`,
      balance,
    ],
    [
      'a balance that is gone',
      sql`delete from ledger.item_balance where open_minor > 0`,
      'every item has a balance with the same unchanging columns',
    ],
    [
      'a due day',
      sql`update ledger.item_balance set due_on = due_on + 1 where kind = 'invoice'`,
      'every item has a balance with the same unchanging columns',
    ],
    [
      'a closing day',
      sql`update ledger.item_balance set closed_on = closed_on - 1 where open_minor = 0`,
      'an item is closed from the last day that moved it, and touched when last recorded',
    ],
    [
      'a reservation without a fact',
      sql`update ledger.item_balance set reserved_minor = 1 where open_minor > 0`,
      'what is reserved of a credit is the sum of its standing reservations',
    ],
    [
      'a line',
      sql`update ledger.line set amount_minor = amount_minor + 1 where debit = 'ar'`,
      'every entry books its items and exchange differences through the control account',
    ],
    [
      'a line that is gone',
      sql`delete from ledger.line where debit = 'ar'`,
      'every entry books its items and exchange differences through the control account',
    ],
    [
      'an application before its item',
      sql`update ledger.application set effective_on = '2026-05-01'`,
      'an application joins a debit and a credit of one currency, and comes after both',
    ],
    [
      'an application of another day than its entry',
      sql`update ledger.application set effective_on = effective_on + 1`,
      'items and applications count on the day of their entry',
    ],
    [
      'more applied than there is',
      sql`update ledger.application set amount_minor = 100001`,
      'on no day is more applied to an item than it has, or less than nothing',
    ],
    [
      'a reversal of another amount',
      sql`insert into ledger.application
          select account_id, gen_random_uuid(), entry_id, debit_item_id, credit_item_id, kind,
                 1 - amount_minor, -debit_base_minor, -credit_base_minor, effective_on, recorded_at,
                 application_id
            from ledger.application`,
      'a reversal is its original with a minus, and not before it',
    ],
    [
      'the privilege to change facts',
      sql`grant update on ledger.line to dunlin_app`,
      'the program’s role may not change or delete a fact',
    ],
  ])('%s', async (_name, breaking, law) => {
    const undo = new Error('undo');
    let found: string[] = [];
    const work = owner.transaction(async (tx) => {
      await tx.run(breaking);
      const { checks } = await proveLedger(tx);
      found = checks.filter(({ broken }) => broken !== undefined).map(({ name }) => name);
      throw undo;
    });
    await expect(work).rejects.toBe(undo);
    expect(found).toContain(law);
  });
});

describe('the program itself cannot change a fact', () => {
  const facts = ['entry', 'line', 'item', 'application', 'reservation', 'discount_offer'];
  test.each(facts)('ledger.%s', async (table) => {
    const name = sql.raw(`ledger.${table}`);
    const denied = /permission denied/u;
    await expect(desk.db.run(sql`delete from ${name}`)).rejects.toThrow(denied);
    await expect(desk.db.run(sql`truncate ${name}`)).rejects.toThrow(denied);
    const update = sql`update ${name} set account_id = account_id`;
    await expect(desk.db.run(update)).rejects.toThrow(denied);
  });
});
