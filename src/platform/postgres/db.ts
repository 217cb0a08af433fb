/**
 * The database as the program sees it: a pool that works under the restricted role.
 *
 * Everything is run through `all`, `maybe`, `one` and `run`; a transaction is a function.
 * Days and amounts come back as text and bigint, never as local midnights or floats. The
 * role `dunlin_app` may insert facts but not change or delete them, so a bug here cannot
 * rewrite the books.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type CopyRow, copyPieces, insertRows } from './copy.ts';
import { binaryPieces, type CopyTable } from './copy-binary.ts';
import { copyInFlight } from './flight.ts';
import { notifier } from './notifying.ts';
import { compile, type Sql } from './sql.ts';

/** What a store needs: it runs statements and does not know about transactions. */
export type Queries = {
  all<Row>(statement: Sql<Row>): Promise<Row[]>;
  /** The only row, or undefined; more than one is a bug and throws. */
  maybe<Row>(statement: Sql<Row>): Promise<Row | undefined>;
  /** The only row; none or more than one throws. */
  one<Row>(statement: Sql<Row>): Promise<Row>;
  /** Runs a statement and answers how many rows it touched. */
  run(statement: Sql): Promise<number>;
  /**
   * Loads rows, one or a million; `target` is `schema.table (columns)` in the rows' order, or a
   * table whose types are declared as well, so that a million rows go out in the binary format.
   */
  copyIn(target: string | CopyTable, rows: Iterable<CopyRow>): Promise<void>;
};

/**
 * A running transaction; `savepoint` undoes its own work only, when it throws.
 *
 * Statements that do not need each other's answers may be started together (`Promise.all`):
 * they go out in one flight and are done in the order in which they were started.
 */
export type Tx = Queries & { savepoint<T>(work: () => Promise<T>): Promise<T> };

export type Db = Queries & {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Calls those who listen, soon, and never within a transaction: see notifying.ts. */
  notify(channel: string, payloads: Iterable<string>): void;
  /** Calls back on every NOTIFY of the channel until the returned function is called. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export const restrictedRole = 'dunlin_app';

const keepText = (value: string): string => value;
const readers = new pg.TypeOverrides();
readers.setTypeParser(pg.types.builtins.DATE, keepText);
readers.setTypeParser(pg.types.builtins.INT8, (value) => BigInt(value));
readers.setTypeParser(pg.types.builtins.NUMERIC, keepText);
readers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant);

/** `2026-11-21 14:05:00.123456+00` → `2026-11-21T14:05:00.123456Z`, one fixed width. */
function readInstant(value: string): string {
  const [date = '', time = ''] = value.replace(/\+00$/u, '').split(' ');
  const [whole = '', fraction = ''] = time.split('.');
  return `${date}T${whole}.${fraction.padEnd(6, '0')}Z`;
}

export type DbOptions = {
  /** Most connections held at once. */
  readonly poolSize?: number;
  /** Work as the owner: for migrations only. */
  readonly asOwner?: boolean;
};

/** Opens a pool on a PostgreSQL 15 or newer; nothing is connected before the first query. */
export function openDb(url: string, options: DbOptions = {}): Db {
  const role = options.asOwner ? '' : `-c role=${restrictedRole} `;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    types: readers,
    options: `${role}-c timezone=UTC -c lock_timeout=30s`,
    application_name: 'dunlin',
    pipeline: true,
  });
  pool.on('error', () => {
    // An idle connection died (server restart); the pool drops it and the next query connects.
  });
  const direct = queries((use) => borrowed(pool, use));
  const calls = notifier((statement) => direct.run(statement));
  return {
    ...direct,
    transaction: (work) => transaction(pool, work),
    notify: (channel, payloads) => calls.tell(channel, payloads),
    listen: (channel, hear) => listen(url, channel, hear),
    async close() {
      await calls.settled();
      await pool.end();
    },
  };
}

/** A connection for one use; one that broke meanwhile does not go back to the pool. */
async function borrowed<T>(
  pool: pg.Pool,
  use: (client: Client, broke: (error: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const broken: Error[] = [];
  // Whoever uses it hears the same from the statement under way.
  const remember = (error: Error): void => void broken.push(error);
  client.on('error', remember);
  try {
    return await use(client, remember);
  } finally {
    client.off('error', remember);
    client.release(broken[0]);
  }
}

async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return borrowed(pool, async (client, broke) => {
    try {
      // Travels with the first statement of the work; when it fails, so does that one.
      client.query('begin').catch(broke);
      const result = await work(transactionOn(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(broke);
      throw error;
    }
  });
}

function transactionOn(client: Client): Tx {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  const over = (): void => {
    waiting -= 1;
  };
  /** Statements go out as they are started; what talks alone holds back the ones after it. */
  function inTurn<T>(use: (client: Client) => Promise<T>, isAlone: boolean): Promise<T> {
    if (!isAlone && waiting === 0) return use(client);
    waiting += 1;
    const done = last.then(() => use(client));
    last = done.then(over, over);
    return done;
  }
  return {
    ...queries(inTurn),
    async savepoint(work) {
      const name = `s_${randomUUID().replaceAll('-', '')}`;
      await client.query(`savepoint ${name}`);
      try {
        const result = await work();
        await client.query(`release savepoint ${name}`);
        return result;
      } catch (error) {
        await client.query(`rollback to savepoint ${name}`);
        throw error;
      }
    },
  };
}

type Client = pg.PoolClient;
/** Where a statement gets its connection; what talks alone shares it with no other. */
type Door = <T>(use: (client: Client) => Promise<T>, isAlone: boolean) => Promise<T>;

function queries(door: Door): Queries {
  function query(statement: Sql): Promise<pg.QueryResult> {
    const compiled = compile(statement);
    return door((client) => client.query(compiled), false);
  }
  async function all<Row>(statement: Sql<Row>): Promise<Row[]> {
    const { rows } = await query(statement);
    // The caller states the shape of the rows it selects; stores are tested on a real database.
    return rows as Row[];
  }
  async function maybe<Row>(statement: Sql<Row>): Promise<Row | undefined> {
    const rows = await all(statement);
    if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
    return rows[0];
  }
  return {
    all,
    maybe,
    async one(statement) {
      const row = await maybe(statement);
      if (row === undefined) throw new Error('expected one row, got none');
      return row;
    },
    run: async (statement) => (await query(statement)).rowCount ?? 0,
    copyIn: (target, rows) => load(door, target, rows),
  };
}

/** Rows up to this many go in by one insert; more by COPY. */
const fewRows = 24;

async function load(door: Door, table: string | CopyTable, rows: Iterable<CopyRow>): Promise<void> {
  const target = typeof table === 'string' ? table : table.target;
  const coming = rows[Symbol.iterator]();
  const first = [...take(coming, fewRows + 1)];
  if (first.length === 0) return;
  if (first.length <= fewRows) {
    const insert = insertRows(target, first);
    await door((client) => client.query(insert), false);
    return;
  }
  const all = both(first, coming);
  const pieces = typeof table === 'string' ? textPieces(all) : binaryPieces(table, all);
  const format = typeof table === 'string' ? '' : ' (format binary)';
  const statement = `copy ${target} from stdin${format}`;
  const made = upTo(mostInFlight, pieces);
  if (made.isAll) {
    await door((client) => copyInFlight(client, statement, made.pieces), false);
    return;
  }
  const copy = copyFrom(statement);
  const talk = (client: Client): Promise<void> =>
    pipeline(Readable.from(both(made.pieces, pieces)), client.query(copy));
  await door((client) => alone(client, () => talk(client)), true);
}

/** Bytes that are made before they are sent; of more, each piece goes out as it is made. */
const mostInFlight = 8_000_000;

function upTo(
  most: number,
  coming: Iterator<Uint8Array>,
): { readonly pieces: Uint8Array[]; readonly isAll: boolean } {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < most) {
    const next = coming.next();
    if (next.done) return { pieces, isAll: true };
    pieces.push(next.value);
    bytes += next.value.length;
  }
  return { pieces, isAll: false };
}

function* textPieces(rows: Iterable<CopyRow>): Generator<Uint8Array> {
  for (const piece of copyPieces(rows)) yield Buffer.from(piece, 'utf8');
}

/** Waits until the connection has answered everything, and keeps it for one conversation. */
async function alone<T>(client: Client, talk: () => Promise<T>): Promise<T> {
  await client.query('');
  // The type says read-only; the client reads it at each statement, and nothing is under way.
  const mode = client as { pipeline: boolean };
  mode.pipeline = false;
  try {
    return await talk();
  } finally {
    mode.pipeline = true;
  }
}

function* take<T>(coming: Iterator<T>, most: number): Generator<T> {
  for (let count = 0; count < most; count += 1) {
    const next = coming.next();
    if (next.done) return;
    yield next.value;
  }
}

function* both<T>(first: Iterable<T>, coming: Iterator<T>): Generator<T> {
  yield* first;
  yield* take(coming, Infinity);
}

async function listen(
  url: string,
  channel: string,
  hear: (payload: string) => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'dunlin-listen' });
  client.on('error', () => {
    // The server went away; whoever listens also polls, so nothing is lost.
  });
  await client.connect();
  client.on('notification', (message) => hear(message.payload ?? ''));
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
  return () => client.end();
}
