/** Shortly after midnight in each zone: which deadlines have passed? */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { tellPassed } from './actions/tell-passed.ts';

export const clockJobs: readonly Job[] = [
  {
    name: 'clocks.tell_passed',
    cron: '10 0 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      const doing = { action: 'clocks.tell_passed', actor, reason, input: { zone } };
      let told = 1;
      for (let round = 0; told > 0; round += 1) {
        const done = await perform(desk, { ...doing, key: `${key} ${round}` }, (context) =>
          tellPassed(context, zone),
        );
        told = accepted(done).answer.told;
      }
    },
  },
];
