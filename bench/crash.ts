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
import { timed } from './measure.ts';
import { writeBook } from './write-book.ts';

const points = Number(process.env['BENCH_CRASH_POINTS'] ?? '200');
const seed = Number(process.env['BENCH_CRASH_SEED'] ?? '1');
const receiptsAtOnce = 40;

type Ground = {
  readonly home: string;
  readonly settings: { readonly DUNLIN_DATA: string };
  readonly accountId: Id;
  readonly dice: Dice;
  /** How long each kind of work took when it was last done whole, in milliseconds. */
  readonly took: Map<string, number>;
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
  const ground = { home, settings, accountId, dice: throwDice(seed), took: new Map() };
  const rounds = [importRound, postingRound, closingRound, backupRound];
  const killed = { program: 0, database: 0 };
  let told = 0;
  for (let point = 0; killed.program + killed.database < points; point += 1) {
    const round = rounds[point % rounds.length] ?? importRound;
    const victim = await round(ground, point);
    await dunlin(settings, 'prove');
    // It had ended by itself before the shot: no kill, and so no point.
    if (victim === 'neither') continue;
    killed[victim] += 1;
    told += 1;
    if (told % 20 === 0) say(`${told} of ${points} kills`);
  }
  const { program, database } = killed;
  say(`${points} kills: program ${program}, database ${database}`);
  say('nothing lost, nothing twice, prove green');
}

type Victim = 'program' | 'database' | 'neither';

/** Kills the program or its database at a random moment of the time that the work takes. */
async function strike(
  { dice, settings, took }: Ground,
  { child }: Program,
  work: string,
): Promise<Victim> {
  const victim = dice.permille(500) ? 'program' : 'database';
  await wait(dice.between(0, Math.ceil(took.get(work) ?? 500)));
  if (child.exitCode !== null) return 'neither';
  if (victim === 'program') {
    child.kill('SIGKILL');
    return victim;
  }
  const noted = path.join(settings.DUNLIN_DATA, 'postgres/postmaster.pid');
  if (!existsSync(noted)) return 'neither';
  try {
    process.kill(postmaster(settings.DUNLIN_DATA), 'SIGKILL');
    return victim;
  } catch {
    // It ended between the look and the shot.
    return 'neither';
  }
}

/** Does the work to its end, and remembers how long that takes. */
async function whole({ settings, took }: Ground, work: string, args: string[]): Promise<string> {
  let said = '';
  const ms = await timed(async () => {
    said = await dunlin(settings, ...args);
  });
  took.set(work, ms);
  return said;
}

async function importRound(ground: Ground, point: number): Promise<Victim> {
  const folder = path.join(ground.home, `book-${point}`);
  const company = `BOOK${point}`;
  const span = { from: day('2026-01-01'), to: day('2026-11-20'), days: 320 };
  const size = { customers: 20, invoices: 400, company, currency: currency('USD') };
  writeBook(folder, inventBook({ seed: point, ...span, ...size }));
  const args = ['import', folder, '--company', company, '--json'];
  const program = run('src/cli/main.ts', args, ground.settings);
  const victim = await strike(ground, program, 'import');
  await program.ended;
  // The command's own contract, which its tests hold it to.
  const again = JSON.parse(await whole(ground, 'import', args)) as Imported;
  if (again.accepted !== again.rows && again.duplicates !== again.rows)
    throw new Error(`point ${point}: an import came in half: ${JSON.stringify(again)}`);
  rmSync(folder, { recursive: true });
  return victim;
}

type Imported = { readonly rows: number; readonly accepted: number; readonly duplicates: number };

async function postingRound(ground: Ground, point: number): Promise<Victim> {
  const { settings, accountId } = ground;
  const keys = Array.from({ length: receiptsAtOnce }, (_, index) => `crash-${point}-${index}`);
  const first = await startServer(settings);
  const posting = postAll(await signIn(first), accountId, keys);
  const victim = await strike(ground, first, 'posting');
  const acknowledged = await posting;
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startServer(settings);
  const before = await receiptsOf(settings, keys);
  if (before < acknowledged.length) {
    throw new Error(`point ${point}: ${acknowledged.length} acknowledged, ${before} are there`);
  }
  const poster = await signIn(second);
  ground.took.set('posting', await timed(() => postAll(poster, accountId, keys)));
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
  const victim = await strike(ground, program, 'closing');
  await program.ended;
  const said = await dunlin(ground.settings, 'periods', '--company', 'MAIN', '--json');
  // As above.
  const { softThrough } = JSON.parse(said) as { softThrough: string | null };
  if (softThrough?.startsWith(month) !== true) await whole(ground, 'closing', args);
  return victim;
}

function monthOf(count: number): Day {
  return plusMonths(startOfMonth(day('2010-01-01')), count);
}

async function backupRound(ground: Ground, point: number): Promise<Victim> {
  const folder = path.join(ground.home, `backup-${point}`);
  const program = run('src/cli/main.ts', ['backup', folder], ground.settings);
  const victim = await strike(ground, program, 'backup');
  const ended = await program.ended;
  // The manifest is written last: without one the folder is refused by `restore`.
  const finished = existsSync(path.join(folder, 'manifest.json'));
  if (ended === 0 && !finished) throw new Error(`point ${point}: a backup without its manifest`);
  rmSync(folder, { recursive: true, force: true });
  await whole(ground, 'backup', ['backup', folder]);
  rmSync(folder, { recursive: true });
  return victim;
}
