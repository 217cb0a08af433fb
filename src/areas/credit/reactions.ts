/** What credit makes of the news of other areas. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { mergeTold } from '#platform/events/merged.ts';
import { carryLimits } from './actions/carry-limits.ts';
import { carryOrders } from './actions/carry-orders.ts';
import { releaseGranted } from './actions/decide-order.ts';
import { judgeOrders } from './actions/judge-orders.ts';
import { endLapsedHold } from './actions/hold-account.ts';
import { limitGranted, limitRefused } from './actions/set-limit.ts';
import { accountsUnjudged } from './store/open-orders.ts';

/** Money came, or a limit: orders that waited for it may go on. */
export async function clearByCash(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId === null) return;
  const said = { ...context, reason: 'asked again because the account changed' };
  accepted(await judgeOrders(said, { accountIds: [accountId], which: 'cash' }));
}

/** Money went back: what it had released is held again, or somebody is alerted. */
export async function holdAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId === null) return;
  const said = { ...context, reason: 'the money that released it went back' };
  accepted(await judgeOrders(said, { accountIds: [accountId], which: 'returned' }));
}

/** So many accounts are locked at once and no more, because people work meanwhile. */
const atOnce = 500;

/** A file brought orders: those that nobody judged are judged. */
export async function judgeImported(context: Context): Promise<void> {
  const accountIds = await accountsUnjudged(context.tx);
  const said = { ...context, reason: 'came with a file' };
  for (let from = 0; from < accountIds.length; from += atOnce) {
    const some = accountIds.slice(from, from + atOnce);
    accepted(await judgeOrders(said, { accountIds: some, which: 'new' }));
  }
}

/** A release or a limit that was asked for is granted: it is done, if it still can be. */
export async function doGranted(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = idOf(payload['requestId']);
  if (requestId === undefined) return;
  if (payload['kind'] === 'order_release') accepted(await releaseGranted(context, requestId));
  if (payload['kind'] === 'credit_limit') accepted(await limitGranted(context, requestId));
}

/** More credit was refused: whoever asked is told in time. */
export async function tellRefused(context: Context, event: HeardEvent): Promise<void> {
  const requestId = idOf(event.payload['requestId']);
  const { accountId, payload } = event;
  if (requestId === undefined || accountId === null || payload['kind'] !== 'credit_limit') return;
  accepted(await limitRefused(context, { requestId, accountId }));
}

/** The last day of an account's hold has passed. */
export async function endHold(context: Context, { accountId, payload }: HeardEvent): Promise<void> {
  const { kind, key } = payload;
  if (kind !== 'account_hold_end' || typeof key !== 'string' || accountId === null) return;
  const holdId = parseId(key.split('/')[1] ?? '');
  if (holdId === undefined) return;
  const said = { ...context, reason: 'its last day has passed' };
  accepted(await endLapsedHold(said, { accountId, holdId }));
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}

/** Two accounts became one: limits, orders and holds go on there. */
export async function followMerge(context: Context, event: HeardEvent): Promise<void> {
  const merge = mergeTold(event);
  if (!merge) return;
  accepted(await carryLimits(context, merge));
  accepted(await carryOrders(context, merge));
  const said = { ...context, reason: 'its account was merged' };
  accepted(await judgeOrders(said, { accountIds: [merge.into], which: 'returned' }));
}
