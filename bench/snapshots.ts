/**
 * A year of morning files: what a book of 10,000 invoices had open each day, taken in as a
 * snapshot, and our open items held against the file each time. Then one file of 100,000 open
 * items of which some changed.
 *
 *     BENCH_SNAPSHOT_DAYS=30   fewer mornings
 *     BENCH_INVOICES=10000     another size of the book
 */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { type Db, openDb } from '#platform/postgres/db.ts';
import { takeSnapshot } from '#areas/imports/actions/take-snapshot.ts';
import { type OpenItem, agreed, morningFile, mornings } from '#test/support/open-items.ts';
import { openHere, snapshotWish } from '#test/support/snapshot-desk.ts';
import { inventBook } from '../db/seed/invent-book.ts';
import { percentile, timed } from './measure.ts';

const last = day('2026-11-20');
const company = 'BENCH';

/** Replays the mornings and tells how many were equal, and how long each took. */
export async function tellSnapshots(url: string, say: (line: string) => void): Promise<void> {
  const days = Number(process.env['BENCH_SNAPSHOT_DAYS'] ?? '365');
  const invoices = Number(process.env['BENCH_INVOICES'] ?? '10000');
  const book = inventBook({
    seed: 1,
    customers: Math.ceil(invoices / 20),
    invoices,
    from: plusDays(last, -1096),
    to: last,
    days: 1096,
    company,
    currency: currency('USD'),
  });
  const db = openDb(url, { poolSize: 4 });
  try {
    const took: number[] = [];
    let equal = 0;
    for (const { day: morning, items } of mornings(book, plusDays(last, 1 - days), last)) {
      took.push(await take(db, morning, items));
      if (same(await openHere(db), agreed(items))) equal += 1;
    }
    say(`mornings equal to the source: ${equal}/${days}`);
    tellTimes(`a snapshot, ${invoices} invoices of history`, took.slice(1), say);
    await tellLarge(db, say);
  } finally {
    await db.close();
  }
}

function tellTimes(name: string, took: readonly number[], say: (line: string) => void): void {
  const seconds = (percent: number): string => (percentile(took, percent) / 1000).toFixed(2);
  say(`${name}: median ${seconds(50)} s, p95 ${seconds(95)} s, slowest ${seconds(100)} s`);
}

/** A hundred thousand open items; the next morning one in fifty is paid and one in fifty less. */
async function tellLarge(db: Db, say: (line: string) => void): Promise<void> {
  const items = Array.from({ length: 100_000 }, (_, n) => largeItem(n));
  const first = await take(db, last, items, 'large-erp');
  const next = items
    .filter((_, n) => n % 50 !== 0)
    .map((each, n) => (n % 50 === 1 ? { ...each, open: each.open - 1n } : each));
  const second = await take(db, plusDays(last, 1), next, 'large-erp');
  const again = await take(db, plusDays(last, 2), next, 'large-erp');
  const told = [first, second, again].map((ms) => `${(ms / 1000).toFixed(1)} s`);
  say(`100,000 open items: first ${told[0]}, 4,000 changed ${told[1]}, none changed ${told[2]}`);
}

function largeItem(n: number): OpenItem {
  return {
    number: `L-${n}`,
    type: 'Invoice',
    customer: `LC-${n % 5000}`,
    issuedOn: plusDays(last, -(n % 90) - 1),
    dueOn: plusDays(last, 30 - (n % 90)),
    currency: 'USD',
    open: 10_000n + BigInt(n % 977),
  };
}

/** Milliseconds from the file's text to the commit; what it closes is confirmed. */
async function take(
  db: Db,
  morning: Day,
  items: readonly OpenItem[],
  source?: string,
): Promise<number> {
  const text = morningFile(items);
  const desk = deskOn(db, morning);
  return timed(async () => {
    const read = await snapshotWish(text, morning);
    const wish = { ...read, company, source: source ?? read.source };
    let closes = 0;
    const attempt = (confirmClosing: number | undefined) =>
      perform(desk, doing, (context) =>
        takeSnapshot(context, { ...wish, confirmClosing }, ({ snapshot }) => {
          closes = snapshot.parts[0]?.closes ?? 0;
        }),
      );
    const first = await attempt(undefined);
    if (!first.ok) accepted(await attempt(closes));
  });
}

const doing = {
  action: 'imports.import_book',
  actor: { ref: 'job:bench', memberId: null },
  reason: 'a morning file',
  input: null,
} as const;

function deskOn(db: Db, today: Day): Desk {
  const now = (): Instant => instant(`${today}T11:00:00.000000Z`);
  return { db, clock: { today: () => today, now } };
}

function same(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.length === theirs.length && ours.every((line, index) => line === theirs[index]);
}
