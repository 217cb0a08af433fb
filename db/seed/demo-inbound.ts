/**
 * Customers of the invented desk who call by themselves: one says that it is paid, one wants to
 * be called back today. Both are verified, and both come up where a collector will see them.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import type { Came } from '#areas/correspondence/actions/calls/do-outcomes.ts';
import { endCall } from '#areas/correspondence/actions/calls/end-call.ts';
import { takeCall } from '#areas/correspondence/actions/calls/take-call.ts';
import type { Desk } from '#platform/action.ts';
import { type LateAccount, lateAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';

/** Days before today on which they call. */
const daysAgo = 3;

export async function customersCall(then: Desk): Promise<void> {
  const known = (await lateAccounts(then)).filter(({ ownerId, contact }) => ownerId && contact);
  const [paid, busy] = [known[5], known[8]];
  const day = then.clock.today();
  if (paid) {
    const amount = money(paid.overdue / 4n, paid.currency);
    const said = { method: 'check', reference: '10234', paidOn: plusDays(day, -2) } as const;
    await calls(then, paid, { outcome: 'already_paid', ...said, amount, itemIds: [] });
  }
  if (busy) {
    const on = plusDays(day, daysAgo);
    const zone = 'America/Chicago';
    const number = '512-555-0142';
    await calls(then, busy, { outcome: 'callback', on, minutes: 600, zone, number });
  }
}

async function calls(then: Desk, account: LateAccount, came: Came): Promise<void> {
  const { accountId, language, ownerId: by } = account;
  const contact = await firstContact(then, accountId);
  if (!contact) return;
  const { contactId, name: person } = contact;
  const answers = [
    { check: 'account', right: true },
    { check: 'invoice', right: true },
  ] as const;
  const caller = { accountId, contactId, person, language, answers, number: '' };
  const reason = `a call of ${person}`;
  const taken = await act(then, { action: 'correspondence.take_call', by, reason }, (context) =>
    takeCall(context, { ...caller, relation: 'accounts_payable' }),
  );
  const { callId } = taken;
  await act(then, { action: 'correspondence.end_call', by, reason }, (context) =>
    endCall(context, {
      accountId,
      callId,
      came: [came],
      seconds: 140,
      note: '',
      nextOn: null,
      confirm: 'none',
    }),
  );
}

async function firstContact(then: Desk, accountId: Id) {
  const account = await findAccount(then.db, accountId);
  return account && (await contactsOf(then.db, account.customerId))[0];
}
