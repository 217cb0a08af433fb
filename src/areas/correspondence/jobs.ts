/** What goes out and comes in by the clock: mail, texts, letters for the provider. */
import type { Job } from '#platform/jobs/job.ts';
import { handWaiting } from './answers/letters/hand-batch.ts';
import { findLost, sendNext } from './answers/sending/send-next.ts';
import { textSender } from './answers/sending/text-sender.ts';
import { fetchMails } from './answers/mailbox/fetch-mails.ts';

/** Every five minutes: is there new mail? A server that says so itself is looked at before. */
export const mailboxJobs: readonly Job[] = [
  {
    name: 'correspondence.fetch_mails',
    cron: '*/5 * * * *',
    where: 'utc',
    run: async (desk, { actor, reason }) => {
      const runs = await fetchMails(desk, { actor, reason });
      const failed = runs.filter(({ problem }) => problem !== null);
      if (failed.length === 0) return;
      // Tried again by the runner, and told where failures of jobs are told.
      throw new Error(failed.map(({ box, detail }) => `${box}: ${detail}`).join('; '));
    },
  },
];

/** How many texts go out in one round of the clock. */
const textsAtOnce = 60;

/** Every minute: texts that wait go out, as far as the gate allows each; lost ones are found. */
export const textJobs: readonly Job[] = [
  {
    name: 'correspondence.send_texts',
    cron: '* * * * *',
    where: 'utc',
    run: async (desk) => {
      const texter = desk.telephony?.texter;
      if (texter === undefined) return;
      await findLost(desk, 'sms');
      const sender = textSender(texter);
      for (let sent = 0; sent < textsAtOnce; sent += 1) {
        if (!(await sendNext(desk, sender))) return;
      }
    },
  },
];

/** Every ten minutes: letters that were printed long enough ago go to the provider. */
export const letterJobs: readonly Job[] = [
  {
    name: 'correspondence.hand_letters',
    cron: '*/10 * * * *',
    where: 'utc',
    run: async (desk, { actor }) => {
      await handWaiting(desk, actor);
    },
  },
];
