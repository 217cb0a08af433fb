/**
 * Offers to take less than is owed for all of it, if it comes in full by a day.
 *
 * What would be waived needs authority before the customer hears of it: one's own, or an approval
 * that this same act asks for. Until it is granted the offer does not stand.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type Money,
  currency,
  formatMoney,
  isPositive,
  minus,
  money,
  sum,
  zero,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { requestApproval } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { bookedBase, lockAccount } from '#areas/ledger/index.ts';
import { type Verdict, whoMaySettle } from '../../rules/plans/bounds.ts';
import type { PlanPolicy } from '../../rules/plans/policy.ts';
import { debtorOf } from '../../store/plans/drawing.ts';
import { insertSettlement } from '../../store/settlements/settlements.ts';
import { agreeingAs } from '../plans/agreeing-as.ts';
import { type CoverRefusal, coveredItems } from '../plans/draw-plan.ts';
import { openSettlement, tellSettlement, turnSettlement } from './turn-settlement.ts';

export type OfferSettlement = {
  readonly accountId: Id;
  /** Empty: every open debt of the currency that nothing else covers. */
  readonly itemIds: readonly Id[];
  readonly offer: Money;
  readonly payBy: Day;
  readonly offeredTo: string;
  readonly note: string;
};

export type OfferSettlementRefusal =
  | CoverRefusal
  | RequestRefusal
  | 'ledger.no_rate'
  | 'settlement.beyond_authority'
  | 'settlement.day_has_passed'
  | 'settlement.not_below_debt';

export type SettlementOffered = { readonly settlementId: Id; readonly requestId: Id | null };

export async function offerSettlement(
  context: Context,
  wish: OfferSettlement,
  policy: PlanPolicy,
): Promise<Outcome<SettlementOffered, OfferSettlementRefusal>> {
  const { tx, today } = context;
  const { accountId, offer, payBy } = wish;
  if (!(await lockAccount(tx, accountId))) return refuse('plan.no_such_account');
  const items = await coveredItems(tx, { ...wish, currency: offer.currency });
  if (!items.ok) return items;
  const balance = sum(
    items.value.map(({ open }) => open),
    offer.currency,
  );
  if (!isPositive(offer) || offer.minor >= balance.minor) {
    return refuse('settlement.not_below_debt', {
      offer: formatMoney(offer),
      debt: formatMoney(balance),
    });
  }
  if (payBy < today) return refuse('settlement.day_has_passed', { day: payBy, today });
  const roles = await agreeingAs(tx, context.actor);
  const verdict = whoMaySettle(balance, offer, roles, policy.bounds);
  const { mine, least } = verdict;
  if (least === null) return refuse('settlement.beyond_authority', { who: 'nobody' });
  const settlementId = context.newId();
  const asked = mine ? null : await ask(context, wish, { settlementId, balance, verdict });
  if (asked !== null && !asked.ok) return asked;

  const requestId = asked?.value.requestId ?? null;
  const covered = items.value.map(({ itemId, open }) => ({ itemId, covered: open }));
  const needsRole = mine ? null : least;
  const made = { ...wish, settlementId, balance, needsRole, items: covered };
  await insertSettlement(context, made);
  const none = zero(offer.currency);
  const first = { accountId, settlementId, paid: none, waived: none, requestId };
  await turnSettlement(context, { ...first, state: mine ? 'open' : 'asked', on: today });
  if (mine) await openSettlement(context, made);
  await tellSettlement(context, made, mine ? 'open' : 'asked', wish.note);
  return accept({ settlementId, requestId });
}

async function ask(
  context: Context,
  { accountId, offer, note }: OfferSettlement,
  made: { readonly settlementId: Id; readonly balance: Money; readonly verdict: Verdict },
) {
  const { settlementId, balance, verdict } = made;
  const debtor = await debtorOf(context.tx, accountId);
  if (!debtor) return refuse('plan.no_such_account');
  const waived = minus(balance, offer);
  const base = currency(debtor.baseCurrency);
  const weight = await bookedBase(context.tx, waived, base, context.today);
  if (!weight.ok) return refuse('ledger.no_rate', weight.facts);
  return requestApproval(context, {
    companyId: debtor.companyId,
    accountId,
    kind: 'settlement',
    subjectKey: settlementId,
    subject: { accountId, settlementId },
    facts: { name: debtor.name },
    amount: waived,
    weight: money(weight.value, base),
    ...(verdict.least === null ? {} : { least: verdict.least }),
    evidence: note,
  });
}
