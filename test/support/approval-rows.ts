/**
 * One row for every kind of approval: how it is asked for, and how it is taken back afterwards.
 *
 * Whoever wires a kind adds its row here and takes the kind off the list of those that wait; the
 * scenario walks the rows by the listeners of the product.
 */
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
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
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { standingApplications } from '#areas/ledger/store/items.ts';
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
  /** Asks for it, so that a manager alone may not decide; answers the request. */
  ask(desk: ApprovalDesk, by: Actor): Promise<Id>;
  /** Takes back what was done, or asks for it as it was before. */
  reverse(desk: ApprovalDesk, by: Actor): Promise<unknown>;
};

/** Kinds whose areas have not wired them yet. */
export const waiting: readonly ApprovalKind[] = [
  'credit_memo',
  'plan',
  'settlement',
];

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
    kind: 'write_off',
    async ask(desk, by) {
      const { accountId, invoiceId: itemId } = desk;
      const wish = { accountId, itemId, amount: usd('900'), evidence: 'The shop is closed.' };
      return (await desk.done((context) => askWriteOff(context, wish, standardPolicy), by))
        .requestId;
    },
    async reverse(desk, by) {
      const { accountId, invoiceId } = desk;
      const [given] = await standingApplications(desk.db, accountId, invoiceId);
      if (!given) throw new Error('nothing was written off');
      const { applicationId } = given;
      const when = desk.clock.today();
      return desk.done(
        (context) => reverseApplication(context, { accountId, applicationId, when }),
        by,
      );
    },
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
