/** Live campaigns take in what has come to fit, every morning before the lists are built. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { growCampaigns } from './actions/grow-campaigns.ts';

export const portfolioJobs: readonly Job[] = [
  {
    name: 'portfolios.grow_campaigns',
    cron: '40 4 * * *',
    where: 'utc',
    run: async (desk, { actor, reason, key }) => {
      const doing = { action: 'portfolios.grow_campaigns', actor, reason, key, input: null };
      accepted(await perform(desk, doing, growCampaigns));
    },
  },
];
