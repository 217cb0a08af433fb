/** Every night: small rests go by themselves in companies whose policy says so. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { sweepByPolicy } from './actions/sweep-small.ts';
import { companiesInZone } from '#areas/team/index.ts';

export const writeOffJobs: readonly Job[] = [
  {
    name: 'write_offs.sweep_by_policy',
    cron: '40 3 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      for (const companyId of await companiesInZone(desk.db, zone)) {
        const doing = {
          action: 'write_offs.sweep_by_policy',
          actor,
          reason,
          key: `${key} ${companyId}`,
          input: { companyId },
        };
        accepted(await perform(desk, doing, (context) => sweepByPolicy(context, companyId)));
      }
    },
  },
];
