/**
 * Every morning at five, in the company's zone, the strategies look at every account; what was
 * begun and not finished goes on within a minute; what may be done is done through the hours in
 * which people may be reached.
 */
import type { Job } from '#platform/jobs/job.ts';
import { carryOutSteps } from './actions/carry-out-steps.ts';
import { finishSimulations } from './actions/finish-simulations.ts';
import { finishBegun } from './actions/finish-begun.ts';
import { runStrategies } from './actions/run-strategies.ts';
import { strategiesToRun } from './actions/strategies-to-run.ts';

export const strategyJobs: readonly Job[] = [
  {
    name: 'strategies.run_strategies',
    cron: '0 5 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone }) => {
      const asOf = desk.clock.today();
      const strategies = await strategiesToRun(desk.db, asOf);
      if (strategies.length === 0) return;
      await runStrategies(desk, { zone, asOf, strategies, actor, reason });
    },
  },
  {
    name: 'strategies.finish_runs',
    cron: '* * * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone }) => {
      await finishBegun(desk, { zone, actor, reason });
    },
  },
  {
    name: 'strategies.finish_simulations',
    cron: '* * * * *',
    where: 'utc',
    run: async (desk, { actor, reason }) => {
      await finishSimulations(desk, { actor, reason });
    },
  },
  {
    name: 'strategies.carry_out_steps',
    cron: '*/10 8-20 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone }) => {
      await carryOutSteps(desk, { zone, actor, reason });
    },
  },
];
