/** Money that goes back at the invented company: two students, and refunds in several states. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money, zero } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/index.ts';
import { saveSetting } from '#areas/refunds/actions/save-setting.ts';
import { requestRefund } from '#areas/refunds/actions/request-refund.ts';
import { standardRefundPolicy } from '#areas/refunds/rules/findings.ts';
import { recordAid, recordCharge } from '#areas/students/actions/record-money.ts';
import { recordTerm } from '#areas/students/actions/record-term.ts';
import { recordWithdrawal } from '#areas/students/actions/record-withdrawal.ts';
import type { Desk } from '#platform/action.ts';
import { usd } from './demo-book.ts';
import type { Cast } from './demo-cast.ts';
import { act } from './demo-desk.ts';

const cents = (whole: number) => money(BigInt(whole) * 100n, usd);

/** Played on the desk's own day, after everything else. */
export async function playRefunds(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const by = people.get('collector') ?? null;
  await act(desk, { action: 'refunds.save_setting' }, (context) =>
    saveSetting(context, {
      companyId,
      method: 'check',
      details: { firstNumber: '20501', bankAccount: '…4471' },
    }),
  );
  const [stays, leaves] = await students(desk, companyId);
  await termOf(desk, stays, { paidOn: plusDays(desk.clock.today(), -5), pell: 3900, loan: 2300 });
  await termOf(desk, leaves, { paidOn: plusDays(desk.clock.today(), -50), pell: 3000, loan: 1700 });
  // What goes back is due in two days: work on the list of the day.
  const determinedOn = plusDays(desk.clock.today(), -43);
  await act(desk, { action: 'students.record_withdrawal', by }, (context) =>
    recordWithdrawal(context, {
      accountId: leaves,
      term,
      withdrawnOn: plusDays(determinedOn, -3),
      determinedOn,
      attended: {
        isTreatedAsNeverAttended: false,
        isAidReturned: false,
        areChargesRefunded: false,
        isBalanceWrittenOff: false,
      },
    }),
  );
  await askTwice(desk, stays, { by, manager: people.get('manager') ?? null });
}

const term = 'FALL';

async function students(desk: Desk, companyId: Id): Promise<[Id, Id]> {
  return act(desk, { action: 'customers.ensure_accounts' }, async (context) => {
    const stated = [
      { customerNumber: 'STU-2041', name: 'Elena Marín' },
      { customerNumber: 'STU-2077', name: 'Jordan Blake' },
    ];
    const made = await ensureAccounts(context, companyId, stated, { source: 'demo' });
    const [one, other] = stated.map(({ customerNumber }) => made.get(customerNumber)?.accountId);
    if (!one || !other) throw new Error('the students of the story were not made');
    return accept([one, other] satisfies [Id, Id]);
  });
}

type Paid = { readonly paidOn: Day; readonly pell: number; readonly loan: number };

/** A term of which a hundred days are planned, the tuition, and the aid that came for it. */
async function termOf(desk: Desk, accountId: Id, { paidOn, pell, loan }: Paid): Promise<void> {
  const startsOn = plusDays(desk.clock.today(), -60);
  const common = { accountId, term, document: null, externalId: null };
  await act(desk, { action: 'students.record_term' }, (context) =>
    recordTerm(context, {
      accountId,
      term,
      startsOn,
      endsOn: plusDays(startsOn, 109),
      classesFrom: startsOn,
      breaks: [{ start: plusDays(startsOn, 70), end: plusDays(startsOn, 78) }],
      parentName: '',
    }),
  );
  await act(desk, { action: 'students.record_charge' }, (context) =>
    recordCharge(context, {
      ...common,
      kind: 'tuition',
      authorised: false,
      amount: cents(5000),
      on: plusDays(startsOn, 2),
    }),
  );
  for (const [programme, whole] of [
    ['pell', pell],
    ['unsub', loan],
  ] as const) {
    await act(desk, { action: 'students.record_aid' }, (context) =>
      recordAid(context, {
        ...common,
        programme,
        state: 'disbursed',
        amount: cents(whole),
        on: paidOn,
      }),
    );
  }
}

type Hands = { readonly by: Id | null; readonly manager: Id | null };

/** Two credits that are asked back: one waits for a manager, one has been agreed to. */
async function askTwice(desk: Desk, accountId: Id, { by, manager }: Hands): Promise<void> {
  for (const [number, whole] of [
    ['CR-5001', 180],
    ['CR-5002', 95],
  ] as const) {
    const itemId = await creditMemo(desk, accountId, number, whole);
    const reason = number === 'CR-5001' ? 'Housing deposit, asked by phone' : 'Depósito de llaves';
    const { requestId } = await act(desk, { action: 'refunds.request_refund', by, reason }, (c) =>
      requestRefund(
        c,
        { accountId, parts: [{ itemId, amount: cents(whole) }], payee: 'customer', evidence: '' },
        standardRefundPolicy,
      ),
    );
    if (number === 'CR-5001') continue;
    const agreed = { action: 'approvals.decide_request', by: manager, reason: 'Seen the receipt' };
    await act(desk, agreed, (context) =>
      decideRequest(context, { requestId, said: 'yes', companies: 'all' }),
    );
  }
}

async function creditMemo(desk: Desk, accountId: Id, number: string, whole: number): Promise<Id> {
  const on = desk.clock.today();
  const posted = await act(desk, { action: 'ledger.post_item' }, (context) =>
    postItem(context, {
      accountId,
      kind: 'credit_memo',
      documentId: null,
      number,
      reference: null,
      issuedOn: on,
      net: cents(whole),
      tax: zero(usd),
      dues: [{ dueOn: on, amount: cents(whole) }],
    }),
  );
  const [itemId] = posted.itemIds;
  if (itemId === undefined) throw new Error('a credit memo of the story made no item');
  return itemId;
}
