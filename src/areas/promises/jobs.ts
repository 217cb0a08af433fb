/**
 * Every night after two, in the company's zone: which promises ran out of grace, how plans stand,
 * which settlements passed their day?
 */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { judgePlans } from './actions/plans/judge-plans.ts';
import { judgeSettlements } from './actions/settlements/judge-settlements.ts';
import { accountsToJudge, judgePromises } from './actions/judge-promises.ts';
import { standardPromisePolicy } from './rules/promise.ts';
import { accountsWithLivePlan } from './store/plans/concerned.ts';

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
  {
    name: 'promises.judge_plans',
    cron: '10 2 * * *',
    where: 'each zone',
    run: async (desk, { actor, reason, zone, key }) => {
      for (const accountId of await accountsWithLivePlan(desk.db, zone)) {
        const doing = {
          action: 'promises.judge_plans',
          actor,
          reason,
          key: `${key} ${accountId}`,
          input: { accountId },
          accountId,
        };
        accepted(
          await perform(desk, doing, async (context) => {
            accepted(await judgePlans(context, [accountId]));
            return judgeSettlements(context, [accountId]);
          }),
        );
      }
    },
  },
];
