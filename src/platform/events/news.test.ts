/** Tests of what counts as news since a mark. */
import { expect, test } from 'vitest';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { newId } from '#platform/ids.ts';
import { freshDatabase } from '#test/support/db.ts';
import { isOutdated, markNews } from './news.ts';

test('a mark is outdated by news after it, also by those that were under way', async () => {
  await using database = await freshDatabase();
  const db = openDb(database.url);
  const underWay = newId();
  const mark = await markNews(db);
  expect(await isOutdated(db, mark)).toBe(false);
  await db.run(sql`
    insert into platform.event (event_id, at, name, account_id, payload)
    values (${underWay}, clock_timestamp(), 'test.told', null, '{}')`);
  expect(await isOutdated(db, mark)).toBe(true);
  expect(await isOutdated(db, await markNews(db))).toBe(false);
  await db.close();
});
