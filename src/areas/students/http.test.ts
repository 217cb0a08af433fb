import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('a student’s account is kept over HTTP by who may, and read by all', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'S-1');
  const rosa = await desk.signIn(await desk.member('collector'));
  const auditor = await desk.signIn(await desk.member('auditor'));
  const path = `/api/v1/accounts/${accountId}/student`;
  const term = {
    term: 'FA26',
    startsOn: '2026-08-24',
    endsOn: '2026-12-11',
    classesFrom: '2026-08-24',
    reason: 'from the registrar',
  };
  expect((await auditor.send('POST', `${path}/terms`, term)).status).toBe(403);
  expect((await rosa.send('POST', `${path}/terms`, term)).status).toBe(200);
  const charge = { term: 'FA26', kind: 'tuition', amount: '5000.00', currency: 'USD' };
  const on = { on: '2026-08-25', reason: 'from the registrar' };
  await rosa.send('POST', `${path}/charges`, { ...charge, ...on });
  const aid = { term: 'FA26', programme: 'pell', amount: '6000.00', currency: 'USD' };
  const given = await rosa.send('POST', `${path}/aid`, { ...aid, ...on, on: '2026-11-16' });
  expect(given.body).toMatchObject({ recorded: true, creditId: expect.any(String) });
  const { body } = await auditor.get(path);
  expect(body).toMatchObject({ terms: [{ titleIvBalance: '1000.00', payBy: '2026-11-30' }] });
  const { body: credits } = await auditor.get('/api/v1/refunds/credits');
  expect(credits).toMatchObject({
    rows: [
      { origin: 'title_iv', available: '1000.00', clock: { pack: 'title_iv', day: 4, of: 14 } },
    ],
  });
  const leaving = { term: 'FA26', withdrawnOn: '2026-10-05', determinedOn: '2026-10-12' };
  const left = await rosa.send('POST', `${path}/withdrawals`, { ...leaving, reason: 'told us' });
  expect(left.status).toBe(200);
  const unread = await rosa.send('POST', `${path}/aid`, { ...aid, ...on, amount: '1.005' });
  expect(unread.body).toMatchObject({ code: 'students.amount_unreadable' });
});
