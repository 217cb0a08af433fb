/**
 * Every night at three, in the company's zone, every open item is predicted anew; a desk that was
 * never forecast, and a run that a dead process left, are taken up within minutes.
 */
import type { Job } from '#platform/jobs/job.ts';
import { runForecast } from './actions/run-forecast.ts';
import { wantsForecast } from './store/runs.ts';

export const forecastJobs: readonly Job[] = [
  {
    name: 'forecast.predict_night',
    cron: '0 3 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone }) => {
      await runForecast(desk, { zone, actor, reason });
    },
  },
  {
    name: 'forecast.predict_first',
    cron: '* * * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone }) => {
      const moment = { today: desk.clock.today(), at: desk.clock.now() };
      if (!(await wantsForecast(desk.db, zone, moment))) return;
      await runForecast(desk, { zone, actor, reason });
    },
  },
];
