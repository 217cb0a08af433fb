/**
 * A real mail server on a free port, in the mood that the test wants.
 *
 *     await using server = await mailServer();
 *     server.now('breaks off');
 *
 * `letters` are those that it has taken in whole, also where it then said nothing of it.
 */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Mailer, type MailSettings, makeMailer } from '#platform/mail/mailer.ts';

/** `busy` sends the client away, `breaks off` takes the letter and hangs up, `waits` is silent. */
export type Mood = 'takes' | 'refuses' | 'no box' | 'busy' | 'breaks off' | 'waits';

export type MailServer = AsyncDisposable & {
  readonly port: number;
  readonly letters: string[];
  /** A mailer that goes to this server. */
  readonly mail: Mailer;
  mailer(settings: Partial<MailSettings>): Mailer;
  now(mood: Mood): void;
};

/**
 * Starts it; it closes everything at the end of the test. With `tokens` only who brings one of
 * them may write (XOAUTH2); they may change while it runs.
 */
export async function mailServer(tokens?: Set<string>): Promise<MailServer> {
  const letters: string[] = [];
  let mood: Mood = 'takes';
  const refusal = (code: number, text: string): Error =>
    Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: tokens === undefined,
    authMethods: ['XOAUTH2'],
    allowInsecureAuth: true,
    disabledCommands: tokens === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    onAuth({ accessToken, username }, _session, done) {
      if (tokens?.has(accessToken ?? '') === true) done(null, { user: username });
      else done(refusal(535, '5.7.8 this token is not good'));
    },
    onRcptTo(_address, _session, done) {
      if (mood === 'refuses') done(refusal(554, '5.7.1 refused by policy'));
      else if (mood === 'no box') done(refusal(550, '5.1.1 no such box'));
      else if (mood === 'busy') done(refusal(451, '4.7.0 come back later'));
      else done();
    },
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString());
        if (mood === 'breaks off') dropAll();
        else if (mood !== 'waits') done();
      });
    },
  });
  // A client that goes away in the middle is nothing that the test must hear of.
  server.on('error', () => undefined);
  const sockets = new Set<{ destroy(): void }>();
  server.server.on('connection', (socket) => void sockets.add(socket));
  const dropAll = (): void => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', () => ready()));
  // A server that listens on a port has an address of this shape.
  const { port } = server.server.address() as AddressInfo;
  const mailer = (settings: Partial<MailSettings>): Mailer =>
    makeMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      mailFrom: 'AR <ar@main.example>',
      perMinute: 100_000,
      ...settings,
    });
  return {
    port,
    letters,
    mail: mailer({}),
    mailer,
    now: (next) => {
      mood = next;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        dropAll();
        server.close(() => closed());
      }),
  };
}
