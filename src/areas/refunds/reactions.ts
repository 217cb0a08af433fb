/** What refunds make of the news of other areas. */
import { type Id, parseId } from '#kernel/ids.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { lapsedRequest } from '#areas/clocks/index.ts';
import { clearCashed } from './actions/clear-cashed.ts';
import { findCredits } from './actions/find-credits.ts';
import { refundGranted, refundNotGranted } from './actions/decide-refund.ts';
import { payeeGranted, payeesNotGranted } from './actions/enter-payee.ts';
import { writeNotice } from './actions/write-notice.ts';

/** Approvals said yes: to a refund, or to where a customer wants money sent. */
export async function goOn(context: Context, { payload }: HeardEvent): Promise<void> {
  const requestId = requestOf(payload);
  if (requestId === undefined) return;
  if (payload['kind'] === 'refund') accepted(await refundGranted(context, requestId));
  if (payload['kind'] === 'bank_details') accepted(await payeeGranted(context, requestId));
}

/** Money came, went or moved on an account: its credits are looked at again. */
export async function lookAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) accepted(await findCredits(context, [accountId]));
}

/** A file of the bank came in: which checks and transfers of refunds are in it. */
export async function seeCashed(context: Context, { payload }: HeardEvent): Promise<void> {
  const { companyId } = payload;
  const known = typeof companyId === 'string' ? parseId(companyId) : undefined;
  if (known !== undefined) accepted(await clearCashed(context, known));
}

/** The money is on its way: the customer is told. */
export async function tellCustomer(context: Context, event: HeardEvent): Promise<void> {
  const { accountId, payload } = event;
  const { paymentId } = payload;
  const known = typeof paymentId === 'string' ? parseId(paymentId) : undefined;
  if (accountId === null || known === undefined) return;
  accepted(await writeNotice(context, { accountId, paymentId: known }));
}

/** Approvals said no. */
export async function letCreditGo(context: Context, event: HeardEvent): Promise<void> {
  await letPayeeGo(context, event);
  const { payload } = event;
  const requestId = requestOf(payload);
  if (requestId === undefined || payload['kind'] !== 'refund') return;
  accepted(await refundNotGranted(context, requestId, 'refused'));
}

/** Whoever asked thought better of it. */
export async function dropRefund(context: Context, event: HeardEvent): Promise<void> {
  await letPayeeGo(context, event);
  const { payload } = event;
  const requestId = requestOf(payload);
  if (requestId === undefined || payload['kind'] !== 'refund') return;
  accepted(await refundNotGranted(context, requestId, 'withdrawn'));
}

/** Nobody decided on it until its last day: the credit is free again. */
export async function letLapse(
  context: Context,
  { accountId, payload }: HeardEvent,
): Promise<void> {
  const requestId = lapsedRequest(payload);
  if (requestId === undefined) return;
  accepted(await refundNotGranted(context, requestId, 'refused'));
  if (accountId !== null) accepted(await payeesNotGranted(context, accountId));
}

/** Of bank details nobody is asked any longer. */
async function letPayeeGo(context: Context, { accountId, payload }: HeardEvent): Promise<void> {
  if (accountId === null || payload['kind'] !== 'bank_details') return;
  accepted(await payeesNotGranted(context, accountId));
}

function requestOf({ requestId }: HeardEvent['payload']): Id | undefined {
  return typeof requestId === 'string' ? parseId(requestId) : undefined;
}
