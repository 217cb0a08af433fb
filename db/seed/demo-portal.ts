/**
 * A customer of the invented desk that takes invoices in a portal of its own and nowhere else:
 * somebody has put them in, one of them came back.
 */
import { plusDays } from '#kernel/day.ts';
import { setDelivery } from '#areas/customers/actions/set-delivery.ts';
import { notePortal } from '#areas/statements/actions/note-portal.ts';
import { portalInvoices } from '#areas/statements/store/portal.ts';
import type { Desk } from '#platform/action.ts';
import { lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

/** More than one account has open. */
const most = 100;

/** From this day they want everything in the portal; what is open is put in the same day. */
export async function moveToPortal(then: Desk): Promise<void> {
  const known = (await lateAccounts(then)).filter(({ ownerId, contact }) => ownerId && contact);
  const account = known[10];
  if (!account) return;
  const { accountId, ownerId: by } = account;
  const reason = 'Their letter: invoices count from the day they are in the portal';
  await act(then, { action: 'customers.set_delivery', by, reason }, (context) =>
    setDelivery(context, {
      accountId,
      rule: 'portal',
      statementForm: 'open_item',
      consolidated: false,
      portalName: 'SupplierGate',
      portalUrl: 'https://suppliergate.example/inbox',
    }),
  );
  const waiting = await portalInvoices(then.db, { companies: 'all', accountId }, most);
  for (const [at, { documentId }] of waiting.entries()) {
    const reference = `SG-${40_311 + at}`;
    const wish = { accountId, documentId, state: 'submitted', reference } as const;
    const put = { action: 'statements.note_portal', by, reason: 'Put in by hand' };
    await act(then, put, (context) => notePortal(context, { ...wish, on: context.today }));
  }
}

/** Looked up again: the oldest came back, the next is approved. */
export async function lookIntoPortal(then: Desk): Promise<void> {
  const said = [
    ['rejected', 'PO 4500 closed: ask the buyer for a new one'],
    ['approved', 'Aprobada para la próxima corrida de pagos'],
  ] as const;
  const open = { companies: 'all', state: 'submitted' } as const;
  const [first, second] = await portalInvoices(then.db, open, said.length);
  for (const [at, invoice] of [first, second].entries()) {
    const [state, reason] = said[at] ?? said[0];
    if (!invoice) continue;
    const { accountId, documentId, reference } = invoice;
    const on = plusDays(then.clock.today(), -1);
    await act(then, { action: 'statements.note_portal', reason }, (context) =>
      notePortal(context, { accountId, documentId, state, on, reference }),
    );
  }
}
