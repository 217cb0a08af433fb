/** Every night: credits that a law watches are found, and checks that nobody cashed are named. */
import { accepted, perform } from '#platform/action.ts';
import type { Job } from '#platform/jobs/job.ts';
import { plusDays } from '#kernel/day.ts';
import { findCredits } from './actions/find-credits.ts';
import { markStale } from './actions/follow-payment.ts';
import { standardRefundPolicy } from './rules/findings.ts';
import { refundsInState } from './store/refunds.ts';

export const refundJobs: readonly Job[] = [
  {
    name: 'refunds.find_credits',
    cron: '30 2 * * *',
    where: 'utc',
    run: async (desk, { actor, reason, key }) => {
      const doing = { action: 'refunds.find_credits', actor, reason, key, input: null };
      accepted(await perform(desk, doing, (context) => findCredits(context, 'all')));
    },
  },
  {
    name: 'refunds.mark_stale',
    cron: '45 2 * * *',
    where: 'utc',
    run: async (desk, { actor, reason, key }) => {
      const until = plusDays(desk.clock.today(), -standardRefundPolicy.staleDays);
      for (const refund of await refundsInState(desk.db, 'paid', until)) {
        if (refund.method !== 'check') continue;
        const { accountId, refundId } = refund;
        const doing = {
          action: 'refunds.mark_stale',
          actor,
          reason,
          key: `${key} ${refundId}`,
          input: { refundId },
          accountId,
        };
        await perform(desk, doing, (context) => markStale(context, { accountId, refundId }));
      }
    },
  },
];
