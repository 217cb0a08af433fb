/** Every night at two, in the company's zone: which promises ran out of grace? */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { accountsToJudge, judgePromises } from './actions/judge-promises.ts';
import { standardPromisePolicy } from './rules/promise.ts';

/** So many accounts are locked at once and no more, because people work at night too. */
const atOnce = 200;

export const promiseJobs: readonly Job[] = [
  {
    name: 'promises.judge_promises',
    cron: '0 2 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      const accountIds = await accountsToJudge(desk, zone);
      for (let from = 0; from < accountIds.length; from += atOnce) {
        const some = accountIds.slice(from, from + atOnce);
        const doing = {
          action: 'promises.judge_promises',
          actor,
          reason,
          key: `${key} ${some[0] ?? ''}`,
          input: { accounts: some.length },
        };
        accepted(
          await perform(desk, doing, (context) =>
            judgePromises(context, some, standardPromisePolicy),
          ),
        );
      }
    },
  },
];
