/**
 * `npm run bench -- crash`: kill -9 at two hundred random moments, of the program and of its
 * database, while it imports, posts, closes a period or takes a backup.
 *
 * After each the same thing is done again to its end: nothing may be lost, nothing may be there
 * twice, and `dunlin prove` has to be green. The first round that is not ends the run.
 *
 *     BENCH_CRASH_POINTS=20   fewer of them
 *     BENCH_CRASH_SEED=7      another sequence
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Day, day, plusMonths, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { openDb } from '#platform/postgres/db.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Dice, throwDice } from '../db/seed/dice.ts';
import { inventBook } from '../db/seed/invent-book.ts';
import {
  type Program,
  dunlin,
  postAll,
  postmaster,
  prepareDesk,
  run,
  signIn,
  startServer,
} from '../test/support/posting-desk.ts';
import { writeBook } from './write-book.ts';

const points = Number(process.env['BENCH_CRASH_POINTS'] ?? '200');
const seed = Number(process.env['BENCH_CRASH_SEED'] ?? '1');
const receiptsAtOnce = 40;

type Ground = {
  readonly home: string;
  readonly settings: { readonly DUNLIN_DATA: string };
  readonly accountId: Id;
  readonly dice: Dice;
};

/** Kills, does it again and proves, as often as asked; throws at the first thing that is wrong. */
export async function tellCrashes(home: string, say: (line: string) => void): Promise<void> {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const settings = { DUNLIN_DATA: path.join(home, 'data') };
  const prepared = await startEmbedded(settings.DUNLIN_DATA);
  await migrate(prepared.url);
  const accountId = await prepareDesk(prepared.url);
  await prepared.stop();
  const ground = { home, settings, accountId, dice: throwDice(seed) };
  const rounds = [importRound, postingRound, closingRound, backupRound];
  const killed = { program: 0, database: 0, before: 0 };
  for (let point = 0; point < points; point += 1) {
    const round = rounds[point % rounds.length] ?? importRound;
    killed[await round(ground, point)] += 1;
    await dunlin(settings, 'prove');
    if ((point + 1) % 20 === 0) say(`${point + 1} of ${points} points`);
  }
  say(
    `${points} kills: program ${killed.program}, database ${killed.database}, ` +
      `too late ${killed.before}; nothing lost, nothing twice, prove green`,
  );
}

type Victim = 'program' | 'database' | 'before';

/** Waits for a random while and kills the program or its database, if it still runs. */
async function strike(
  { dice, settings }: Ground,
  { child }: Program,
  withinMs: number,
): Promise<Victim> {
  const victim = dice.permille(500) ? 'program' : 'database';
  await wait(dice.between(0, withinMs));
  if (child.exitCode !== null) return 'before';
  if (victim === 'program') {
    child.kill('SIGKILL');
    return victim;
  }
  const noted = path.join(settings.DUNLIN_DATA, 'postgres/postmaster.pid');
  if (!existsSync(noted)) return 'before';
  try {
    process.kill(postmaster(settings.DUNLIN_DATA), 'SIGKILL');
    return victim;
  } catch {
    // It ended between the look and the shot.
    return 'before';
  }
}

async function importRound(ground: Ground, point: number): Promise<Victim> {
  const folder = path.join(ground.home, `book-${point}`);
  const company = `BOOK${point}`;
  const span = { from: day('2026-01-01'), to: day('2026-11-20'), days: 320 };
  const size = { customers: 20, invoices: 400, company, currency: currency('USD') };
  writeBook(folder, inventBook({ seed: point, ...span, ...size }));
  const args = ['import', folder, '--company', company, '--json'];
  const program = run('src/cli/main.ts', args, ground.settings);
  const victim = await strike(ground, program, 3000);
  await program.ended;
  // The command's own contract, which its tests hold it to.
  const again = JSON.parse(await dunlin(ground.settings, ...args)) as Imported;
  const whole = again.accepted === again.rows || again.duplicates === again.rows;
  if (!whole) throw new Error(`point ${point}: an import came in half: ${JSON.stringify(again)}`);
  rmSync(folder, { recursive: true });
  return victim;
}

type Imported = { readonly rows: number; readonly accepted: number; readonly duplicates: number };

async function postingRound(ground: Ground, point: number): Promise<Victim> {
  const { settings, accountId } = ground;
  const keys = Array.from({ length: receiptsAtOnce }, (_, index) => `crash-${point}-${index}`);
  const first = await startServer(settings);
  const posting = postAll(await signIn(first), accountId, keys);
  const victim = await strike(ground, first, 600);
  const acknowledged = await posting;
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startServer(settings);
  const before = await receiptsOf(settings, keys);
  if (before < acknowledged.length) {
    throw new Error(`point ${point}: ${acknowledged.length} acknowledged, ${before} are there`);
  }
  await postAll(await signIn(second), accountId, keys);
  const there = await receiptsOf(settings, keys);
  if (there !== keys.length) throw new Error(`point ${point}: ${there} of ${keys.length} receipts`);
  second.child.kill('SIGTERM');
  await second.ended;
  return victim;
}

async function receiptsOf(
  { DUNLIN_DATA }: Ground['settings'],
  keys: readonly string[],
): Promise<number> {
  const guest = await startEmbedded(DUNLIN_DATA);
  const db = openDb(guest.url, { poolSize: 1 });
  const { receipts } = await db.one(sql<{ receipts: number }>`
    select count(*)::int as receipts from ledger.item where number = any(${keys})`);
  await db.close();
  await guest.stop();
  return receipts;
}

/** Months before the desk began are closed one after the other, each once. */
async function closingRound(ground: Ground, point: number): Promise<Victim> {
  const month = monthOf(Math.floor(point / 4)).slice(0, 7);
  const args = ['close', month, '--company', 'MAIN', '--soft', '--json'];
  const program = run('src/cli/main.ts', args, ground.settings);
  const victim = await strike(ground, program, 1500);
  await program.ended;
  const again = run('src/cli/main.ts', args, ground.settings);
  await again.ended;
  const said = await dunlin(ground.settings, 'periods', '--company', 'MAIN', '--json');
  if (!said.includes(month)) throw new Error(`point ${point}: ${month} is not closed: ${said}`);
  return victim;
}

function monthOf(count: number): Day {
  return plusMonths(startOfMonth(day('2010-01-01')), count);
}

async function backupRound(ground: Ground, point: number): Promise<Victim> {
  const folder = path.join(ground.home, `backup-${point}`);
  const program = run('src/cli/main.ts', ['backup', folder], ground.settings);
  const victim = await strike(ground, program, 2500);
  const ended = await program.ended;
  const whole = existsSync(path.join(folder, 'manifest.json'));
  if (whole !== (ended === 0))
    throw new Error(`point ${point}: a torn backup looks like a whole one`);
  rmSync(folder, { recursive: true, force: true });
  await dunlin(ground.settings, 'backup', folder);
  rmSync(folder, { recursive: true });
  return victim;
}
