import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('begun, entered, exported; who only reads writes nothing', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'N-1');
  const auditor = await desk.signIn(await desk.member('auditor'));
  const rosa = await desk.signIn(await desk.member('collector'));
  const base = `/api/v1/accounts/${accountId}/reconciliations`;
  const wish = { fromOn: '2026-10-01', toOn: '2026-10-31', reason: 'year end' };
  expect(await auditor.send('POST', base, wish)).toMatchObject({ status: 403 });
  const begun = await rosa.send('POST', base, wish);
  // The answer of what was begun.
  const { reconciliationId } = begun.body as { reconciliationId: string };
  const path = `${base}/${reconciliationId}`;
  const lines = { text: 'Invoice,Balance\nI-9,75.00', closing: '80.00' };
  expect(await auditor.send('POST', `${path}/their-lines`, lines)).toMatchObject({ status: 403 });
  expect((await rosa.send('POST', `${path}/their-lines`, lines)).body).toEqual({
    lines: 1,
    unread: 0,
  });
  expect((await auditor.get(path)).body).toMatchObject({
    state: 'open',
    theirClosing: '80.00',
    difference: '80.00',
    unexplained: '5.00',
    rows: [{ kind: 'only_theirs', theirNumber: 'I-9', difference: '75.00' }],
  });
  const answer = { difference: 'I9', how: 'ask', note: 'which order?' };
  expect(await auditor.send('POST', `${path}/answers`, answer)).toMatchObject({ status: 403 });
  expect((await rosa.send('POST', `${path}/answers`, answer)).body).toEqual({ made: 'task' });
  const sign = { as: 'preparer', note: 'agreed by mail' };
  expect(await auditor.send('POST', `${path}/signature`, sign)).toMatchObject({ status: 403 });
  expect((await rosa.send('POST', `${path}/signature`, sign)).body).toEqual({ state: 'prepared' });
  for (const format of ['xlsx', 'pdf']) {
    const file = await auditor.get(`${path}/export?format=${format}`);
    expect(file.headers['content-disposition']).toContain(`.${format}`);
  }
  expect((await auditor.get('/api/v1/reconciliations')).body).toMatchObject({
    rows: [{ account: 'N-1', state: 'prepared' }],
  });
  const nowhere = `${base}/${accountId}`;
  expect((await auditor.get(nowhere)).body).toMatchObject({
    code: 'reconciliation.no_such_reconciliation',
  });
});
