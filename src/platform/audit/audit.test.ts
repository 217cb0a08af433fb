import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Desk, perform } from '#platform/action.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql, type Sql } from '#platform/postgres/sql.ts';
import { freshDatabase } from '#test/support/db.ts';
import { sealSome, startSealer } from './sealer.ts';
import { verifyChain } from './verify.ts';

async function openTrail() {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 4 });
  const owner = openDb(database.url, { poolSize: 1, asOwner: true });
  const now = () => instant(new Date().toISOString());
  const desk: Desk = { db, clock: { today: () => day('2026-11-20'), now } };
  return {
    db,
    owner,
    act: (count: number) => act(desk, count),
    async [Symbol.asyncDispose]() {
      await db.close();
      await owner.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function act(desk: Desk, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const actor = { ref: 'job:test', memberId: null };
    const doing = { action: 'test.did', actor, reason: 'because', input: { index } };
    await perform(desk, doing, async (context) => {
      context.did({ what: 'thing', facts: { b: index, a: 'x' } });
      return accept(index);
    });
  }
}

const anHour = 3_600_000;

test('rows are linked in the order in which they came, and the chain holds', async () => {
  await using trail = await openTrail();
  expect(await verifyChain(trail.db)).toMatchObject({ ok: true, links: 0n });
  await trail.act(5);
  expect(await sealSome(trail.db)).toBe(5);
  await trail.act(3);
  expect(await sealSome(trail.db)).toBe(3);
  expect(await sealSome(trail.db)).toBe(0);
  expect(await verifyChain(trail.db)).toMatchObject({ ok: true, links: 8n });
});

const tampers: readonly (readonly [string, number, string, Sql])[] = [
  ['changed facts', 3, 'row changed', sql`update platform.audit set changes = '{"effects": []}'`],
  ['another actor', 3, 'row changed', sql`update platform.audit set actor = 'member:me'`],
  ['another time', 3, 'row changed', sql`update platform.audit set at = at + interval '1 second'`],
  ['another reason', 3, 'row changed', sql`update platform.audit set reason = 'none'`],
];

test.each(tampers)('%s of the third row is found at its place', async (_what, at, why, change) => {
  await using trail = await openTrail();
  await trail.act(5);
  await sealSome(trail.db);
  await trail.owner.run(sql`
    ${change} where audit_id = (select audit_id from platform.audit_seal where position = ${at})`);
  expect(await verifyChain(trail.db)).toMatchObject({
    ok: false,
    firstBroken: { position: BigInt(at), why },
  });
});

test('a link that was made to fit a changed row breaks the next one', async () => {
  await using trail = await openTrail();
  await trail.act(4);
  await sealSome(trail.db);
  await trail.owner.run(sql`
    update platform.audit_seal set hash = repeat('a', 64), prev = prev where position = 2`);
  expect(await verifyChain(trail.db)).toMatchObject({ firstBroken: { position: 2n } });
});

test('a row taken out of the middle or off the end is missed', async () => {
  await using trail = await openTrail();
  await trail.act(4);
  await sealSome(trail.db);
  await trail.owner.run(sql`delete from platform.audit_seal where position = 4`);
  expect(await verifyChain(trail.db)).toMatchObject({
    firstBroken: { position: 4n, why: 'end missing' },
  });
  await trail.owner.run(sql`delete from platform.audit_seal where position = 2`);
  expect(await verifyChain(trail.db)).toMatchObject({
    firstBroken: { position: 2n, why: 'link missing' },
  });
});

test('the program itself may neither change nor delete what is written', async () => {
  await using trail = await openTrail();
  await trail.act(1);
  await sealSome(trail.db);
  for (const change of [
    sql`update platform.audit set actor = 'x'`,
    sql`delete from platform.audit`,
    sql`update platform.audit_seal set hash = 'x'`,
    sql`delete from platform.audit_seal`,
  ]) {
    await expect(trail.db.run(change)).rejects.toThrow('permission denied');
  }
});

test('redacting personal data leaves the chain whole', async () => {
  await using trail = await openTrail();
  await trail.act(2);
  await sealSome(trail.db);
  await trail.db.run(sql`update platform.audit set personal = null`);
  expect(await verifyChain(trail.db)).toMatchObject({ ok: true, links: 2n });
});

test('a row that waits for its link for more than a minute is a finding', async () => {
  await using trail = await openTrail();
  await trail.act(1);
  expect(await verifyChain(trail.db)).toMatchObject({ ok: true });
  expect(await verifyChain(trail.db, Date.now() + anHour)).toMatchObject({
    ok: false,
    firstBroken: { position: null, why: 'not sealed' },
  });
});

test('several sealers take turns, and every row is linked within a second', async () => {
  await using trail = await openTrail();
  const errors: unknown[] = [];
  const sealers = [1, 2, 3].map(() => startSealer(trail.db, (error) => errors.push(error)));
  await trail.act(20);
  await expect.poll(() => linksOf(trail.db), { timeout: 1000, interval: 50 }).toBe(20n);
  await Promise.all(sealers.map((sealer) => sealer.stop()));
  expect(await verifyChain(trail.db, Date.now() + anHour)).toMatchObject({ ok: true, links: 20n });
  expect(errors).toEqual([]);
});

async function linksOf(db: Db): Promise<bigint> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count from platform.audit_seal`);
  return count;
}
