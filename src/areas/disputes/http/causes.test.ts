import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('causes are added up, exported and reviewed, each behind its permission', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const maya = await desk.signIn(await desk.member('manager'));
  const auditor = await desk.signIn(await desk.member('auditor'));
  const path = `/api/v1/accounts/${accountId}/late-causes`;
  expect((await auditor.send('POST', path, { cause: 'unknown' })).status).toBe(403);
  expect((await rosa.send('POST', path, { cause: 'unknown' })).body).toMatchObject({
    code: 'dispute.nothing_overdue',
  });
  expect((await rosa.get(path)).body).toEqual({ rows: [] });
  expect((await rosa.get('/api/v1/causes?company=ACME')).body).toMatchObject({ lines: [] });
  expect((await rosa.get('/api/v1/causes?company=NOWHERE')).body).toMatchObject({
    code: 'team.no_such_company',
  });
  expect((await rosa.get('/api/v1/causes/rows?cause=none')).body).toMatchObject({ rows: [] });
  expect((await rosa.get('/api/v1/causes/file')).status).toBe(200);
  const review = { company: 'ACME', month: '2026-10-15', findings: 'None.', actions: 'None.' };
  expect((await rosa.send('POST', '/api/v1/causes/reviews', review)).status).toBe(403);
  expect((await maya.send('POST', '/api/v1/causes/reviews', review)).status).toBe(200);
  expect((await rosa.get('/api/v1/causes/reviews')).body).toMatchObject({
    rows: [{ company: 'ACME', month: '2026-10-01', findings: 'None.' }],
  });
});
