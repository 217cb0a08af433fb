/**
 * A bank's SFTP server in the test's own process: real SSH, files held in memory, read only.
 *
 *     await using bank = await sftpServer({ 'day.bai': '01,…' });
 *     bank.put('later.bai', '01,…');
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import ssh2 from 'ssh2';

export type SftpBank = AsyncDisposable & {
  readonly port: number;
  /** As `ssh-keygen -lf` prints it. */
  readonly hostKey: string;
  readonly user: string;
  readonly password: string;
  /** Files that were read from the beginning. */
  readonly reads: () => number;
  put(name: string, content: string | Uint8Array): void;
};

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;
const user = 'desk';
const password = 'a tall tree by the river';
/** When the bank wrote its files. */
const written = 1_780_300_800;

export async function sftpServer(files: Readonly<Record<string, string>>): Promise<SftpBank> {
  const held = new Map<string, Buffer>();
  for (const [name, content] of Object.entries(files)) held.set(name, Buffer.from(content));
  const keys = ssh2.utils.generateKeyPairSync('ed25519');
  let reads = 0;
  const connections = new Set<ssh2.Connection>();
  const server = new ssh2.Server({ hostKeys: [keys.private] }, (client) => {
    connections.add(client);
    client.on('close', () => connections.delete(client));
    // A client that is killed tears the connection; that is what some tests are about.
    client.on('error', () => undefined);
    client.on('authentication', (asked) => {
      const knows = asked.method === 'password' && asked.username === user;
      if (knows && asked.password === password) asked.accept();
      else asked.reject(['password']);
    });
    client.on('session', (accept) =>
      accept().on('sftp', (open) => serve(open(), held, () => (reads += 1))),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const parsed = ssh2.utils.parseKey(keys.public);
  if (parsed instanceof Error || address === null || typeof address === 'string')
    throw new Error('no SFTP server');
  const hash = createHash('sha256').update(parsed.getPublicSSH()).digest('base64');
  return {
    port: address.port,
    hostKey: `SHA256:${hash.replace(/=+$/u, '')}`,
    user,
    password,
    reads: () => reads,
    put: (name, content) => void held.set(name, Buffer.from(content)),
    async [Symbol.asyncDispose]() {
      for (const connection of connections) connection.end();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

type Opened = { readonly name: string | null; listed: boolean };

function serve(sftp: ssh2.SFTPWrapper, held: Map<string, Buffer>, onRead: () => void): void {
  const handles = new Map<number, Opened>();
  let last = 0;
  const opened = (name: string | null): Buffer => {
    last += 1;
    handles.set(last, { name, listed: false });
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    return handle;
  };
  const at = (handle: Buffer): Opened | undefined => handles.get(handle.readUInt32BE(0));
  const named = (place: string): string => place.split('/').at(-1) ?? '';
  const attributes = (content: Buffer) => ({
    mode: 0o100_644,
    uid: 0,
    gid: 0,
    size: content.length,
    atime: written,
    mtime: written,
  });
  const stat = (id: number, place: string): void => {
    const content = held.get(named(place));
    if (content) sftp.attrs(id, attributes(content));
    else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  };
  sftp.on('REALPATH', (id, place) =>
    sftp.name(id, [{ filename: place, longname: place, attrs: attributes(Buffer.alloc(0)) }]),
  );
  sftp.on('OPENDIR', (id) => sftp.handle(id, opened(null)));
  sftp.on('READDIR', (id, handle) => {
    const directory = at(handle);
    if (!directory || directory.listed) {
      sftp.status(id, STATUS_CODE.EOF);
      return;
    }
    directory.listed = true;
    sftp.name(
      id,
      [...held].map(([filename, content]) => ({
        filename,
        longname: `-rw-r--r-- 1 bank bank ${content.length} Jun  1 08:00 ${filename}`,
        attrs: attributes(content),
      })),
    );
  });
  sftp.on('STAT', stat);
  sftp.on('LSTAT', stat);
  sftp.on('FSTAT', (id, handle) => stat(id, at(handle)?.name ?? ''));
  sftp.on('OPEN', (id, place, flags) => {
    const isRead = (flags & OPEN_MODE.WRITE) === 0 && held.has(named(place));
    if (isRead) sftp.handle(id, opened(named(place)));
    else sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const content = held.get(at(handle)?.name ?? '') ?? Buffer.alloc(0);
    if (offset === 0) onRead();
    if (offset >= content.length) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, content.subarray(offset, offset + length));
  });
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}
