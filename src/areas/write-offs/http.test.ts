import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('the register is read by all; sweeping and placing have their permissions', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'N-1');
  const auditor = await desk.signIn(await desk.member('auditor'));
  const manager = await desk.signIn(await desk.member('manager'));
  const controller = await desk.signIn(await desk.member('controller'));
  const register = await auditor.get('/api/v1/write-offs');
  expect(register.body).toMatchObject({ rows: [], count: 0, totals: [] });
  const file = await auditor.get('/api/v1/write-offs/export?format=csv');
  expect(file.text).toContain('Approved by');
  const small = await auditor.get('/api/v1/write-offs/small');
  expect(small.body).toMatchObject({ company: 'ACME', count: 0, most: { USD: '5.00' } });
  const wish = { cutOff: '2026-10-01', count: 0, reason: 'month end' };
  for (const path of ['sweeps', 'sweep-requests']) {
    expect(await auditor.send('POST', `/api/v1/write-offs/${path}`, wish)).toMatchObject({
      status: 403,
    });
    expect((await manager.send('POST', `/api/v1/write-offs/${path}`, wish)).body).toMatchObject({
      code: 'write_offs.nothing_small',
    });
  }
  expect((await auditor.get('/api/v1/write-offs/sweeps')).body).toEqual({ rows: [] });
  const place = { agency: 'Heron', amount: '5.00', currency: 'USD', reason: 'nobody answers' };
  const address = `/api/v1/accounts/${accountId}/placements`;
  expect(await auditor.send('POST', address, place)).toMatchObject({ status: 403 });
  expect((await auditor.get(address)).body).toEqual({ placeable: [], rows: [] });
  const beyond = { ...place, feePercent: '100.01' };
  expect((await manager.send('POST', address, beyond)).body).toMatchObject({
    code: 'write_offs.fee_beyond_all',
  });
  expect((await manager.send('POST', address, place)).body).toMatchObject({
    code: 'write_offs.placed_beyond_owed',
  });
  expect((await auditor.get('/api/v1/write-offs/placements')).body).toEqual({ rows: [] });
  const recall = `${address}/${accountId}/recall`;
  expect((await manager.send('POST', recall, { reason: 'x' })).body).toMatchObject({
    code: 'write_offs.no_such_placement',
  });
  const back = `/api/v1/accounts/${accountId}/write-offs/${accountId}/reversal`;
  expect(await auditor.send('POST', back, { reason: 'x' })).toMatchObject({ status: 403 });
  expect((await manager.send('POST', back, { reason: 'x' })).body).toMatchObject({
    code: 'write_offs.no_such_write_off',
  });
  const policy = '/api/v1/companies/ACME/write-off-policy';
  const said = { method: 'direct', smallMost: { USD: '2.50' }, smallDays: 10, automatic: false };
  const put = { ...said, reason: 'no allowance here' };
  expect(await manager.send('PUT', policy, put)).toMatchObject({ status: 403 });
  expect(await controller.send('PUT', policy, put)).toMatchObject({ status: 200 });
  expect((await auditor.get(policy)).body).toEqual(said);
});
