/** Every morning before the list is built: what is doubtful in the book is found again. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { findDoubtful } from './actions/find-doubtful.ts';

export const projectJobs: readonly Job[] = [
  {
    name: 'projects.find_doubtful',
    cron: '30 4 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      const doing = { action: 'projects.find_doubtful', actor, reason, key, input: { zone } };
      accepted(await perform(desk, doing, (context) => findDoubtful(context, { zone })));
    },
  },
];
