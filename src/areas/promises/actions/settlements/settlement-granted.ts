/** An approved settlement stands from now on; a day that has passed meanwhile ends it instead. */
import { type Id, parseId } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, settleRequest } from '#areas/approvals/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { settlementOf } from '../../store/settlements/settlements.ts';
import { openSettlement, tellSettlement, turnSettlement } from './turn-settlement.ts';

export async function settlementGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'settlement');
  if (!request) return accept({ done: false });
  // What offerSettlement kept.
  const subject = request.subject as { accountId: string; settlementId: string };
  const [accountId, settlementId] = [parseId(subject.accountId), parseId(subject.settlementId)];
  if (accountId === undefined || settlementId === undefined) return accept({ done: false });
  await lockAccount(context.tx, accountId);
  const settlement = await settlementOf(context.tx, accountId, settlementId);
  if (settlement?.state !== 'asked') {
    const facts = { state: settlement?.state ?? '' };
    const detail = { refusal: 'settlement.not_open', facts };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  const { today } = context;
  const { paid, waived, payBy } = settlement;
  const next = { accountId, settlementId, paid, waived, requestId, on: today };
  if (payBy < today) {
    await turnSettlement(context, { ...next, state: 'void_late' });
    await tellSettlement(context, settlement, 'void_late', '');
    const detail = { refusal: 'settlement.day_has_passed', facts: { day: payBy, today } };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  await turnSettlement(context, { ...next, state: 'open' });
  await openSettlement(context, settlement);
  await tellSettlement(context, settlement, 'open', '');
  await settleRequest(context, requestId, { how: 'done', detail: { settlementId } });
  return accept({ done: true });
}
