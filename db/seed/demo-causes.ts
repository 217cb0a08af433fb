/** Why some invented customers pay late, what is done about one, and one month reviewed. */
import { plusMonths, startOfMonth } from '#kernel/day.ts';
import { noteLateCause } from '#areas/disputes/actions/note-late-cause.ts';
import { reviewCauses } from '#areas/disputes/actions/review-causes.ts';
import { readCauses } from '#areas/disputes/answers/causes.ts';
import type { RootCause } from '#areas/disputes/rules/cause.ts';
import { makeActionPlan } from '#areas/escalations/actions/make-action-plan.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act, attempt } from './demo-desk.ts';

const said: readonly (readonly [cause: RootCause, note: string])[] = [
  ['invoice_not_received', 'Invoices still go to the clerk who left in spring.'],
  ['reference_missing', 'Sin orden de compra, su sistema rechaza la factura.'],
  ['customer_cash_flow', 'Their season starts in March; they pay when stock turns.'],
  ['customer_process', 'Pagan solo los días 10 y 25, con dos firmas.'],
  ['invoice_not_received', 'Their portal wants every invoice uploaded by hand.'],
  ['price_wrong', 'The new price list had not reached their buyer.'],
  ['reference_missing', 'Delivery number is missing on the invoice.'],
];

/** Those who are late for the same reasons as in any desk: most of them are ours to mend. */
export async function explainLateness(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const accounts = await lateAccounts(desk);
  for (const [at, [cause, note]] of said.entries()) {
    const account = accounts[at * 3];
    if (!account) continue;
    const { accountId, ownerId: by } = account;
    await attempt(desk, { action: 'disputes.note_late_cause', by, reason: note }, (context) =>
      noteLateCause(context, { accountId, itemIds: [], cause, note }),
    );
  }
  const refusing = accounts[1];
  if (refusing) {
    const { accountId, ownerId } = refusing;
    const goal = 'A day of payment, or a decision by the end of the month.';
    await attempt(desk, { action: 'escalations.make_action_plan', by: ownerId }, (context) =>
      makeActionPlan(context, { accountId, response: 'broke_promise', goal, ownerId }),
    );
  }
  const month = plusMonths(startOfMonth(desk.clock.today()), -1);
  const figures = await readCauses(desk.db, { companies: [companyId] });
  await act(
    desk,
    { action: 'disputes.review_causes', by: people.get('manager') ?? null },
    (context) =>
      reviewCauses(context, {
        companyId,
        month,
        findings: 'Invoices that never arrived and missing order numbers make most of it.',
        actions:
          'Portal customers get their invoices by upload; billing asks for the order number.',
        figures,
      }),
  );
}
