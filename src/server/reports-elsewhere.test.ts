/** Which requests a read replica answers, and what they say they know. */
import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { openDb } from '#platform/postgres/db.ts';
import { type ReplicaReader } from '#platform/postgres/replica.ts';
import { freshDatabase } from '#test/support/db.ts';
import { openDesk } from '#test/support/http-desk.ts';

const knownTo = instant('2026-11-20T15:00:00.000000Z');

test('a report is the replica’s, as known to the moment it has reached', async () => {
  await using elsewhere = await freshDatabase();
  const db = openDb(elsewhere.url, { poolSize: 1 });
  const reader: ReplicaReader = { db, knownTo };
  const replica = { reader: async () => reader, close: async () => undefined };
  await using desk = await openDesk({ replica });
  const company = await desk.company('NORTH');
  await desk.account(company, 'C-1');
  const rosa = await desk.signIn(await desk.member('manager'));
  const aging = await rosa.get('/api/v1/aging');
  expect(aging.body).toMatchObject({ knownAt: knownTo, count: 0 });
  const members = await rosa.get('/api/v1/members');
  expect(members.text).toContain('The manager');
  await db.close();
});

test('without a replica that knows enough the desk’s own database answers', async () => {
  const replica = { reader: async () => undefined, close: async () => undefined };
  await using desk = await openDesk({ replica });
  const rosa = await desk.signIn(await desk.member('manager'));
  const aging = await rosa.get('/api/v1/aging');
  expect(aging.status).toBe(200);
  expect(aging.body).not.toMatchObject({ knownAt: knownTo });
});
