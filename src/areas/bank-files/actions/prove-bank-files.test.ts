import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskWithBank, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { proveBankFiles } from './prove-bank-files.ts';

const two = [line('2026-06-02', '45.00', 'DEPOSIT'), line('2026-06-02', '45.00', 'DEPOSIT')];

async function broken(desk: Awaited<ReturnType<typeof deskWithBank>>): Promise<string[]> {
  const { checks } = await proveBankFiles(desk.db);
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

test('files and lines as they were taken in are proved, also after an overlap', async () => {
  await using desk = await deskWithBank('2026-06-03');
  await desk.takeIn(fileOf(statementOf(two)));
  await desk.takeIn(fileOf(statementOf(two), statementOf([...two, ...two])));
  expect(await broken(desk)).toEqual([]);
});

test.each([
  ['other bytes', sql`update bank_files.raw_file set content = 'x'`, 'bytes'],
  ['another amount', sql`update bank_files.line_now set amount_minor = 1`, 'as it was last said'],
  ['a listing that is gone', sql`delete from bank_files.line_seen where place = 1`, 'is kept'],
])('%s: named', async (_, deed, law) => {
  await using desk = await deskWithBank('2026-06-03');
  await desk.takeIn(fileOf(statementOf(two)));
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.run(deed);
  await owner.close();
  expect(await broken(desk)).toEqual([expect.stringContaining(law)]);
});
