/**
 * Messages on their way while workers, mail server and database are killed: what each became,
 * against what the mail server really took.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { queueMessage } from '#areas/correspondence/index.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { setDebtProfile } from '#areas/compliance/actions/set-debt-profile.ts';
import { nothingStated } from '#areas/compliance/rules/debt-profile.ts';
import { insertCompany } from '#areas/team/index.ts';
import { throwDice } from '../../db/seed/dice.ts';
import { type Program, postmaster, run } from './posting-desk.ts';

export type Crashes = { readonly messages: number; readonly kills: number; readonly seed: number };

export type Aftermath = {
  /** How many messages stand in each state. */
  readonly states: Readonly<Record<string, number>>;
  /** Messages that the mail server took more than once, or took and nobody knows of. */
  readonly twice: number;
  /** Said to be sent, and never arrived. */
  readonly lost: number;
  /** Arrived, and nobody will be asked whether it did. */
  readonly unnoticed: number;
};

/** Queues the messages, kills at random until all have an end, and compares. */
export async function crashMail({ messages, kills, seed }: Crashes): Promise<Aftermath> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-mail-'));
  const data = path.join(home, 'data');
  const lost: Error[] = [];
  const onLost = (reason: Error): void => void lost.push(reason);
  const embedded = await startEmbedded(data, { fast: true, mostRestarts: kills, onLost });
  const programs: Program[] = [];
  try {
    await migrate(embedded.url);
    const db = openDb(embedded.url, { poolSize: 2 });
    await queueAll(db, messages);
    const file = path.join(home, 'taken.txt');
    writeFileSync(file, '');
    const port = String(await freePort());
    const start = async (...args: string[]): Promise<Program> => {
      const [script = '', ...rest] = args;
      const program = run(script, rest, {});
      programs.push(program);
      while (!program.out().includes('ready')) await wait(20);
      return program;
    };
    const sink = () => start('test/support/mail-sink.ts', port, file);
    const began = String(Date.now());
    const worker = () => start('test/support/mail-worker.ts', embedded.url, port, began);
    const alive = { sink: await sink(), one: await worker(), two: await worker() };
    const dice = throwDice(seed);
    for (let kill = 0; kill < kills; kill += 1) {
      await wait(dice.between(50, 700));
      const what = dice.between(0, 3);
      if (what === 0) killDatabase(data);
      else if (what === 1) {
        await killed(alive.sink);
        alive.sink = await sink();
      } else {
        const name = what === 2 ? 'one' : 'two';
        await killed(alive[name]);
        alive[name] = await worker();
      }
    }
    await untilEnded(db, lost);
    const result = await compare(db, file);
    await Promise.all(programs.map(killed));
    await db.close();
    return result;
  } finally {
    await Promise.all(programs.map(killed));
    await embedded.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** One that has not come back from the kill before is dead already. */
function killDatabase(data: string): void {
  try {
    process.kill(postmaster(data), 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}

async function killed(program: Program): Promise<void> {
  program.child.kill('SIGKILL');
  await program.ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', () => ready()));
  const address = server.address();
  await new Promise<void>((closed) => void server.close(() => closed()));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function queueAll(db: Db, count: number): Promise<void> {
  const clock = {
    now: () => instant('2026-11-20T15:00:00Z'),
    today: () => day('2026-11-20'),
  };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.queue', actor, reason: 'for the test', input: count };
  const made = await perform({ db, clock }, doing, async (context) => {
    const companyId = newId();
    const company = { companyId, code: 'MAIN', name: 'MAIN', demo: false };
    const zone = 'America/New_York';
    await insertCompany(context.tx, { ...company, baseCurrency: currency('USD'), zone });
    const stated = Array.from({ length: count }, (_, at) => ({
      customerNumber: `C${at}`,
      name: `Customer ${at}`,
    }));
    const accounts = await ensureAccounts(context, companyId, stated, { source: 'test' });
    for (const { accountId } of accounts.values()) await queueOne(context, accountId);
    return accept(null);
  });
  accepted(made);
}

async function queueOne(context: Context, accountId: Id): Promise<void> {
  accepted(await setDebtProfile(context, { ...nothingStated, state: 'PA', accountId }));
  accepted(
    await queueMessage(context, {
      key: 'one',
      accountId,
      contactId: null,
      channel: 'email',
      toName: 'Ana',
      toAddress: 'ana@north.example',
      language: 'en',
      subject: 'Your statement',
      text: 'Here it is.',
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'answer',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
}

async function untilEnded(db: Db, lost: readonly Error[]): Promise<void> {
  for (;;) {
    const [gone] = lost;
    if (gone) throw gone;
    const open = await db
      .one(
        sql<{ count: bigint }>`
        select count(*)
          from correspondence.message_now
         where state in ('queued', 'held', 'sending')`,
      )
      .catch(() => ({ count: 1n }));
    if (open.count === 0n) return;
    await wait(200);
  }
}

async function compare(db: Db, file: string): Promise<Aftermath> {
  const rows = await db.all(sql<{ message_id: string; state: string }>`
    select message_id, state from correspondence.message_now`);
  const taken = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const times = new Map<string, number>();
  for (const id of taken) times.set(id, (times.get(id) ?? 0) + 1);
  const states: Record<string, number> = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  return {
    states,
    twice: [...times.values()].filter((count) => count > 1).length,
    lost: rows.filter(({ message_id, state }) => state === 'sent' && !times.has(message_id)).length,
    unnoticed: rows.filter(
      ({ message_id, state }) => times.has(message_id) && !['sent', 'unknown'].includes(state),
    ).length,
  };
}
