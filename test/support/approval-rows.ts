/**
 * One row for every kind of approval: how it is asked for, and how it is taken back afterwards.
 *
 * Whoever wires a kind adds its row here; the scenario walks the rows by the listeners of the
 * product.
 */
import { plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor, Context } from '#platform/action.ts';
import type { Role } from '#platform/auth/roles.ts';
import { askAuthority } from '#areas/approvals/actions/ask-authority.ts';
import { type ApprovalKind, standardAuthority } from '#areas/approvals/rules/authority.ts';
import { decideRun } from '#areas/charges/actions/decide-run.ts';
import { askWaiver, reinstateCharge } from '#areas/charges/actions/end-charge.ts';
import { prepareRun } from '#areas/charges/actions/prepare-run.ts';
import { setTerms } from '#areas/charges/actions/set-terms.ts';
import { noTerms } from '#areas/charges/rules/terms.ts';
import { chargesOf } from '#areas/charges/store/booked.ts';
import { askRelease, decideOrder } from '#areas/credit/actions/decide-order.ts';
import { ordersAtRisk } from '#areas/credit/store/open-orders.ts';
import { askLimit, setLimit } from '#areas/credit/actions/set-limit.ts';
import { decideCase } from '#areas/disputes/actions/decide-case.ts';
import { openDispute } from '#areas/disputes/actions/open-dispute.ts';
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { standingApplications } from '#areas/ledger/store/items.ts';
import { cancelPlan } from '#areas/promises/actions/plans/cancel-plan.ts';
import { offerPlan } from '#areas/promises/actions/plans/offer-plan.ts';
import { offerSettlement } from '#areas/promises/actions/settlements/offer-settlement.ts';
import { withdrawSettlement } from '#areas/promises/actions/settlements/withdraw-settlement.ts';
import { standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { plansOf } from '#areas/promises/store/plans/plans.ts';
import { settlementsOf } from '#areas/promises/store/settlements/settlements.ts';
import { type deskOwed1000, usd } from './builders.ts';
import { enterPayee } from '#areas/refunds/actions/enter-payee.ts';
import { requestRefund } from '#areas/refunds/actions/request-refund.ts';
import { withdrawRefund } from '#areas/refunds/actions/withdraw-refund.ts';
import { standardRefundPolicy } from '#areas/refunds/rules/findings.ts';
import { listRefunds } from '#areas/refunds/store/list.ts';
import { newId } from '#platform/ids.ts';
import { giveLimit, limitWish, placeOrder } from './credit.ts';

export type ApprovalDesk = Awaited<ReturnType<typeof deskOwed1000>>;

export type ApprovalRow = {
  readonly kind: ApprovalKind;
  /** Who asks; whoever holds every role, where nothing else is said. */
  readonly asker?: Role;
  /** Asks for it, so that a manager alone may not decide; answers the request. */
  ask(desk: ApprovalDesk, by: Actor): Promise<Id>;
  /** Takes back what was done, or asks for it as it was before. */
  reverse(desk: ApprovalDesk, by: Actor): Promise<unknown>;
};

/** A late fee of 1,200, booked: more than a manager waives alone. */
async function bookedCharge(desk: ApprovalDesk) {
  const { companyId, accountId } = desk;
  const fees = [{ currency: 'USD', from: '0', amount: '1200' }];
  const terms = { ...noTerms, fees, feeClause: '§ 8', alone: true };
  await desk.done((context) => setTerms(context, { companyId, terms }));
  const asOf = desk.clock.today();
  const { runId } = await desk.done((context) => prepareRun(context, { companyId, asOf }));
  const wish = { runId, said: 'yes', companies: 'all' } as const;
  await desk.done((context) => decideRun(context, wish));
  const [charge] = await chargesOf(desk.db, { accountId });
  if (!charge) throw new Error('a charge was booked');
  return { accountId, chargeItemId: charge.chargeItemId };
}

export const rows: readonly ApprovalRow[] = [
  {
    kind: 'waiver',
    async ask(desk, by) {
      const which = await bookedCharge(desk);
      const wish = { ...which, evidence: 'Their bank was closed' };
      return (await desk.done((context) => askWaiver(context, wish), by)).requestId;
    },
    async reverse(desk, by) {
      const [charge] = await chargesOf(desk.db, { accountId: desk.accountId });
      if (!charge) throw new Error('a charge was waived');
      return desk.done((context) => reinstateCharge(context, charge), by);
    },
  },
  {
    kind: 'credit_limit',
    async ask(desk, by) {
      const wish = { ...limitWish(desk, desk.accountId, usd('150000')), evidence: 'Audited 2025' };
      return (await desk.done((context) => askLimit(context, wish), by)).requestId;
    },
    reverse(desk, by) {
      const wish = limitWish(desk, desk.accountId, usd('1000'));
      return desk.done((context) => setLimit(context, wish), by);
    },
  },
  {
    kind: 'order_release',
    async ask(desk, by) {
      await giveLimit(desk, desk.accountId, usd('5000'));
      const { orderId } = await placeOrder(desk, desk.accountId, 'SO-1', { amount: '12000' });
      const wish = { orderId, evidence: 'Three good years' };
      return (await desk.done((context) => askRelease(context, wish), by)).requestId;
    },
    async reverse(desk, by) {
      const [order] = await ordersAtRisk(desk.db, [desk.accountId]);
      if (!order) throw new Error('there is no order');
      const wish = { orderId: order.orderId, act: 'hold', evidence: '' } as const;
      return desk.done(
        (context) => decideOrder(context, { ...wish, reviewOn: null, toMember: null }),
        by,
      );
    },
  },
  {
    kind: 'credit_memo',
    async ask(desk, by) {
      const { accountId, invoiceId: itemId } = desk;
      const items = [{ itemId, amount: usd('900'), lineNo: null }];
      const said = { reason: 'price', part: 'amount', note: '', saidBy: 'Ana' } as const;
      const wish = { accountId, items, ...said, ownerId: null };
      const { caseId } = await desk.done((context) => openDispute(context, wish), by);
      const decided = { decision: 'credit', amount: null, cause: 'price_wrong' } as const;
      const decision = { accountId, caseId, ...decided, note: 'The list of May.' };
      const { requestIds } = await desk.done((context) => decideCase(context, decision), by);
      const [requestId] = requestIds;
      if (!requestId) throw new Error('nothing was asked for');
      return requestId;
    },
    reverse: takeBackApplied,
  },
  {
    kind: 'write_off',
    async ask(desk, by) {
      const { accountId, invoiceId: itemId } = desk;
      const wish = { accountId, itemId, amount: usd('900'), evidence: 'The shop is closed.' };
      return (await desk.done((context) => askWriteOff(context, wish), by)).requestId;
    },
    reverse: takeBackApplied,
  },
  {
    kind: 'authority',
    async ask(desk, by) {
      const said = { ...standardAuthority.write_off, validDays: 7 };
      const wish = { companyId: desk.companyId, kind: 'write_off', said } as const;
      return (await desk.done((context) => askAuthority(context, wish), by)).requestId;
    },
    reverse(desk, by) {
      const said = standardAuthority.write_off;
      const wish = { companyId: desk.companyId, kind: 'write_off', said } as const;
      return desk.done((context) => askAuthority(context, wish), by);
    },
  },
  {
    kind: 'refund',
    async ask(desk, by) {
      const memo = { amount: '300', issued: '2026-07-10', number: 'CM-1' };
      const [itemId] = await desk.document(desk.accountId, 'credit_memo', memo);
      if (!itemId) throw new Error('a credit memo made no item');
      const parts = [{ itemId, amount: usd('300') }];
      const { accountId } = desk;
      const wish = { accountId, parts, payee: 'customer' as const, evidence: '' };
      return (await desk.done((context) => requestRefund(context, wish, standardRefundPolicy), by))
        .requestId;
    },
    async reverse(desk, by) {
      const [refund] = await listRefunds(desk.db, { companies: 'all' }, 1);
      if (!refund) throw new Error('no refund was asked for');
      return desk.done((context) => withdrawRefund(context, refund), by);
    },
  },
  {
    kind: 'plan',
    asker: 'collector',
    async ask(desk, by) {
      const wish = { ...planOf(desk), offeredTo: 'Ms Orr', note: 'Paid after the season' };
      const work = (context: Context) => offerPlan(context, wish, standardPlanPolicy);
      return askedOf(await desk.done(work, by));
    },
    async reverse(desk, by) {
      const [plan] = await plansOf(desk.db, [desk.accountId]);
      if (!plan) throw new Error('no plan was offered');
      return desk.done((context) => cancelPlan(context, plan), by);
    },
  },
  {
    kind: 'settlement',
    asker: 'collector',
    async ask(desk, by) {
      const payBy = plusDays(desk.clock.today(), 30);
      const said = { itemIds: [], offer: usd('600'), payBy, offeredTo: 'Ms Orr' };
      const wish = { accountId: desk.accountId, ...said, note: 'Leaving business' };
      const work = (context: Context) => offerSettlement(context, wish, standardPlanPolicy);
      return askedOf(await desk.done(work, by));
    },
    async reverse(desk, by) {
      const [settlement] = await settlementsOf(desk.db, [desk.accountId]);
      if (!settlement) throw new Error('no settlement was offered');
      return desk.done((context) => withdrawSettlement(context, settlement), by);
    },
  },
  {
    kind: 'bank_details',
    async ask(desk, by) {
      return (await desk.done((context) => enterPayee(context, details(desk)), by)).requestId;
    },
    // What went before is entered anew, and asked of a second person again.
    reverse: (desk, by) => desk.done((context) => enterPayee(context, details(desk)), by),
  },
];

function details({ accountId }: ApprovalDesk) {
  return {
    accountId,
    payeeId: newId(),
    kind: 'ach' as const,
    holder: 'North',
    bank: '021000021',
    accountType: 'checking' as const,
    number: '123456789',
    sealed: 'sealed',
    mark: 'mark',
    source: 'a letter',
    evidence: '',
  };
}

/** Takes back what was applied onto the invoice. */
async function takeBackApplied(desk: ApprovalDesk, by: Actor): Promise<unknown> {
  const { accountId, invoiceId } = desk;
  const [given] = await standingApplications(desk.db, accountId, invoiceId);
  if (!given) throw new Error('nothing was applied onto the invoice');
  const { applicationId } = given;
  const when = desk.clock.today();
  return desk.done(
    (context) => reverseApplication(context, { accountId, applicationId, when }),
    by,
  );
}

/** A first instalment after three weeks: later than a collector may agree to. */
function planOf({ accountId, clock }: ApprovalDesk) {
  return {
    accountId,
    currency: usd('1').currency,
    itemIds: [],
    down: usd('0'),
    fee: usd('0'),
    aprPct: decimal('0'),
    frequency: 'monthly' as const,
    count: 3,
    firstOn: plusDays(clock.today(), 21),
    days: [],
    edits: [],
    party: null,
  };
}

function askedOf({ requestId }: { readonly requestId: Id | null }): Id {
  if (requestId === null) throw new Error('nobody was asked');
  return requestId;
}
