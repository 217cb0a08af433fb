/**
 * `npm run bench -- start`: how soon the program answers, on an empty folder and on one that is
 * there already, beside its database alone, started on the same folder in the same turn.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { startServer } from '../test/support/posting-desk.ts';
import { figureLine, heading } from './figures.ts';
import { interleaved, timed } from './measure.ts';

const warmBar = { ms: 5000 };
const runs = 5;

/** Starts it once anew and then again and again; a start counts until the server answers. */
export async function tellStart(home: string, say: (line: string) => void): Promise<void> {
  mkdirSync(home, { recursive: true });
  const data = mkdtempSync(path.join(home, 'start-'));
  try {
    const first = await timed(() => startAndAsk(data));
    const [ours = 0, baseline = 0] = await interleaved(runs, [
      () => startAndAsk(data),
      () => startDatabase(data),
    ]);
    say(heading);
    say(figureLine({ name: 'first start, an empty folder', ours: first }));
    say(figureLine({ name: 'start, beside its database alone', ours, baseline, bar: warmBar }));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Includes the stop, which both sides do. */
async function startAndAsk(data: string): Promise<void> {
  const server = await startServer({ DUNLIN_DATA: data });
  const { ok } = await fetch(`${server.address}/healthz`);
  if (!ok) throw new Error(`${server.address}/healthz does not answer`);
  server.child.kill('SIGTERM');
  await server.ended;
}

async function startDatabase(data: string): Promise<void> {
  const server = await startEmbedded(data, { alone: true });
  await server.stop();
}
