import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { sealSome } from '#platform/audit/sealer.ts';
import { type Story, deskOwed1000 } from '#test/support/builders.ts';
import { printProof, proveBook } from './prove.ts';

/** What `dunlin prove` prints and how it ends. */
async function prove({ db }: Story, json = false) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const complain = (text: string): void => void complaints.push(text);
  const exit = printProof(await proveBook(db), { print, complain, language: 'en' }, { json });
  return { exit, printed, complaints };
}

/** A hand in the database, past every rule. */
async function tamper({ url }: Story, statement: Sql): Promise<void> {
  const owner = openDb(url, { asOwner: true, poolSize: 1 });
  await owner.run(statement);
  await owner.close();
}

test('a book that nobody touched is proved, a line for each law', async () => {
  await using desk = await deskOwed1000();
  const { exit, printed, complaints } = await prove(desk);
  expect(exit).toBe(0);
  expect(printed.at(-1)).toBe('proved: every law holds');
  expect(printed.slice(0, -1).every((line) => line.startsWith('ok '))).toBe(true);
  expect(complaints).toEqual([]);
});

test('a changed balance is found, and its row is named', async () => {
  await using desk = await deskOwed1000();
  await tamper(desk, sql`update ledger.item_balance set open_minor = open_minor - 1`);
  const { exit, printed, complaints } = await prove(desk);
  expect(exit).toBe(1);
  expect(printed.at(-1)).toBe('NOT proved');
  expect(printed.some((line) => line.startsWith('BROKEN'))).toBe(true);
  expect(complaints.join('\n')).toContain(desk.invoiceId);
});

test('a link taken off the end of the audit trail is missed, and never sealed over', async () => {
  await using desk = await deskOwed1000();
  await sealSome(desk.db);
  await tamper(
    desk,
    sql`delete from platform.audit_seal
         where position = (select max(position) from platform.audit_seal)`,
  );
  for (const attempt of ['first', 'second']) {
    const { exit, complaints } = await prove(desk);
    expect({ attempt, exit }).toEqual({ attempt, exit: 1 });
    expect(complaints.join('\n')).toMatch(/one unbroken chain: end missing at position \d+/u);
  }
});

test('for programs it is one object with every check', async () => {
  await using desk = await deskOwed1000();
  const { printed } = await prove(desk, true);
  const proof: unknown = JSON.parse(printed.join(''));
  expect(proof).toMatchObject({ ok: true });
  expect(proof).toHaveProperty('checks.0.name');
});
