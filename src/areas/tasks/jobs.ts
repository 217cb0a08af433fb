/** A little after midnight in each zone: the duties whose day has come bring their next. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { bringDuties } from './actions/bring-duties.ts';

export const taskJobs: readonly Job[] = [
  {
    name: 'tasks.bring_duties',
    cron: '10 0 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      const doing = { action: 'tasks.bring_duties', actor, reason, key, input: { zone } };
      accepted(await perform(desk, doing, (context) => bringDuties(context, zone)));
    },
  },
];
