/** The list every morning, and whatever changed every five minutes. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { buildZone, freshenZone } from './actions/build-worklist.ts';
import { checkControl, needsCheck } from './actions/check-control.ts';

export const worklistJobs: readonly Job[] = [
  {
    name: 'worklist.build_morning',
    cron: '0 5 * * *',
    where: 'each zone',
    run: (desk, { actor, reason, zone }) => buildZone(desk, zone, { actor, reason }),
  },
  {
    name: 'worklist.freshen',
    cron: '*/5 * * * *',
    where: 'each zone',
    run: (desk, { actor, reason, zone }) => freshenZone(desk, zone, { actor, reason }),
  },
  {
    name: 'worklist.check_control',
    cron: '*/5 * * * *',
    where: 'utc',
    run: async (desk, { actor, reason, key }) => {
      if (!(await needsCheck(desk))) return;
      const doing = { action: 'worklist.check_control', actor, reason, key, input: null };
      accepted(await perform(desk, doing, checkControl));
    },
  },
];
