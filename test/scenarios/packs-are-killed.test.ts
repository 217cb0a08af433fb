/**
 * kill -9 while a pack is made, between making and sending, and while its mail is taken: it is
 * made once, nobody receives it twice, and what nobody knows of is asked about.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { mailServer } from '#test/support/mail-server.ts';
import { packDesk } from '#test/support/pack-desk.ts';
import { type Program, run } from '#test/support/posting-desk.ts';

test(
  'a pack whose maker and sender are killed is made once and sent to each reader once',
  { timeout: 180_000 },
  async () => {
    await using server = await mailServer();
    await using desk = await packDesk();
    const owner = openDb(desk.url, { asOwner: true, poolSize: 2 });
    const outside = (name: string) =>
      ({ kind: 'address', name, address: `${name}@north.example`, language: 'es' }) as const;
    const recipients = [{ kind: 'role', role: 'controller' } as const, outside('a'), outside('b')];
    await desk.schedule({ recipients });
    const began = String(Date.now());
    const worker = (mode = '') =>
      run('test/support/pack-worker.ts', [desk.url, String(server.port), began, mode], {});

    await killedWhileItKeeps(owner, worker());
    expect(await standing(desk.db)).toMatchObject({ issues: 0n, deliveries: 0n });

    const maker = worker('only-make');
    await heard(maker, () => maker.out().includes('made 1'));
    await killed(maker);
    expect(await standing(desk.db)).toMatchObject({ issues: 1n, deliveries: 3n, queued: 3n });
    expect(server.letters).toHaveLength(0);

    server.now('waits');
    const sender = worker();
    await heard(sender, () => server.letters.length === 1);
    await killed(sender);
    server.now('takes');
    const last = worker();
    const settled = {
      issues: 1n,
      deliveries: 3n,
      queued: 0n,
      sent: 2n,
      unknown: 1n,
      questions: 1n,
    };
    await expect.poll(() => standing(desk.db), { timeout: 90_000 }).toEqual(settled);
    await killed(last);
    await owner.close();
    const to = server.letters.map((letter) => /^To: .*<?([\w.-]+@[\w.-]+)/mu.exec(letter)?.[1]);
    expect(new Set(to).size).toBe(3);
    expect(to).toHaveLength(3);
  },
);

/** Holds the editions until the worker, done with making, waits to keep; kills it there. */
async function killedWhileItKeeps(owner: Db, program: Program): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.run(sql`lock table packs.edition in share mode`);
    let waiting = false;
    while (!waiting) {
      if (program.child.exitCode !== null) throw new Error(`it ended: ${program.said()}`);
      const row = await tx.one(sql<{ waiting: boolean }>`
        select exists (select
                         from pg_locks
                        where relation = 'packs.edition'::regclass
                          and not granted) as waiting`);
      waiting = row.waiting;
      if (!waiting) await wait(5);
    }
    await killed(program);
  });
}

async function heard(program: Program, done: () => boolean): Promise<void> {
  while (!done()) {
    if (program.child.exitCode !== null) throw new Error(`it ended: ${program.said()}`);
    await wait(5);
  }
}

async function killed(program: Program): Promise<void> {
  program.child.kill('SIGKILL');
  await program.ended;
}

function standing(db: Db) {
  return db.one(sql`
    select (select count(*) from packs.issue) as issues, count(*) as deliveries,
           count(*) filter (where state = 'queued') as queued,
           count(*) filter (where state = 'sent') as sent,
           count(*) filter (where state = 'unknown') as unknown,
           (select count(*) from tasks.task_now where title like 'Did this report arrive?%')
             as questions
      from packs.delivery`);
}
