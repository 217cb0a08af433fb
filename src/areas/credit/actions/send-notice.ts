/**
 * Somebody sent the notice that the law asks for: its clock stops, in time or late.
 *
 * How it was sent is the reason that stands in the chain; without it nobody could show it later.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { creditNotices } from '../store/notices.ts';

export type SendNotice = { readonly accountId: Id; readonly clockId: Id };
export type SendNoticeRefusal = 'credit.no_such_notice' | 'credit.notice_sent_already';

export async function sendNotice(
  context: Context,
  { accountId, clockId }: SendNotice,
): Promise<Outcome<{ clockId: Id; late: boolean }, SendNoticeRefusal>> {
  const [notice] = await creditNotices(context.tx, { clockId });
  if (notice?.accountId !== accountId) return refuse('credit.no_such_notice');
  const { key, dueOn } = notice;
  const stopped = await stopClock(context, { key, how: 'met', reason: context.reason });
  if (!stopped) return refuse('credit.notice_sent_already');
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: 'activity.credit_notice_sent',
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'credit notice sent', id: clockId, facts: { dueOn } });
  return accept({ clockId, late: context.today > dueOn });
}
