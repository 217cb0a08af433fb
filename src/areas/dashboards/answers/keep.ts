/**
 * Figures kept until there is news, computed once for everybody who looks.
 *
 * Whoever asks for figures that news have overtaken waits a moment for the new ones; if they take
 * longer, the last ones are answered with the moment they are of and when to ask again. So a page
 * opens at once however large the book, and no figure is passed off as newer than it is.
 */
import { type Instant, instant } from '#kernel/instant.ts';
import { isOutdated, markNews, type NewsMark } from '#platform/events/news.ts';
import type { Db } from '#platform/postgres/db.ts';

export type Kept<T> = {
  readonly value: T;
  /** When the figures were read. */
  readonly at: Instant;
  /** Newer ones are on their way: ask again after so long. Null: these are the newest. */
  readonly againMs: number | null;
};

export type Patience = {
  /** How long figures rest after they were read, whatever the news. */
  readonly restMs: number;
  /** How long a reader waits who could be shown older ones. */
  readonly staleMs: number;
  /** How long one waits who cannot. */
  readonly coldMs: number;
};

type Reading<T> = {
  readonly value: T;
  readonly at: Instant;
  readonly begunAt: number;
  readonly mark: NewsMark;
};
type Shelf<T> = { last: Reading<T> | undefined; running: Promise<Reading<T>> | undefined };

/** After so long a reading that is under way is asked for again. */
const soonMs = 300;
/** What changes without news, such as a deadline that passes, is read again after a minute. */
const oldestMs = 60_000;

/** A keeper of one kind of figures; `key` says whose. Undefined: not there yet, ask again. */
export function makeKeeper<T>({ restMs, staleMs, coldMs }: Patience) {
  const byDesk = new WeakMap<Db, Map<string, Shelf<T>>>();

  return async function kept(
    db: Db,
    key: string,
    read: () => Promise<T>,
  ): Promise<Kept<T> | undefined> {
    const askedAt = performance.now();
    const shelf = shelfOf(byDesk, db, key);
    const { last } = shelf;
    const age = last === undefined ? Infinity : askedAt - last.begunAt;
    if (last !== undefined && age < Math.max(oldestMs, restMs)) {
      if (!(await isOutdated(db, last.mark))) return told(last, null);
      if (age < restMs) return told(last, Math.ceil(restMs - age));
    }
    if (shelf.running === undefined) {
      shelf.running = begin(shelf, db, read);
      // Who still waits hears of a failure; whoever asks next tries again.
      shelf.running.catch(() => undefined);
    }
    const done = await within(shelf.running, last === undefined ? coldMs : staleMs);
    const reading = done ?? shelf.last;
    // What was begun before the question may have missed what the question is about.
    return reading && told(reading, reading.begunAt < askedAt ? soonMs : null);
  };
}

function shelfOf<T>(byDesk: WeakMap<Db, Map<string, Shelf<T>>>, db: Db, key: string): Shelf<T> {
  const shelves = byDesk.get(db) ?? new Map<string, Shelf<T>>();
  byDesk.set(db, shelves);
  const shelf = shelves.get(key) ?? { last: undefined, running: undefined };
  shelves.set(key, shelf);
  return shelf;
}

async function begin<T>(shelf: Shelf<T>, db: Db, read: () => Promise<T>): Promise<Reading<T>> {
  const begunAt = performance.now();
  try {
    const mark = await markNews(db);
    const at = instant(new Date().toISOString());
    const reading = { value: await read(), at, begunAt, mark };
    shelf.last = reading;
    return reading;
  } finally {
    shelf.running = undefined;
  }
}

function told<T>({ value, at }: Reading<T>, againMs: number | null): Kept<T> {
  return { value, at, againMs };
}

/** The promised thing, or undefined when it takes longer; its failure is the asker's. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
