/** Early each morning: disputes that other systems told us of get a case that follows them. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { takeUpBrought } from './actions/take-up-dispute.ts';

/** So many in one transaction: each locks its account. */
const atOnce = 100;

export const disputeJobs: readonly Job[] = [
  {
    name: 'disputes.take_up',
    cron: '40 4 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      const doing = { action: 'disputes.take_up', actor, reason, input: { zone } };
      let taken = atOnce;
      for (let round = 0; taken === atOnce; round += 1) {
        const done = await perform(desk, { ...doing, key: `${key} ${round}` }, (context) =>
          takeUpBrought(context, zone, atOnce),
        );
        taken = accepted(done).answer.taken;
      }
    },
  },
];
