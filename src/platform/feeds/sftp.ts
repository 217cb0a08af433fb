/**
 * A bank's SFTP server: its key is pinned, so that nobody else answers in its place.
 *
 * Files are only listed and read. A bank that wants them fetched once and gone moves them
 * itself; what was fetched is known by name, size and time.
 */
import { createHash } from 'node:crypto';
import SftpClient from 'ssh2-sftp-client';
import {
  type Feed,
  type OpenFeed,
  type RemoteFile,
  isFinished,
  matches,
  momentOf,
} from './feed.ts';
import type { SftpSettings } from './settings.ts';

const patienceMs = 20_000;

/** A feed on an SFTP server; opening it throws when another server answers. */
export function sftpFeed(settings: SftpSettings): Feed {
  const { name, company, as } = settings;
  return { name, company, as, open: () => opened(settings) };
}

async function opened(settings: SftpSettings): Promise<OpenFeed> {
  const { host, port, user, hostKey, privateKey, password, path: folder, match } = settings;
  const client = new SftpClient(settings.name);
  let shown = '';
  try {
    await client.connect({
      host,
      port,
      username: user,
      readyTimeout: patienceMs,
      hostVerifier: (key: Buffer) => {
        shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/u, '')}`;
        return shown === hostKey;
      },
      ...(privateKey === undefined ? {} : { privateKey }),
      ...(password === undefined ? {} : { password }),
    });
  } catch (error) {
    await client.end().catch(() => undefined);
    if (shown !== '' && shown !== hostKey) {
      throw new Error(`${host} shows the key ${shown}, not the pinned ${hostKey}`, {
        cause: error,
      });
    }
    throw error;
  }
  return {
    list: () => listed(client, folder, match),
    fetch: (file) => fetched(client, folder, file),
    [Symbol.asyncDispose]: async () => {
      await client.end();
    },
  };
}

async function listed(
  client: SftpClient,
  folder: string,
  match: string | undefined,
): Promise<RemoteFile[]> {
  const inside = await client.list(folder);
  return inside
    .filter(({ type, name }) => type === '-' && isFinished(name) && matches(match, name))
    .map(({ name, size, modifyTime }) => ({
      name,
      bytes: size,
      modifiedAt: momentOf(modifyTime),
    }));
}

async function fetched(
  client: SftpClient,
  folder: string,
  file: RemoteFile,
): Promise<Uint8Array | undefined> {
  const place = `${folder.replace(/\/$/u, '')}/${file.name}`;
  const content = await client.get(place);
  if (!Buffer.isBuffer(content)) throw new Error(`${file.name} did not come as bytes`);
  const after = await client.stat(place);
  const still = after.size === file.bytes && momentOf(after.modifyTime) === file.modifiedAt;
  return still && content.length === file.bytes ? content : undefined;
}
