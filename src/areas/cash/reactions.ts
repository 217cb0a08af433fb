/** What the cash desk makes of the news of other areas. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { claimsGranted, postReadyClaims } from './actions/claims/post-claims.ts';
import { matchReceipts } from './actions/match-receipts.ts';
import { receiveLines } from './actions/receive-lines.ts';
import { clearOwnLines } from './actions/reconciliation/clear-lines.ts';

/**
 * A file of the bank came in: lines that are entries of ours are cleared, a deposit of checks
 * first of all; the others become receipts, each once.
 */
export async function receive(context: Context, event: HeardEvent): Promise<void> {
  const companyId = idOf(event.payload['companyId']);
  if (companyId === undefined) return;
  await clearOwnLines(context, companyId);
  await receiveLines(context, companyId);
}

/** Receipts wait: what is certain is posted, the rest proposed. */
export async function match(context: Context, event: HeardEvent): Promise<void> {
  const companyId = idOf(event.payload['companyId']);
  if (companyId === undefined) return;
  await postReadyClaims(context, companyId);
  accepted(await matchReceipts(context, { companyId, receiptIds: 'all' }));
}

/** The adjustments of a payment of claims are granted: all of it is posted, if it still can be. */
export async function postGrantedClaims(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = idOf(payload['requestId']);
  if (requestId === undefined || payload['kind'] !== 'credit_memo') return;
  accepted(await claimsGranted(context, requestId));
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}
