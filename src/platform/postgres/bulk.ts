/**
 * Much at once: references are proved as sets at the end instead of row by row.
 *
 *   check later ──▶ rows, rows, rows ──▶ check again ──▶ one anti-join a foreign key
 *
 * The guarantee is the same, for the transaction ends only after every key of every table that
 * it wrote was proved. Worth it when what comes in is large beside what is there, because the
 * proof reads whole tables.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Tx } from './db.ts';
import { sql } from './sql.ts';

/** Throws when a row of the tables that the transaction wrote refers to nothing. */
export async function inBulk<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { later } = await tx.one(sql<{ later: boolean }>`
    select platform.check_rows_later() as later`);
  const done = await work();
  if (!later) return done;
  await tx.run(sql`select platform.check_rows_again()`);
  const broken = await tx.all(sql<{ reference: string }>`
    select b as reference from platform.broken_references() b`);
  if (broken.length > 0) {
    throw new Error(`rows refer to nothing: ${broken.map((row) => row.reference).join(', ')}`);
  }
  return done;
}

/** Pieces that are under way when the next is made: the database is never without work. */
const underWayAtOnce = 2;

/**
 * Writes pieces while the next is made, so that program and database work at the same time.
 * Pieces are started in their order and need nothing of each other; when one cannot be written
 * nothing further is made.
 */
export async function writeBeside<T>(
  pieces: Iterable<T> | AsyncIterable<T>,
  write: (piece: T) => Promise<void>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  let failed = false;
  try {
    for await (const piece of pieces) {
      const writing = write(piece);
      // It is awaited below; until then its failure is nobody's surprise.
      writing.catch(() => (failed = true));
      underWay.push(writing);
      if (underWay.length >= underWayAtOnce) await underWay.shift();
      await turn();
      if (failed) break;
    }
  } finally {
    await Promise.all(underWay);
  }
}
