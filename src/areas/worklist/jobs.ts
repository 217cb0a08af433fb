/** What came of the control group, the list every morning, and what changed every five minutes. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { buildZone, freshenZone } from './actions/build-worklist.ts';
import { checkControl, needsCheck } from './actions/check-control.ts';
import { takeOutcomes } from './actions/gather-outcomes.ts';

export const worklistJobs: readonly Job[] = [
  {
    name: 'worklist.take_outcomes',
    cron: '30 4 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, key, zone }) => {
      const doing = { action: 'worklist.take_outcomes', actor, reason, key, input: { zone } };
      accepted(await perform(desk, doing, (context) => takeOutcomes(context, zone)));
    },
  },
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
