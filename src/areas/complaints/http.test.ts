import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';

test('a complaint is received, acknowledged, answered with its cause and closed', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}/complaints`;
  const told = { class: 'conduct', subject: 'Called at night', saidBy: 'Ana', channel: 'phone' };
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', path, told)).status).toBe(403);
  const came = await rosa.send('POST', path, told);
  // The answer of the register, held to its contract by the server.
  const { complaintId } = came.body as { complaintId: string };
  const step = (name: string, more = {}) =>
    rosa.send('POST', `${path}/${complaintId}/steps`, { step: name, note: 'Seen.', ...more });
  expect((await step('close')).body).toMatchObject({ code: 'complaint.not_now' });
  expect((await step('acknowledge')).body).toEqual({ state: 'acknowledged' });
  expect((await step('answer')).body).toMatchObject({ code: 'complaint.cause_missing' });
  expect((await step('answer', { cause: 'dialer' })).body).toEqual({ state: 'answered' });
  expect((await step('close', { satisfaction: 4 })).body).toEqual({ state: 'closed' });
  expect((await rosa.get('/api/v1/complaints')).body).toMatchObject({
    rows: [{ state: 'closed', cause: 'dialer', satisfaction: 4, late: false }],
  });
  const clocks = await desk.db.all(sql`select kind, state from clocks.clock_card order by kind`);
  expect(clocks).toEqual([
    { kind: 'complaint_acknowledge', state: 'met' },
    { kind: 'complaint_answer', state: 'met' },
  ]);
});
