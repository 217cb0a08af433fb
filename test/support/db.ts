/**
 * A database for one test: real, migrated, empty, dropped afterwards.
 *
 *     await using database = await freshDatabase();
 *     await using db = …openDb(database.url)
 *
 * The rule: a test never shares a database with another one, so the order of tests is free.
 */
import { inject } from 'vitest';

export type TestDatabase = AsyncDisposable & {
  /** Of the owner, as DATABASE_URL would be. */
  readonly url: string;
};

/** Clones the migrated template; takes some tens of milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const door = inject('databaseDoor');
  const { name, url } = await ask(door, { method: 'POST' });
  return {
    url,
    async [Symbol.asyncDispose]() {
      await ask(`${door}/${name}`, { method: 'DELETE' });
    },
  };
}

async function ask(address: string, how: RequestInit): Promise<{ name: string; url: string }> {
  const answer = await fetch(address, how);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`no test database: ${text}`);
  // global-setup.ts, at the other end, writes this shape.
  return JSON.parse(text || '{}') as { name: string; url: string };
}
