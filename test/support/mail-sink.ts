/**
 * A mail server in a process of its own that may be killed: every letter is on the disk, under
 * its Message-ID, before the client hears that it was taken.
 *
 *     node test/support/mail-sink.ts PORT FILE
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [port = '0', file = ''] = process.argv.slice(2);
const kept = openSync(file, 'a');

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => void pieces.push(piece));
    stream.on('end', () => {
      const letter = Buffer.concat(pieces).toString();
      const id = /^message-id:\s*<([\da-f-]{36})@/imu.exec(letter)?.[1] ?? 'none';
      writeSync(kept, `${id}\n`);
      fsyncSync(kept);
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('exit', () => closeSync(kept));
