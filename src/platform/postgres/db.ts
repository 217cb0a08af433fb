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
  /** Bulk load: `lines` are rows in COPY's text format, `target` is `schema.table (columns)`. */
  copyIn(target: string, lines: Iterable<string>): Promise<void>;
};

/** A running transaction; `savepoint` undoes its own work only, when it throws. */
export type Tx = Queries & { savepoint<T>(work: () => Promise<T>): Promise<T> };

export type Db = Queries & {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
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
  });
  pool.on('error', () => {
    // An idle connection died (server restart); the pool drops it and the next query connects.
  });
  return {
    ...queries(() => pool.connect()),
    transaction: (work) => transaction(pool, work),
    listen: (channel, hear) => listen(url, channel, hear),
    close: () => pool.end(),
  };
}

async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const broken: Error[] = [];
  const remember = (error: Error): void => void broken.push(error);
  client.on('error', remember);
  try {
    await client.query('begin');
    const result = await work(transactionOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(remember);
    throw error;
  } finally {
    client.off('error', remember);
    client.release(broken[0]);
  }
}

function transactionOn(client: pg.PoolClient): Tx {
  return {
    ...queries(() => Promise.resolve(client), false),
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

function queries(connect: () => Promise<pg.PoolClient>, release = true): Queries {
  async function query(statement: Sql): Promise<pg.QueryResult> {
    const client = await connect();
    try {
      return await client.query(compile(statement));
    } finally {
      if (release) client.release();
    }
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
    async copyIn(target, lines) {
      const client = await connect();
      try {
        await pipeline(
          Readable.from(chunks(lines)),
          client.query(copyFrom(`copy ${target} from stdin`)),
        );
      } finally {
        if (release) client.release();
      }
    },
  };
}

/** Joins lines into pieces of about 64 kB, so that a million rows are not a million writes. */
function* chunks(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
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
