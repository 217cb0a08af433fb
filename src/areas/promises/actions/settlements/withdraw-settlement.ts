/** Takes an offer of a settlement back before it is paid; money that came stays applied. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { settlementOf } from '../../store/settlements/settlements.ts';
import { tellSettlement, turnSettlement } from './turn-settlement.ts';

export type SettlementRef = { readonly accountId: Id; readonly settlementId: Id };

export type WithdrawSettlementRefusal =
  | 'plan.no_such_account'
  | 'settlement.no_such_settlement'
  | 'settlement.not_open';

export async function withdrawSettlement(
  context: Context,
  { accountId, settlementId }: SettlementRef,
  as: 'withdrawn' | 'refused' = 'withdrawn',
): Promise<Outcome<{ state: 'withdrawn' | 'refused' }, WithdrawSettlementRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('plan.no_such_account');
  const settlement = await settlementOf(context.tx, accountId, settlementId);
  if (!settlement) return refuse('settlement.no_such_settlement');
  const { state, paid, waived } = settlement;
  if (state !== 'asked' && state !== 'open') return refuse('settlement.not_open', { state });
  const next = { accountId, settlementId, paid, waived, requestId: null, on: context.today };
  await turnSettlement(context, { ...next, state: as });
  await tellSettlement(context, settlement, as, context.reason);
  return accept({ state: as });
}
