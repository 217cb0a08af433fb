/**
 * Every five minutes in each company's zone: what is due is made. Every morning: whoever owns an
 * account that the next over-60 report would show without a word is asked for one.
 */
import type { Job } from '#platform/jobs/job.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { askForPlans } from './answers/ask-for-plans.ts';
import { makeDue } from './answers/make-due.ts';

export function packJobs(makers: readonly PackMaker[]): readonly Job[] {
  return [
    {
      name: 'packs.make_due',
      cron: '*/5 * * * *',
      where: 'each zone',
      run: async (desk, { actor, reason, zone }) => {
        await makeDue(desk, makers, { actor, reason, zone });
      },
    },
    {
      name: 'packs.ask_for_plans',
      cron: '0 6 * * *',
      where: 'each zone',
      run: async (desk, { actor, reason, zone }) => {
        await askForPlans(desk, { actor, reason, zone });
      },
    },
  ];
}
