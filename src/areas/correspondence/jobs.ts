/** Every five minutes: is there new mail? A server that says so itself is looked at before. */
import type { Job } from '#platform/jobs/job.ts';
import { fetchMails } from './answers/mailbox/fetch-mails.ts';

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
