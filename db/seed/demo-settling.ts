/**
 * What waits at the invented desk for somebody's word: a settlement, a complaint, a run of
 * charges, an account to be agreed with its customer.
 */
import { plusDays } from '#kernel/day.ts';
import { currency, formatMoney, money, sum } from '#kernel/money.ts';
import { prepareRun } from '#areas/charges/actions/prepare-run.ts';
import { setTerms } from '#areas/charges/actions/set-terms.ts';
import { noTerms } from '#areas/charges/rules/terms.ts';
import { receiveComplaint } from '#areas/complaints/actions/work-complaint.ts';
import { offerSettlement } from '#areas/promises/actions/settlements/offer-settlement.ts';
import { standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { beginReconciliation } from '#areas/reconciliations/actions/begin-reconciliation.ts';
import { enterTheirs } from '#areas/reconciliations/actions/enter-theirs.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';
import { openDebts } from './demo-money.ts';
import { someoneLate } from './demo-plans.ts';
import { payShort } from './demo-short-pay.ts';

/** Played on the desk's own day, after everything that pays. */
export async function leaveOpen(desk: Desk, cast: Cast): Promise<void> {
  await askToSettle(desk, cast);
  await payShort(desk, cast);
  await hearComplaint(desk);
  await compareBooks(desk, cast);
  await prepareCharges(desk, cast);
}

/** Four fifths of it by the end of the month: more than a collector may give. */
async function askToSettle(desk: Desk, cast: Cast): Promise<void> {
  const found = (await someoneLate(desk, cast, 'es')) ?? (await someoneLate(desk, cast));
  if (!found) return;
  const { account, debts } = found;
  const { accountId, ownerId: by, contact, currency: code } = account;
  const owed = sum(
    debts.map(({ open }) => open),
    currency(code),
  );
  const note = 'Cierran una tienda; ofrecen el 80 % de una vez.';
  await act(desk, { action: 'promises.offer_settlement', by, reason: note }, (context) =>
    offerSettlement(
      context,
      {
        accountId,
        itemIds: debts.map(({ itemId }) => itemId),
        offer: money((owed.minor * 4n) / 5n, owed.currency),
        payBy: plusDays(context.today, 14),
        offeredTo: contact ?? 'Cuentas por pagar',
        note,
      },
      standardPlanPolicy,
    ),
  );
}

async function hearComplaint(desk: Desk): Promise<void> {
  const account = (await lateAccounts(desk)).filter(({ ownerId }) => ownerId !== null)[17];
  if (!account) return;
  const { accountId, ownerId: by, contact, language } = account;
  const [subject, text] =
    language === 'es'
      ? ['Dos recordatorios por una factura pagada', 'Pagamos el día 3 y nos escriben otra vez.']
      : ['Two reminders for a paid invoice', 'We paid on the 3rd and were written to again.'];
  await act(desk, { action: 'complaints.receive', by, reason: 'Said on the telephone' }, (c) =>
    receiveComplaint(c, {
      accountId,
      class: 'service',
      severity: 'medium',
      subject,
      text,
      saidBy: contact ?? 'Accounts payable',
      channel: 'phone',
      receivedOn: c.today,
      mailId: null,
    }),
  );
}

/** Their list has one invoice for less, one that we do not know, and lacks the last. */
async function compareBooks(desk: Desk, cast: Cast): Promise<void> {
  for (const { accountId, ownerId: by, currency: code } of (await lateAccounts(desk)).slice(12)) {
    const debts = await openDebts(desk, cast, accountId);
    if (debts.length < 3) continue;
    const asked = { action: 'reconciliations.begin', by, reason: 'Their auditor asks for it' };
    const { reconciliationId } = await act(desk, asked, (context) => {
      const toOn = plusDays(context.today, -1);
      const stretch = { fromOn: plusDays(toOn, -90), toOn, family: false };
      return beginReconciliation(context, { accountId, currency: currency(code), ...stretch });
    });
    const rows = debts.slice(0, -1).map(({ number, open }, at) => {
      const less = at === 0 ? open.minor / 10n : 0n;
      return [number, formatMoney(money(open.minor - less, open.currency))];
    });
    const theirs = { source: 'statement.csv', rows: [...rows, ['INV-88071', '412.50']] };
    const entered = { action: 'reconciliations.enter_theirs', by, reason: 'Came by mail' };
    await act(desk, entered, (context) =>
      enterTheirs(context, { accountId, reconciliationId, closing: null, ...theirs }),
    );
    return;
  }
}

/** What late payers are charged for the month, frozen until the manager says yes. */
async function prepareCharges(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const interest = { ratePct: '1.25', per: 'month', dayCount: 'ACT/365F', clause: '§ 9' } as const;
  const terms = { ...noTerms, graceDays: 10, interest };
  const controller = people.get('controller') ?? null;
  const agreed = { action: 'charges.set_terms', by: controller, reason: 'As in our terms of sale' };
  await act(desk, agreed, (context) => setTerms(context, { companyId, terms }));
  const by = people.get('senior') ?? null;
  await act(desk, { action: 'charges.prepare_run', by, reason: 'The run of the month' }, (c) =>
    prepareRun(c, { companyId, asOf: c.today }),
  );
}
