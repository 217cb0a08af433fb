/** Early each morning: the days of offices with one poster are laid before a second person. */
import { companiesInZone } from '#areas/team/index.ts';
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { askReviews } from './actions/closing/ask-review.ts';

export const cashJobs: readonly Job[] = [
  {
    name: 'cash.ask_reviews',
    cron: '20 5 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      for (const companyId of await companiesInZone(desk.db, zone)) {
        const input = { companyId };
        const doing = { action: 'cash.ask_reviews', actor, reason, input };
        const mine = { ...doing, key: `${key} ${companyId}` };
        accepted(await perform(desk, mine, (context) => askReviews(context, companyId)));
      }
    },
  },
];
