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
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { standingApplications } from '#areas/ledger/store/items.ts';
import { deskOwed1000, usd } from './builders.ts';

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
  'refund',
  'credit_memo',
  'waiver',
  'credit_limit',
  'order_release',
  'plan',
  'settlement',
  'bank_details',
];

export const rows: readonly ApprovalRow[] = [
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
];
