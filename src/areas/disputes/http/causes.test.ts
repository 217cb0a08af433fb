import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDatasetDesk } from '#test/support/dataset-desk.ts';
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

test('causes are of the company that is named, a review of its month alone', async () => {
  await using desk = await openDatasetDesk();
  const { controller, northAccount, southAccount } = desk;
  for (const accountId of [northAccount, southAccount]) {
    const path = `/api/v1/accounts/${accountId}/late-causes`;
    expect((await controller.send('POST', path, { cause: 'unknown' })).status).toBe(200);
  }
  const amountOf = async (query: string) => (await controller.get(`/api/v1/causes${query}`)).body;
  expect(await amountOf('')).toMatchObject({ total: '1077.10' });
  expect(await amountOf('?company=SOUTH')).toMatchObject({ total: '77.00' });
  const rows = await controller.get('/api/v1/causes/rows?company=SOUTH');
  expect(rows.body).toMatchObject({ rows: [{ account: 'S-1' }], count: 1 });
  const file = await controller.get('/api/v1/causes/file?company=SOUTH');
  expect(file.text).not.toContain('1000.10');
  const manager = await desk.signIn(await desk.member('manager'));
  for (const month of ['2026-10-01', '2026-11-01']) {
    const review = { company: 'SOUTH', month, findings: 'One.', actions: 'None.' };
    expect((await manager.send('POST', '/api/v1/causes/reviews', review)).status).toBe(200);
  }
  const kept = await desk.db.all(sql`
    select figures->>'total' as total from disputes.cause_review order by month_on`);
  expect(kept).toEqual([{ total: '0.00' }, { total: '77.00' }]);
});
