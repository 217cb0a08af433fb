/** A refund by check on paper: printed from the list of files, told to the bank by positive pay. */
import { expect, test } from 'vitest';
import { type Id, id as parsedId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { type Outcome } from '#kernel/outcome.ts';
import { accepted, type Actor, type Context, type Desk, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import type { Role } from '#platform/auth/roles.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { findAccount } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/index.ts';
import { makePayout } from '#areas/refunds/actions/make-payout.ts';
import { refundGranted } from '#areas/refunds/actions/decide-refund.ts';
import { releaseRefund } from '#areas/refunds/actions/release-refund.ts';
import { requestRefund } from '#areas/refunds/actions/request-refund.ts';
import { saveSetting } from '#areas/refunds/actions/save-setting.ts';
import { standardRefundPolicy } from '#areas/refunds/rules/findings.ts';
import { addMember } from '#areas/team/index.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { documentWish, usd } from '#test/support/builders.ts';
import { password } from '#test/support/live-desk.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';
import { vault } from '#test/support/refund-desk.ts';

const screens = useScreens({
  customers: 12,
  env: { DUNLIN_SECRET_KEY: 'a key of the test, long enough for one' },
});
const job: Actor = { ref: 'job:test', memberId: null };

test('the treasurer prints the checks of a file and fetches what the bank is told', async () => {
  const rosa = await screens.open(paths.aging, { as: 'collector' });
  const { id } = await anAccount(rosa);
  const { desk, today } = screens.live();
  await payByCheck(desk, parsedId(id));
  const tess = { name: 'Tess', email: 'tess@desk.example', password };
  const page = await screens.live().pageOf(screens.browser(), tess);
  await page.goto(paths.refundFiles);
  const print = page.getByRole('link', { name: 'Print the checks' });
  await print.waitFor();
  await settled(page);
  await nothingFound(page);
  const sheet = await page.request.get((await print.getAttribute('href')) ?? '');
  expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const bank = page.getByRole('region', { name: 'Positive pay of', exact: false });
  const fetched = bank.getByRole('link', { name: 'Fetch the file' });
  const list = await page.request.get((await fetched.getAttribute('href')) ?? '');
  expect(await list.text()).toContain(`7001,${today},`);
});

/** $40 that came back to a customer by check 7001. */
async function payByCheck(desk: Desk, accountId: Id): Promise<void> {
  const [sam, maya, tess] = [
    await hire(desk, 'sam', 'senior'),
    await hire(desk, 'maya', 'manager'),
    await hire(desk, 'tess', 'treasurer'),
  ];
  const memo = documentWish(accountId, 'credit_memo', {
    amount: '40',
    issued: screens.live().today,
    number: 'CM-CHECK',
  });
  const [itemId] = (await act(desk, job, (context) => postItem(context, memo))).itemIds;
  if (itemId === undefined) throw new Error('a credit memo');
  const parts = [{ itemId, amount: usd('40') }];
  const way = { payee: 'customer', method: 'check', evidence: '' } as const;
  const { refundId, requestId } = await act(desk, sam, (context) =>
    requestRefund(context, { accountId, parts, ...way }, standardRefundPolicy),
  );
  const said = { requestId, said: 'yes', companies: 'all' } as const;
  await act(desk, maya, (context) => decideRequest(context, said));
  await act(desk, job, (context) => refundGranted(context, requestId));
  await act(desk, tess, (context) => releaseRefund(context, { accountId, refundId }));
  const companyId = (await findAccount(desk.db, accountId))?.companyId;
  if (companyId === undefined) throw new Error('an account');
  const details = { firstNumber: '7001', bankAccount: '99' };
  await act(desk, job, (context) => saveSetting(context, { companyId, method: 'check', details }));
  const wish = { companyId, company: 'MAIN', method: 'check', time: '0930' } as const;
  await act(desk, tess, (context) =>
    makePayout(context, { ...wish, currency: currency('USD') }, vault),
  );
}

async function hire(desk: Desk, name: string, role: Role): Promise<Actor> {
  const email = `${name}@desk.example`;
  const wish = { name, email, language: 'en', roles: [role], companies: [] } as const;
  const hash = await hashPassword(password);
  return act(desk, job, async (context) => {
    const added = await addMember(context, wish, 'all');
    if (!added.ok) return added;
    const { memberId } = added.value;
    await setPassword(context.tx, memberId, hash, context.at);
    return { ok: true, value: { ref: `member:${memberId}`, memberId } };
  });
}

async function act<T>(
  desk: Desk,
  actor: Actor,
  work: (context: Context) => Promise<Outcome<T>>,
): Promise<T> {
  const doing = { action: 'test.check', actor, reason: 'for the test', input: null };
  return accepted(await perform(desk, doing, work)).answer;
}
