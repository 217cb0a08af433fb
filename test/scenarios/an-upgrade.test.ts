/** The database of an earlier version, with the book that stood in it, under today's program. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Actor, perform } from '#platform/action.ts';
import { proveBook } from '#cli/prove.ts';
import { restore } from '#platform/backup/restore.ts';
import { makeClock } from '#platform/clock.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { readAging, wholeAging } from '#areas/reports/answers/aging.ts';
import { buildAll } from '#areas/worklist/actions/build-worklist.ts';
import { freshDatabase } from '#test/support/db.ts';
import { emptyDatabase } from '#test/support/empty-database.ts';

const actor: Actor = { ref: 'job:upgrade', memberId: null };
const earlier = path.join(import.meta.dirname, '../../samples/upgrade/0.1.0');
// Written by `dunlin aging` of that version, an account a line, from the same database.
const agings: unknown = JSON.parse(readFileSync(path.join(earlier, 'agings.json'), 'utf8'));

test('a database of 0.1.0 is brought up to date, proved, and ages as it did', async () => {
  await using database = await freshDatabase();
  await using target = await emptyDatabase(database.url, 'upgraded');
  const { migrations } = await restore(target.url, path.join(earlier, 'backup'), () => undefined);
  expect(migrations.at(-1)).toBe('0010-ledger-views.sql');
  const db = openDb(target.url, { poolSize: 2 });
  const { checks } = await proveBook(db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(await agingsOf(db)).toEqual(agings);
  const clock = makeClock({ today: day('2026-11-20'), zone: 'America/New_York' });
  const doing = { action: 'worklist.build', actor, reason: 'after the upgrade', input: null };
  const built = await perform({ db, clock }, doing, async (context) => {
    await buildAll(context);
    return accept(undefined);
  });
  expect(built.ok).toBe(true);
  const { rows } = await db.one(sql<{ rows: number }>`
    select count(*)::int as rows from worklist.account_work`);
  expect(rows).toBeGreaterThan(10);
  await db.close();
});

async function agingsOf(db: Db): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (const company of ['DEMO', 'YELLEVATE', 'IBM']) {
    for (const asOf of ['2026-11-20', '2026-08-31', '2025-12-31']) {
      told[`${company} ${asOf}`] = await agingOf(db, company, asOf);
    }
  }
  return told;
}

async function agingOf(db: Db, company: string, asOf: string): Promise<string[]> {
  const companies = await db.all(sql<{ company_id: string }>`
    select company_id from team.company where code = ${company}`);
  const question = {
    ...wholeAging(day(asOf), bucketSets.standard),
    companies: companies.map((row) => id(row.company_id)),
  };
  const page = { sort: { column: 'account' }, descending: false, limit: null, offset: 0 } as const;
  const { rows } = await readAging(db, question, page, instant('2030-01-01T00:00:00Z'));
  return rows.map(({ account, currency, buckets, unapplied }) =>
    [account, currency, ...buckets, unapplied].join(' '),
  );
}
