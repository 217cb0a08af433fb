/**
 * Makes time-ordered ids from the machine's clock and randomness.
 *
 * Ids of one process rise even within a millisecond, so a bulk load is written in index order.
 */
import { randomFillSync } from 'node:crypto';
import { composeId, type Id } from '#kernel/ids.ts';

const pool = new Uint32Array(2048);
let next = pool.length;
let lastMillis = 0;
let counter = 0;

/** A new id, later than every id this process made before. */
export function newId(): Id {
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      // More than 4096 ids in a millisecond: borrow from the next one.
      lastMillis += 1;
      counter = 0;
    }
  }
  return composeId(lastMillis, counter, random(), random());
}

function random(): number {
  if (next >= pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  const value = pool[next] ?? 0;
  next += 1;
  return value;
}
