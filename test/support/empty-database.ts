/** A database without a schema, beside the one of a test: what a restore is given. */
import { type Db, openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { TestDatabase } from './db.ts';

/** Makes it on the server of `url`, under that database's name and the suffix. */
export async function emptyDatabase(url: string, suffix: string): Promise<TestDatabase> {
  const name = `${new URL(url).pathname.slice(1)}_${suffix}`;
  await asOwner(url, (db) => db.run(sql.raw(`create database ${name}`)));
  return {
    url: Object.assign(new URL(url), { pathname: name }).href,
    async [Symbol.asyncDispose]() {
      await asOwner(url, (db) => db.run(sql.raw(`drop database ${name} with (force)`)));
    },
  };
}

/** Works as the owner of the database for one piece of work. */
export async function asOwner<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url, { asOwner: true, poolSize: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
