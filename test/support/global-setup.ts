/**
 * One real PostgreSQL for the whole test run, started when the first test asks for it.
 *
 * Tests run in other processes, so they ask through a small door: `POST /` answers the
 * address of a fresh, migrated database and `DELETE /name` drops it again. The rule: a run
 * of pure tests starts no database.
 */
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { startEmbedded, type Embedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { isRunning } from '#platform/process/running.ts';
import { type TestProject } from 'vitest/node';

declare module 'vitest' {
  // Merged into Vitest's own interface, which is how it learns what is provided.
  interface ProvidedContext {
    databaseDoor: string;
  }
}

type Database = { name: string; url: string };
type Workshop = {
  create(): Promise<Database>;
  drop(name: string): Promise<void>;
  close(): Promise<void>;
};

const prefix = `dunlin_test_${process.pid}`;
const folderPrefix = 'dunlin-test-';
const enoughMemory = 1024 ** 3;

/** Called by Vitest before all tests; the answer is called after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let workshop: Promise<Workshop> | undefined;
  const door = http.createServer((request, response) => {
    workshop ??= openWorkshop();
    answer(workshop, request).then(
      (body) => response.end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the tests');
  project.provide('databaseDoor', `http://127.0.0.1:${address.port}`);

  return async () => {
    door.close();
    door.closeAllConnections();
    await (await workshop)?.close();
  };
}

async function answer(workshop: Promise<Workshop>, request: http.IncomingMessage): Promise<string> {
  await text(request);
  const { create, drop } = await workshop;
  if (request.method === 'POST') return JSON.stringify(await create());
  await drop((request.url ?? '').slice(1));
  return '';
}

/** A server with a migrated template, on DATABASE_URL or embedded in memory. */
async function openWorkshop(): Promise<Workshop> {
  const server = await openServer();
  const admin = new pg.Pool({ connectionString: server.url, max: 4 });
  admin.on('error', () => {
    // An idle connection ended with the server.
  });
  const template = `${prefix}_template`;
  const made = new Set([template]);
  const at = (name: string): string => Object.assign(new URL(server.url), { pathname: name }).href;
  const drop = async (name: string): Promise<void> => {
    if (!made.delete(name)) throw new Error(`no test made a database ${name}`);
    await admin.query(`drop database if exists ${name} with (force)`);
  };

  await admin.query(`create database ${template}`);
  await migrate(at(template));
  let count = 0;
  return {
    drop,
    async create() {
      count += 1;
      const name = `${prefix}_${count}`;
      made.add(name);
      await admin.query(`create database ${name} template ${template} strategy file_copy`);
      return { name, url: at(name) };
    },
    async close() {
      if (server.shared) for (const name of made) await drop(name);
      await admin.end();
      await server.stop();
    },
  };
}

async function openServer(): Promise<Embedded & { shared: boolean }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, shared: true, stop: async () => undefined };

  const home = roomyFolder();
  removeLeftovers(home);
  const folder = mkdtempSync(path.join(home, `${folderPrefix}${process.pid}-`));
  const server = await startEmbedded(folder, { fast: true, alone: true });
  return {
    url: server.url,
    shared: false,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Memory where there is enough of it, otherwise the disk. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > enoughMemory) return '/dev/shm';
  } catch {
    // Not Linux.
  }
  return os.tmpdir();
}

/** Removes the folders of test runs that were killed. */
function removeLeftovers(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(folderPrefix)) continue;
    const pid = Number(name.slice(folderPrefix.length).split('-')[0]);
    if (!isRunning({ pid, startedAt: '' })) {
      rmSync(path.join(home, name), { recursive: true, force: true });
    }
  }
}
