/**
 * Judges settlements by the money that came: paid in full by the day, the rest is written off
 * under the authority that was given with the offer; late, the offer is void and the money stays
 * where it was applied.
 *
 * Money of an earlier day that is recorded late still counts: who paid in time has settled.
 */
import { type Day, earlier, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, isPositive, minus, smaller, sum, zero } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { applyCredit, lockAccounts, writeOffSettled } from '#areas/ledger/index.ts';
import { type SettlementPayment, settlementStanding } from '../../rules/settlements/settlement.ts';
import { accountsWithPlan } from '../../store/plans/concerned.ts';
import { coverable } from '../../store/plans/drawing.ts';
import {
  type StoredSettlement,
  looseReceipts,
  settlementsOf,
} from '../../store/settlements/settlements.ts';
import { type AgreedMoney, agreedMoney } from './agreed-money.ts';
import { tellSettlement, turnSettlement } from './turn-settlement.ts';

/** Answers how many came to an end. */
export async function judgeSettlements(
  context: Context,
  accountIds: readonly Id[] | 'all',
): Promise<Outcome<{ changed: number }, never>> {
  const { tx } = context;
  const concerned = await accountsWithPlan(tx, accountIds);
  if (concerned.length === 0) return accept({ changed: 0 });
  await lockAccounts(tx, concerned);
  const standing = (await settlementsOf(tx, concerned)).filter(
    ({ state }) => state === 'open' || state === 'void_late',
  );
  let changed = 0;
  for (const settlement of standing) {
    // Anew each time: what the one before took is applied by now.
    const money = (await agreedMoney(tx, settlement.accountId)).get(settlement.settlementId);
    if (money && (await judgeOne(context, settlement, money))) changed += 1;
  }
  return accept({ changed });
}

async function judgeOne(
  context: Context,
  settlement: StoredSettlement,
  { applied, loose }: AgreedMoney,
): Promise<boolean> {
  const { today } = context;
  const { accountId, settlementId, state, balance, offer, payBy } = settlement;
  const payments = [...applied, ...loose];
  const { status } = settlementStanding({ balance, offer, payBy }, payments, today);
  const paid = smaller(total(payments, today, offer), balance);
  if (status === 'open' || status === state) return false;
  const verdict = { accountId, settlementId, paid, requestId: null };
  if (status === 'void_late') {
    const on = plusDays(payBy, 1);
    await turnSettlement(context, { ...verdict, state: status, on, waived: zero(offer.currency) });
  } else {
    const share = sum(
      loose.map(({ amount }) => amount),
      offer.currency,
    );
    await applyLoose(context, settlement, share);
    const itemIds = settlement.items.map(({ itemId }) => itemId);
    const wish = { accountId, itemIds, currency: offer.currency };
    const { waived } = accepted(await writeOffSettled(context, wish));
    const on = reachedOn(payments, offer) ?? today;
    await turnSettlement(context, { ...verdict, state: status, on, waived });
  }
  await tellSettlement(context, settlement, status, '');
  return true;
}

/** Its share of what came in time goes to the debts of the settlement, the oldest first. */
async function applyLoose(
  context: Context,
  settlement: StoredSettlement,
  share: Money,
): Promise<void> {
  const { tx, today } = context;
  const { accountId, offer, payBy, madeOn, items } = settlement;
  const { currency } = offer;
  const ours = new Set(items.map(({ itemId }) => itemId));
  const receipts = await looseReceipts(tx, { accountId, currency }, madeOn, earlier(payBy, today));
  const debts = (await coverable(tx, accountId, currency)).filter(({ itemId }) => ours.has(itemId));
  const left = debts.map(({ itemId, open }) => ({ itemId, open }));
  let rest = share;
  for (const receipt of receipts) {
    let has = smaller(receipt.open, rest);
    for (const debt of left) {
      const amount = smaller(has, debt.open);
      if (!isPositive(amount)) continue;
      const wish = { accountId, creditItemId: receipt.itemId, debitItemId: debt.itemId };
      accepted(await applyCredit(context, { ...wish, amount, effectiveOn: today }));
      has = minus(has, amount);
      rest = minus(rest, amount);
      debt.open = minus(debt.open, amount);
    }
  }
}

function total(payments: readonly SettlementPayment[], today: Day, like: Money): Money {
  return sum(
    payments.filter(({ on }) => on <= today).map(({ amount }) => amount),
    like.currency,
  );
}

/** The day on which the money reached the offer. */
function reachedOn(payments: readonly SettlementPayment[], offer: Money): Day | undefined {
  let running = 0n;
  for (const { on, amount } of payments.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    running += amount.minor;
    if (running >= offer.minor) return on;
  }
  return undefined;
}
