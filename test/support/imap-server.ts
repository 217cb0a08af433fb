/**
 * A real IMAP server for a test: users who sign in with a password or a token, one folder, new
 * mails that are told to whoever waits for them (IDLE).
 */
import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import type { MailServer } from '#platform/imap/mail-server.ts';

export type ImapDesk = AsyncDisposable & {
  readonly port: number;
  readonly server: MailServer;
  /** As DUNLIN_MAILBOXES writes it. */
  readonly url: string;
  /** A mail comes; who waits is told. */
  comes(raw: string): void;
  /** Breaks every line that is open. */
  cut(): void;
  /** How often somebody came in. */
  connections(): number;
};

export const imapUser = 'ar@acme.example';
export const imapPassword = 'a tall secret, with a comma';

export async function imapServer({
  mails = [],
  token = 'access-1',
  uidValidity = 7,
}: {
  readonly mails?: readonly string[];
  readonly token?: string;
  readonly uidValidity?: number;
} = {}): Promise<ImapDesk> {
  const imap = hoodiecrow({
    plugins: ['IDLE', 'SASL-IR', 'XOAUTH2', 'ENABLE'],
    users: {
      [imapUser]: {
        password: imapPassword,
        xoauth2: { accessToken: token, sessionTimeout: 3_600_000 },
      },
    },
    storage: {
      INBOX: {
        messages: mails.map((raw, at) => ({
          raw,
          uid: at + 1,
          internaldate: new Date(Date.UTC(2026, 10, 20, 14, 0, at % 60)),
        })),
        uidvalidity: uidValidity,
      },
    },
  });
  const open = new Set<Socket>();
  let came = 0;
  imap.server.on('connection', (socket: Socket) => {
    came += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => {
    imap.listen(0, '127.0.0.1', resolve);
  });
  // A listening TCP server has an address of this shape.
  const { port } = imap.server.address() as AddressInfo;
  const signIn = [imapUser, imapPassword].map(encodeURIComponent).join(':');
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    url: `imap://${signIn}@127.0.0.1:${port}/INBOX`,
    server: {
      host: '127.0.0.1',
      port,
      secure: false,
      user: imapUser,
      folder: 'INBOX',
      signIn: { kind: 'password', password: imapPassword },
    },
    comes: (raw) => imap.appendMessage('INBOX', [], new Date(), raw),
    cut,
    connections: () => came,
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise<void>((resolve) => {
        imap.close(resolve);
        cut();
      });
    },
  };
}
