/** Within a minute of much that became known, and as soon as a day has passed: days are kept. */
import type { Job } from '#platform/jobs/job.ts';
import { keepDays, wantsKeeping } from './actions/keep-days.ts';

export const metricJobs: readonly Job[] = [
  {
    name: 'metrics.keep_days',
    cron: '* * * * *',
    where: 'utc',
    run: async (desk, { actor, reason }) => {
      if (await wantsKeeping(desk)) await keepDays(desk, { actor, reason });
    },
  },
];
