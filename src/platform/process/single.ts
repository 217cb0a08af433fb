/**
 * One server to a data folder: the first claims it, a second is refused by name.
 *
 * The claim is `server.lock` in the folder. A command that only uses the folder's database
 * (`dunlin aging`) claims nothing and shares it; see startEmbedded.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { takeLock, type Release } from './lock-file.ts';

/** Another server works on the data folder; the message says which and what to do. */
export class DataFolderInUse extends Error {}

/**
 * Claims the folder for the server that will answer at `address`.
 * Throws DataFolderInUse while another server holds it; one that was killed does not.
 */
export function claimDataFolder(dir: string, address: string): { release: Release } {
  const folder = path.resolve(dir);
  mkdirSync(folder, { recursive: true });
  const outcome = takeLock(path.join(folder, 'server.lock'), address);
  if (typeof outcome === 'function') return { release: outcome };
  throw new DataFolderInUse(
    [
      `Dunlin already runs on the data folder ${folder}: ` +
        `process ${outcome.pid}, at ${outcome.note}.`,
      `Open ${outcome.note}, or stop that one first (kill ${outcome.pid}),`,
      'or start this one with another folder and port: DUNLIN_DATA=.data2 PORT=4001 npm start',
    ].join('\n'),
  );
}
