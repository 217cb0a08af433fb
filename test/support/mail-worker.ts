/**
 * Sends what waits, in a process of its own that may be killed; a second is a minute here, so
 * that pauses between tries pass quickly.
 *
 *     node test/support/mail-worker.ts DATABASE_URL SMTP_PORT BEGAN
 */
import { setTimeout as wait } from 'node:timers/promises';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { makeMailer } from '#platform/mail/mailer.ts';
import { openDb } from '#platform/postgres/db.ts';
import { emailSender, findLost, sendNext } from '#areas/correspondence/index.ts';

const [url = '', port = '', startedAt = '0'] = process.argv.slice(2);
const faster = 60;
const began = Date.parse('2026-11-20T15:00:00Z');
const now = () =>
  instant(new Date(began + (Date.now() - Number(startedAt)) * faster).toISOString());
const today = () => day(now().slice(0, 10));
const desk = { db: openDb(url, { poolSize: 8 }), clock: { now, today } };
const mail = makeMailer({
  smtpUrl: `smtp://127.0.0.1:${port}`,
  mailFrom: 'AR <ar@main.example>',
  perMinute: 1_000_000,
});
const sender = emailSender(desk, mail);

/** The database may be away; whoever looks for work looks again. */
async function lane(): Promise<never> {
  for (;;) {
    const more = await sendNext(desk, sender).catch(() => false);
    if (!more) await wait(20);
  }
}

async function lost(): Promise<never> {
  for (;;) {
    await findLost(desk, 'email').catch(() => 0);
    await wait(500);
  }
}

process.stdout.write('ready\n');
await Promise.all([lane(), lane(), lane(), lane(), lost()]);
