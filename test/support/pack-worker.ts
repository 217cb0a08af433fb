/**
 * Makes the packs that are due and sends them, in a process of its own that may be killed; a
 * second is a minute here, so that a mail of which no word comes back is soon given up.
 *
 *     node test/support/pack-worker.ts DATABASE_URL SMTP_PORT BEGAN [only-make]
 */
import { setTimeout as wait } from 'node:timers/promises';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { makeMailer } from '#platform/mail/mailer.ts';
import { openDb } from '#platform/postgres/db.ts';
import { makeDue } from '#areas/packs/answers/make-due.ts';
import { findLostPacks, sendNextPack } from '#areas/packs/answers/send-packs.ts';
import { packMakers } from '#server/packs.ts';

const [url = '', port = '', startedAt = '0', mode = ''] = process.argv.slice(2);
const faster = 60;
const began = Date.parse('2026-11-20T15:00:00Z');
const now = () =>
  instant(new Date(began + (Date.now() - Number(startedAt)) * faster).toISOString());
const desk = { db: openDb(url, { poolSize: 4 }), clock: { now, today: () => day('2026-11-20') } };
const mail = makeMailer({
  smtpUrl: `smtp://127.0.0.1:${port}`,
  mailFrom: 'AR <ar@main.example>',
  perMinute: 100_000,
});
const by = {
  actor: { ref: 'job:packs.make_due', memberId: null },
  reason: 'by the clock',
  zone: 'America/New_York',
};

process.stdout.write('ready\n');
for (;;) {
  const made = await makeDue(desk, packMakers, by);
  if (made > 0) process.stdout.write(`made ${made}\n`);
  while (mode !== 'only-make' && (await sendNextPack(desk, mail)));
  await findLostPacks(desk);
  await wait(50);
}
