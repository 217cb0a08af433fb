/** Every ten minutes: is there a new file in a watched folder or on a bank's server? */
import type { Job } from '#platform/jobs/job.ts';
import { fetchFeeds } from './answers/fetch-feeds.ts';

export const bankFileJobs: readonly Job[] = [
  {
    name: 'bank_files.fetch_files',
    cron: '*/10 * * * *',
    where: 'utc',
    run: async (desk, { actor, reason }) => {
      const runs = await fetchFeeds(desk, { actor, reason });
      const failed = runs.filter(({ problem }) => problem !== null);
      if (failed.length === 0) return;
      // Tried again by the runner, and told where failures of jobs are told.
      throw new Error(failed.map(({ feed, problem }) => `${feed}: ${problem}`).join('; '));
    },
  },
];
