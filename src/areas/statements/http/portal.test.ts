import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { takeTable, twoAccounts } from '#test/support/papers.ts';

test('invoices of an account with a portal are followed there, step by step', async () => {
  await using desk = await openDesk();
  await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const sam = await desk.signIn(await desk.member('senior'));
  const { account_id } = await desk.db.one(sql<{ account_id: string }>`
    select account_id from invoices.document order by number limit 1`);
  expect((await sam.get('/api/v1/portal-register')).body).toEqual({ rows: [], more: false });
  const rule = { rule: 'portal', portalName: 'Ariba', reason: 'their AP wrote so' };
  await sam.send('PUT', `/api/v1/accounts/${account_id}/delivery`, rule);
  const { rows } = (await sam.get('/api/v1/portal-register?state=to_submit')).body as {
    rows: { documentId: string }[];
  };
  const path = `/api/v1/accounts/${account_id}/documents/${rows[0]?.documentId ?? ''}/portal`;
  const say = (state: string) => sam.send('POST', path, { state, reason: 'PO missing' });
  expect(await say('rejected')).toMatchObject({ status: 200 });
  expect((await say('approved')).body).toMatchObject({ code: 'statements.portal_out_of_order' });
  const rejected = (await sam.get('/api/v1/portal-register?state=rejected')).body;
  expect(rejected).toMatchObject({ rows: [{ portal: 'Ariba', reason: 'PO missing' }] });
  const other = '00000000-0000-7000-8000-000000000000';
  const none = (await sam.get(`/api/v1/portal-register?accountId=${other}`)).body;
  expect(none).toEqual({ rows: [], more: false });
  const may = (await sam.get(`/api/v1/accounts/${account_id}/may-contact?channel=email`)).body;
  expect(may).toMatchObject({
    allowed: false,
    reasons: expect.arrayContaining([expect.objectContaining({ id: 'FACT.PORTAL' })]),
  });
  const listed = (await sam.get('/api/v1/worklist?owner=all')).body;
  expect(JSON.stringify(listed)).toContain('reason.check_portal');
  const aud = await desk.signIn(await desk.member('auditor'));
  const sent = { state: 'submitted', reason: 'I may not' };
  expect(await aud.send('POST', path, sent)).toMatchObject({ status: 403 });
});
