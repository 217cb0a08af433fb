/** Two people open one account: they see each other, and only one of them answers for it. */
import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { type Browser, openDesk } from '#test/support/http-desk.ts';

async function deskWithTwo() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const doing = {
    action: 'test.book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    accepted(await postItem(context, wish));
    return accept(accountId);
  });
  const accountId = accepted(done).answer;
  const rosa = await desk.signIn(await desk.member('collector'));
  const manuel = await desk.signIn(await desk.member('senior'));
  return { ...desk, rosa, manuel, path: `/api/v1/worklist/${accountId}` };
}

async function seenInWork(reader: Browser): Promise<unknown> {
  const { body } = await reader.get('/api/v1/worklist?owner=all');
  // The contract's answer.
  return (body as { rows: { inWorkBy: string | null }[] }).rows.map((row) => row.inWorkBy);
}

test('who opens an account is seen by the others until the lock runs out', async () => {
  await using desk = await deskWithTwo();
  const { rosa, manuel, path } = desk;
  expect((await rosa.send('POST', `${path}/lock`, {})).body).toMatchObject({ mine: true });
  expect((await manuel.send('POST', `${path}/lock`, {})).body).toMatchObject({
    mine: false,
    by: 'The collector',
  });
  expect(await seenInWork(manuel)).toEqual(['The collector']);
  expect(await seenInWork(rosa)).toEqual([null]);

  const done = { result: 'reached' };
  const refused = await manuel.send('POST', `${path}/done`, done);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'worklist.locked', detail: 'The collector is working this account now.' },
  });

  desk.wait(0.5);
  expect((await rosa.send('POST', `${path}/lock`, {})).body).toMatchObject({ mine: true });
  desk.wait(0.75);
  expect((await manuel.send('POST', `${path}/lock`, {})).body).toMatchObject({ mine: false });
  desk.wait(0.5);
  expect(await seenInWork(manuel)).toEqual([null]);
  expect((await manuel.send('POST', `${path}/lock`, {})).body).toMatchObject({ mine: true });
  expect((await manuel.send('POST', `${path}/done`, done)).body).toEqual({ next: null });
  expect(await seenInWork(rosa)).toEqual([]);
});

test('an account that is left is free at once', async () => {
  await using desk = await deskWithTwo();
  const { rosa, manuel, path } = desk;
  await rosa.send('POST', `${path}/lock`, {});
  await rosa.send('POST', `${path}/lock`, { release: true });
  expect((await manuel.send('POST', `${path}/lock`, {})).body).toMatchObject({ mine: true });
});

test('a manager takes an account over with a reason, and whoever had it is told', async () => {
  await using desk = await deskWithTwo();
  const { rosa, manuel, path } = desk;
  const maya = await desk.signIn(await desk.member('manager'));
  const reason = { reason: 'Rosa is on the phone' };
  expect(await maya.send('POST', `${path}/take-over`, reason)).toMatchObject({
    status: 422,
    body: { code: 'worklist.nobody_has_it' },
  });
  await rosa.send('POST', `${path}/lock`, {});
  expect(await manuel.send('POST', `${path}/take-over`, reason)).toMatchObject({ status: 403 });
  expect((await maya.send('POST', `${path}/take-over`, reason)).body).toEqual({
    from: 'The collector',
  });
  expect((await rosa.send('POST', `${path}/lock`, {})).body).toMatchObject({
    mine: false,
    by: 'The manager',
  });
  expect((await rosa.get('/api/v1/presence')).body).toMatchObject({
    rows: [{ name: 'The manager' }],
  });
});
