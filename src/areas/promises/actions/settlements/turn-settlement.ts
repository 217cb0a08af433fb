/** Gives a settlement its next state, its deadline, and says so to whoever listens. */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import type { SettlementState } from '../../rules/settlements/states.ts';
import { debtorOf } from '../../store/plans/drawing.ts';
import {
  type NewSettlement,
  type SettlementVerdict,
  insertSettlementVerdict,
} from '../../store/settlements/settlements.ts';

export async function turnSettlement(
  context: Context,
  verdict: Omit<SettlementVerdict, 'reason'>,
): Promise<void> {
  const { settlementId, state } = verdict;
  await insertSettlementVerdict(context, { ...verdict, reason: context.reason });
  context.did({ what: `settlement ${state}`, id: settlementId });
  if (state === 'asked' || state === 'open') return;
  const how = state === 'fulfilled' ? 'met' : 'void';
  await stopClock(context, { key: clockOf(settlementId), how, reason: state });
}

type Terms = Pick<
  NewSettlement,
  'accountId' | 'settlementId' | 'offer' | 'balance' | 'payBy' | 'offeredTo'
>;

/** The offer stands: its day is a deadline from now on. */
export async function openSettlement(context: Context, made: Terms): Promise<void> {
  const { accountId, settlementId, offer, payBy } = made;
  const debtor = await debtorOf(context.tx, accountId);
  if (!debtor) return;
  await startClock(context, {
    key: clockOf(settlementId),
    kind: 'settlement_offer',
    companyId: debtor.companyId,
    accountId,
    about: { kind: 'settlement', id: settlementId },
    startedOn: context.today,
    dueOn: payBy,
    source: 'agreement',
    ownerId: null,
    facts: { name: debtor.name, amount: formatMoney(offer), currency: offer.currency },
  });
}

export async function tellSettlement(
  context: Context,
  made: Terms,
  state: SettlementState,
  text: string,
): Promise<void> {
  const { accountId, settlementId, offer, balance, payBy, offeredTo } = made;
  await recordActivity(context, {
    accountId,
    kind: 'plan',
    phrase: `activity.settlement_${state}`,
    facts: {
      offer: formatMoney(offer),
      balance: formatMoney(balance),
      currency: offer.currency,
      payBy,
      who: offeredTo,
    },
    text: text.trim() === '' ? null : text.trim(),
    touch: state === 'asked' || state === 'open' || state === 'withdrawn',
  });
  const payload = { settlementId, state };
  await context.tell({ name: 'promises.settlement_changed', accountId, payload });
}

function clockOf(settlementId: Id): string {
  return `settlement/${settlementId}`;
}
