/**
 * 200 mails in a box, and kill -9 of whoever fetches them, again and again, while it is in the
 * middle of writing: in the end each is there exactly once, and nothing is there in halves.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Db, type Queries, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { imapServer } from '#test/support/imap-server.ts';
import { contactWith, mailText } from '#test/support/mails.ts';
import { type Program, dunlin, run } from '#test/support/posting-desk.ts';

const mails = 200;
const kills = 4;

/** Lets some mails in, then holds the table of their acts, and kills who waits there. */
async function killInTheMiddle(db: Db, program: Program, after: number): Promise<void> {
  await untilTaken(db, program, after);
  await db.transaction(async (tx) => {
    await tx.run(sql`lock table correspondence.mail_act in share mode`);
    await untilItWaits(tx, program);
    program.child.kill('SIGKILL');
    expect(await program.ended).toBeNull();
  });
}

async function untilTaken(db: Queries, program: Program, wanted: number): Promise<void> {
  while ((await taken(db)) < wanted) {
    if (program.child.exitCode !== null) throw new Error(`it ended before: ${program.said()}`);
    await wait(2);
  }
}

async function untilItWaits(db: Queries, program: Program): Promise<void> {
  for (;;) {
    const { waiting } = await db.one(sql<{ waiting: boolean }>`
      select exists (select
                       from pg_locks
                      where relation = 'correspondence.mail_act'::regclass
                        and not granted) as waiting`);
    if (waiting) return;
    if (program.child.exitCode !== null) throw new Error(`it ended before: ${program.said()}`);
    await wait(2);
  }
}

async function taken(db: Queries): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count from correspondence.mail`);
  return Number(count);
}

describe('mails through kill -9 of the fetcher', { timeout: 240_000 }, () => {
  test('come each exactly once, and no half of one stays', async () => {
    await using desk = await deskOn('2026-11-20');
    const accountId = await desk.account('NORTH');
    await contactWith(desk, accountId, 'kim@buyer.example');
    const raw = Array.from({ length: mails }, (_, at) =>
      mailText({ subject: `Mail ${at}`, body: `We already paid invoice ${at}.` }),
    );
    await using imap = await imapServer({ mails: raw });
    const settings = { DATABASE_URL: desk.url, DUNLIN_MAILBOXES: imap.url };
    const db = openDb(desk.url, { asOwner: true, poolSize: 2 });
    for (let kill = 1; kill <= kills; kill += 1) {
      const program = run('src/cli/main.ts', ['mail', 'fetch'], settings);
      await killInTheMiddle(db, program, kill * 20);
    }
    await db.close();
    const last = JSON.parse(await dunlin(settings, 'mail', 'fetch', '--json'));
    expect(last).toMatchObject({ runs: [{ problem: null }] });
    const again = JSON.parse(await dunlin(settings, 'mail', 'fetch', '--json'));
    expect(again).toMatchObject({ runs: [{ taken: 0, known: 0, problem: null }] });

    const whole = await desk.db.one(sql<Record<string, bigint>>`
      select (select count(*) from correspondence.mail) as mails,
             (select count(distinct subject) from correspondence.mail) as subjects,
             (select count(*) from correspondence.mail_arrival) as arrivals,
             (select count(*) from correspondence.mail_now) as standing,
             (select count(*) from correspondence.mail_card
               where account_id = ${accountId} and intent = 'already_paid') as held`);
    const all = BigInt(mails);
    expect(whole).toEqual({
      mails: all,
      subjects: all,
      arrivals: all,
      standing: all,
      held: all,
    });
  });
});
