import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';
import { deskOn } from '#test/support/builders.ts';
import { giveLetterhead } from '#test/support/statement-runs.ts';
import { letterheadOf } from '../store/letterheads.ts';

test('the latest letterhead is the one that counts', async () => {
  await using desk = await deskOn('2026-07-01');
  expect(await letterheadOf(desk.db, desk.companyId)).toBeUndefined();
  await giveLetterhead(desk, null);
  desk.on('2026-07-02');
  await giveLetterhead(desk, '123456');
  expect(await letterheadOf(desk.db, desk.companyId)).toMatchObject({ mailerId: '123456' });
});

test('only who manages the team writes a letterhead, and only of their companies', async () => {
  await using desk = await openDesk();
  await desk.company('MAIN');
  const path = '/api/v1/companies/MAIN/letterhead';
  const address = { line1: '1 Main St', city: 'Hartford', state: 'CT', postalCode: '06101' };
  const body = { legalName: 'Acme', ...address, country: 'US', reason: 'new paper' };
  const rosa = await desk.signIn(await desk.member('collector'));
  expect(await rosa.send('PUT', path, body)).toMatchObject({ status: 403 });
  const mia = await desk.signIn(await desk.member('manager'));
  expect(await mia.send('PUT', path, body)).toMatchObject({ status: 200 });
  expect((await rosa.get(path)).body).toMatchObject({ letterhead: { legalName: 'Acme' } });
  const other = '/api/v1/companies/OTHER/letterhead';
  expect((await mia.send('PUT', other, body)).body).toMatchObject({
    code: 'team.no_such_company',
  });
});
