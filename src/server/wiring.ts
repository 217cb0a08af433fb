/**
 * Who reacts to whom, and what is done by the clock: the only place that says so.
 *
 * An area tells its news without knowing who listens; here its event's name meets the
 * reaction of another area. A line here is `{ event, listener, hear }`, see events/listener.ts.
 */
import { promiseJobs } from '#areas/promises/jobs.ts';
import { followItems, judgeAgain, judgeAll } from '#areas/promises/reactions.ts';
import type { Listener } from '#platform/events/listener.ts';
import type { Job } from '#platform/jobs/job.ts';

/** Money came, went back or moved within an account: its promises are judged again. */
const moneyMoved = [
  'ledger.receipt_posted',
  'ledger.money_applied',
  'ledger.application_reversed',
  'ledger.receipt_returned',
  'ledger.credit_transferred',
  'ledger.refund_paid',
];

export const listeners: readonly Listener[] = [
  ...moneyMoved.map((event) => ({ event, listener: 'promises.judge_again', hear: judgeAgain })),
  { event: 'ledger.items_moved', listener: 'promises.follow_items', hear: followItems },
  { event: 'imports.book_imported', listener: 'promises.judge_all', hear: judgeAll },
];

export const jobs: readonly Job[] = [...promiseJobs];
